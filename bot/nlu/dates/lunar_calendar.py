"""The lunar calendar: which date a lunar day is, and ranges that return each lunar year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import Lunar, LunarYear, Solar

from bot.nlu.dates.arithmetic import nearest
from bot.nlu.dates.mention import Finder, Range, nowhere


@lru_cache(maxsize=2048)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The date of a lunar day; None where that month has no such day (腊月三十 in a short year)."""
    if not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        return None
    return _as_date(Lunar.fromYmd(year, month, day).getSolar())


@lru_cache(maxsize=512)
def _length(year: int, month: int) -> int:
    return LunarYear.fromYear(year).getMonth(month).getDayCount()


@lru_cache(maxsize=512)
def lunar_year_month(day: date) -> tuple[int, int]:
    """Lunar year and month of a date; a leap month counts as the month before it."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return lunar.getYear(), abs(lunar.getMonth())


@lru_cache(maxsize=512)
def solar_term(year: int, name: str) -> date:
    """The date of 立春, 冬至 and the like in a year of the common calendar."""
    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    # Under its own name stands the winter solstice of the year before.
    return _as_date(table["DONG_ZHI" if name == "冬至" else name])


def _as_date(solar: Solar) -> date:
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def month_days(year: int, month: int, first: int = 1, last: int = 30) -> Range:
    """Some days of a lunar month, or the whole; the last is cut to the month's length."""
    start = lunar_day(year, month, 1)
    length = _length(year, month)
    return Range(
        start + timedelta(days=min(first, length) - 1), start + timedelta(days=min(last, length) - 1)
    )


def last_days(year: int, month: int, count: int = 1) -> Range:
    """The last days of a lunar month; of the twelfth the last one is 除夕."""
    last = month_days(year, month).last
    return Range(last - timedelta(days=count - 1), last)


def each_lunar_year(of_year: Callable[[int], Range | None], year: int | None = None) -> Finder:
    """A range that returns each lunar year, or the one of a given year."""

    def find(anchor: date, back: bool) -> Range | None:
        if year:
            return of_year(year)
        return nearest([of_year(anchor.year + step) for step in (-2, -1, 0, 1)], anchor, back)

    return find


def each_lunar_day(month: int, day: int, year: int | None = None) -> Finder:
    """The finder of one lunar day."""

    def of_year(each: int) -> Range | None:
        found = lunar_day(each, month, day)
        return Range(found, found) if found else None

    return each_lunar_year(of_year, year) if 1 <= month <= 12 and day <= 30 else nowhere
