"""Searching postings for a wish: first exactly what was asked, then wider, saying so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import List, Optional, Sequence, Tuple

from sqlalchemy.orm import Session

from bot.core import matching
from bot.core.matching import Candidate, Wish
from bot.services.context import Context
from bot.services.promises import record
from bot.store import postings
from bot.store.postings import Filter
from bot.store.work import Posting

AHEAD = timedelta(days=14)  # how far “any day” looks
NEARBY_METRES = 60_000
PAGE = 3


@dataclass(frozen=True)
class Found:
    """`how` names what was widened: exact, near, later, trade, near_trade, pay; rows are best first."""

    how: str
    rows: List[Posting]


def search(
    ctx: Context, session: Session, wish: Wish, now: datetime, besides: Sequence[int] = ()
) -> Optional[Found]:
    """The first step that finds anything, or None. At most three rows."""
    for how, wanted in _steps(ctx, wish, now, besides):
        rows = _ranked(ctx, session, wish, wanted, now)
        if rows:
            return Found(how, rows[:PAGE])
    if wish.wage_min or wish.pay_cycle:  # better less well paid, and said so, than nothing
        found = search(ctx, session, replace(wish, wage_min=None, pay_cycle=None), now, besides)
        return Found("pay", found.rows) if found else None
    return None


def _steps(ctx: Context, wish: Wish, now: datetime, besides: Sequence[int]) -> List[Tuple[str, Filter]]:
    today = now.astimezone(ctx.zone).date()
    first, last = _days(wish, today)
    trades = trades_for(ctx, wish.trade)
    near = nearby(ctx, wish.place)
    area = area_of(wish.place)

    def step(
        how: str,
        area: str = area,
        counties: Sequence[str] = (),
        trades: Sequence[str] = trades,
        last: date = last,
    ):
        return how, Filter(first, last, area, counties, trades, besides)

    return [
        step("exact"),
        step("near", area="", counties=near),
        step("later", last=max(last, first + AHEAD)),
        step("trade", trades=()),
        step("near_trade", area="", counties=near, trades=()),
    ]


def _days(wish: Wish, today: date) -> Tuple[date, date]:
    first = max(wish.date_from or today, today)
    return first, max(wish.date_to or first + AHEAD, first)


def _ranked(ctx: Context, session: Session, wish: Wish, wanted: Filter, now: datetime) -> List[Posting]:
    local = now.astimezone(ctx.zone)
    rows = postings.find(session, wanted, local.date(), local.strftime("%H:%M"))
    by_id = {row.id: row for row in rows}
    known = record.standings(session, {row.employer_id for row in rows})
    candidates = [candidate(row, known.get(row.employer_id, 0)) for row in rows]
    order = matching.rank(wish, candidates, ctx.places.distance_metres, ctx.trades.nearness)
    return [by_id[key] for key in order]


def candidate(row: Posting, standing: int = 0) -> Candidate:
    """The row as matching sees it."""
    return Candidate(
        id=row.id,
        date_from=row.date_from,
        date_to=row.date_to,
        place=row.place_code,
        trade=row.trade,
        wage=matching.day_wage(row.wage_min, row.wage_max, row.wage_unit),
        seats_left=row.headcount - row.seats_taken,
        pay_cycle=row.pay_cycle,
        start=row.start_time,
        min_age=row.min_age,
        max_age=row.max_age,
        standing=standing,
    )


def area_of(place: Optional[str]) -> str:
    """The prefix that all codes within a place share: 420000 -> 42, 420100 -> 4201, 420111 -> 420111."""
    if not place:
        return ""
    if place.endswith("0000"):
        return place[:2]
    return place[:4] if place.endswith("00") else place


def nearby(ctx: Context, place: Optional[str]) -> List[str]:
    """The counties around a place within an hour's drive, and the rest of its city."""
    if not place or place.endswith("0000"):
        return []
    around = ctx.places.neighbours(place, 30)
    return [code for code in around if (ctx.places.distance_metres(place, code) or 0) <= NEARBY_METRES]


def trades_for(ctx: Context, trade: Optional[str]) -> List[str]:
    """The trade itself and its close kin; for a sector all its trades; none named: any."""
    if trade is None:
        return []
    if ctx.trades.sector_of(trade) == trade:
        return [code for code in ctx.trades.codes() if ctx.trades.sector_of(code) == trade]
    return [code for code in ctx.trades.codes() if ctx.trades.nearness(trade, code) >= 2]
