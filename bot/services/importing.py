"""Bringing in postings, employers, stations and contacts from CSV. Every bad row is named; good rows still go in."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Callable, Dict, Iterable, List, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core.address import SMS, Address
from bot.core.cases import contacts
from bot.core.phones import to_e164
from bot.services.context import Context
from bot.store.cases import Contact
from bot.store.help import Station
from bot.store.people import Employer, employer_of, ensure_address
from bot.store.work import Posting

Row = Dict[str, str]
UNITS = ("hour", "day", "month", "piece", "job")
CYCLES = ("daily", "weekly", "monthly", "on_completion")
_UNIT_WORDS = {
    "时": "hour",
    "小时": "hour",
    "天": "day",
    "日": "day",
    "月": "month",
    "件": "piece",
    "单": "job",
}
_CYCLE_WORDS = {"日结": "daily", "周结": "weekly", "月结": "monthly", "完工结": "on_completion"}
MOST_WAGE_YUAN = 1_000_000
MOST_HEADCOUNT = 5_000


class BadRow(ValueError):
    """Why a row is refused, in plain Chinese."""


@dataclass
class Report:
    """What became of a file."""

    added: int = 0
    refused: List[str] = field(default_factory=list)


def import_rows(ctx: Context, kind: str, lines: Iterable[str], sample: bool = False) -> Report:
    """Reads CSV lines with a header. Raises KeyError for an unknown kind, BadRow where columns are missing."""
    columns, add = KINDS[kind]
    reader = csv.DictReader(lines)
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        raise BadRow(f"表头缺少：{'、'.join(missing)}")
    report = Report()
    for row in reader:
        _one(ctx, add, row, reader.line_num, report, sample)
    return report


def _one(ctx: Context, add: Callable, row: Dict, line: int, report: Report, sample: bool) -> None:
    clean = {
        key: (value or "").strip().replace("\0", "")
        for key, value in row.items()
        if key and isinstance(value, (str, type(None)))
    }
    if not any(clean.values()):
        return
    try:
        if None in row:
            raise BadRow("列数比表头多，是不是有逗号没加引号")
        with ctx.db.writing() as session:
            add(ctx, session, clean, sample)
        report.added += 1
    except BadRow as why:
        report.refused.append(f"第{line}行：{why}")


def add_posting(ctx: Context, session: Session, row: Row, sample: bool) -> None:
    """One reviewed posting, and its employer where it is new."""
    first, last = _days(row, ctx.today())
    low, high = _fen(row, "wage_min"), _fen(row, "wage_max")
    if low and high and low > high:
        raise BadRow("wage_min 比 wage_max 大")
    youngest, oldest = _age(row, "min_age"), _age(row, "max_age")
    if youngest and oldest and youngest > oldest:
        raise BadRow("min_age 比 max_age 大")
    code = _place(ctx, row["place"])
    trade = ctx.trades.resolve(row["trade"])
    if trade is None:
        raise BadRow(f"trade 不认识：{row['trade'] or '（空）'}")
    posting = Posting(
        trade=trade,
        title=(row["title"] or ctx.trades.name_of(trade))[:60],
        place_code=code,
        place_name=_shown_place(ctx, row["place"], code),
        address=_needed(row, "address")[:120],
        date_from=first,
        date_to=last,
        start_time=_hour(row),
        wage_min=low,
        wage_max=high,
        wage_unit=_word(row, "wage_unit", UNITS, _UNIT_WORDS),
        pay_cycle=_word(row, "pay_cycle", CYCLES, _CYCLE_WORDS),
        headcount=_headcount(row),
        min_age=youngest,
        max_age=oldest,
        notes=row["notes"][:500],
        sample=sample,
        created_at=ctx.clock(),
    )
    posting.employer_id = _employer(ctx, session, row, sample).id
    session.add(posting)


def add_employer(ctx: Context, session: Session, row: Row, sample: bool) -> None:
    """An employer by name and phone."""
    _employer(ctx, session, row, sample)


def add_station(ctx: Context, session: Session, row: Row, sample: bool) -> None:
    """A station; the same name again replaces what was known."""
    name = _needed(row, "name")
    station = session.execute(select(Station).where(Station.name == name)).scalar_one_or_none()
    if station is None:
        station = Station(name=name)
        session.add(station)
    station.place_code, station.address = _place(ctx, row["place"]), _needed(row, "address")
    station.phone, station.hours = row["phone"], row["hours"]
    station.facilities, station.source, station.sample = row["facilities"], row["source"], sample


def add_contact(ctx: Context, session: Session, row: Row, sample: bool) -> None:
    """Whom to ring; only with a public source and the day on which it was checked. Told again, it is replaced."""
    if row["kind"] not in contacts.KINDS:
        raise BadRow(f"kind 只能是 {'、'.join(contacts.KINDS)}")
    if not row["phone"] and not row["address"]:
        raise BadRow("phone 和 address 至少填一个")
    place = "420000" if row["place"] in ("420000", "湖北", "湖北省") else _place(ctx, row["place"])
    name, checked = _needed(row, "institution")[:80], _date(row, "checked")
    if checked > ctx.today():
        raise BadRow("checked 是以后的日子")
    same = select(Contact).where(
        Contact.institution == name, Contact.kind == row["kind"], Contact.place_code == place
    )
    found = session.execute(same).scalar_one_or_none()
    if found is None:
        found = Contact(institution=name, kind=row["kind"], place_code=place)
        session.add(found)
    found.phone, found.address, found.hours = row["phone"][:40], row["address"][:120], row["hours"][:60]
    found.source, found.checked = _needed(row, "source")[:200], checked.isoformat()


def _employer(ctx: Context, session: Session, row: Row, sample: bool) -> Employer:
    name = _needed(row, "employer_name")[:80]
    phone = to_e164(row["employer_phone"])
    if phone is None:
        raise BadRow("employer_phone 不是电话号码")
    person_id = ensure_address(session, Address(SMS, phone), ctx.clock()).person_id
    employer = employer_of(session, person_id)
    if employer is None:
        employer = Employer(name=name, person_id=person_id, sample=sample, created_at=ctx.clock())
        session.add(employer)
        session.flush()
    return employer


def _needed(row: Row, name: str) -> str:
    if not row[name]:
        raise BadRow(f"{name} 没填")
    return row[name]


def _place(ctx: Context, words: str) -> str:
    code = ctx.places.resolve(words) if words else None
    if code is None:
        raise BadRow(f"place 不认识：{words or '（空）'}")
    if not code.startswith("42"):
        raise BadRow(f"place 不在湖北：{words}")
    return code


def _shown_place(ctx: Context, words: str, code: str) -> str:
    return ctx.places.name_of(code) if words.isdigit() else words[:20]


def _days(row: Row, today: date) -> tuple:
    first, last = _date(row, "date_from"), _date(row, "date_to") if row["date_to"] else None
    last = last or first
    if last < first:
        raise BadRow("date_to 早于 date_from")
    if last < today:
        raise BadRow("日期已经过去")
    return first, last


def _date(row: Row, name: str) -> date:
    try:
        return date.fromisoformat(_needed(row, name).replace("/", "-"))
    except ValueError as why:
        raise why if isinstance(why, BadRow) else BadRow(f"{name} 要写成 2026-11-25") from None


def _hour(row: Row) -> Optional[str]:
    if not row["start_time"]:
        return None
    try:
        return datetime.strptime(row["start_time"].replace(":", ":"), "%H:%M").strftime("%H:%M")
    except ValueError:
        raise BadRow("start_time 要写成 07:30") from None


def _fen(row: Row, name: str) -> Optional[int]:
    if not row[name]:
        return None
    try:
        yuan = Decimal(row[name])
    except InvalidOperation:
        raise BadRow(f"{name} 要是数字（元）") from None
    if not yuan.is_finite() or not 0 < yuan <= MOST_WAGE_YUAN or yuan * 100 != int(yuan * 100):
        raise BadRow(f"{name} 要大于0，最多两位小数")
    return int(yuan * 100)


def _headcount(row: Row) -> int:
    if not row["headcount"].isdecimal() or not 1 <= int(row["headcount"]) <= MOST_HEADCOUNT:
        raise BadRow(f"headcount 要是1到{MOST_HEADCOUNT}的整数")
    return int(row["headcount"])


def _age(row: Row, name: str) -> Optional[int]:
    if not row[name]:
        return None
    if not row[name].isdecimal() or not 16 <= int(row[name]) <= 100:
        raise BadRow(f"{name} 要是16到100的整数")
    return int(row[name])


def _word(row: Row, name: str, codes: tuple, words: Dict[str, str]) -> Optional[str]:
    value = row[name]
    if value and value not in codes and value not in words:
        raise BadRow(f"{name} 只能是 {'、'.join(codes)}")
    return words.get(value, value) or None


_POSTING = (
    *("employer_name", "employer_phone", "trade", "title", "place", "address", "date_from", "date_to"),
    *(
        "start_time",
        "wage_min",
        "wage_max",
        "wage_unit",
        "pay_cycle",
        "headcount",
        "min_age",
        "max_age",
        "notes",
    ),
)
KINDS = {
    "postings": (_POSTING, add_posting),
    "employers": (("employer_name", "employer_phone"), add_employer),
    "contacts": (contacts.COLUMNS, add_contact),
    "stations": (("name", "place", "address", "phone", "hours", "facilities", "source"), add_station),
}
__all__ = ["BadRow", "KINDS", "Report", "import_rows"]
