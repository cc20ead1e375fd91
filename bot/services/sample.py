"""Sample stations, employers and postings of the coming days, each marked as sample."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from typing import List

from sqlalchemy import select

from bot.config import ROOT
from bot.services.context import Context
from bot.services.importing import import_rows
from bot.store.help import Station
from bot.store.work import Posting

FOLDER = ROOT / "bot" / "data" / "sample"


def load(ctx: Context) -> int:
    """How many rows went in; 0 where the database holds anything already. Raises where the sample itself is bad."""
    with ctx.db.reading() as session:
        if any(session.execute(select(table.id).limit(1)).first() for table in (Posting, Station)):
            return 0
    return _load(ctx, "stations", _lines("stations.csv")) + _load(ctx, "postings", _dated(ctx))


def _load(ctx: Context, kind: str, lines: List[str]) -> int:
    report = import_rows(ctx, kind, lines, sample=True)
    if report.refused:
        raise ValueError(f"{kind}: {report.refused[0]}")
    return report.added


def _lines(name: str) -> List[str]:
    return Path(FOLDER, name).read_text(encoding="utf-8").splitlines()


def _dated(ctx: Context) -> List[str]:
    """`date_from` and `date_to` are written as days from today: the sample is never out of date."""
    rows = list(csv.DictReader(_lines("postings.csv")))
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {**row, "date_from": _day(ctx, row["date_from"]), "date_to": _day(ctx, row["date_to"])}
        )
    return out.getvalue().splitlines()


def _day(ctx: Context, ahead: str) -> str:
    today: date = ctx.today()
    return (today + timedelta(days=int(ahead))).isoformat()
