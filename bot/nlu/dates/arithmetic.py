"""Days, weeks and months of the calendar, and finders for ranges that return each month or year."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.nlu.dates.mention import Finder, Range


def fixed(first: date, last: date | None = None) -> Finder:
    """A range that depends on nothing further (明天, 2026年11月26日)."""
    found = Range(first, last or first)
    return lambda anchor, back: found


def yearly(of_year: Callable[[int], Range | None]) -> Finder:
    """A range that returns each year."""
    return lambda anchor, back: nearest([of_year(anchor.year + step) for step in (-1, 0, 1)], anchor, back)


def monthly(of_month: Callable[[int, int], Range | None]) -> Finder:
    """A range that returns each month, or each month that has such a day (31号)."""

    def find(anchor: date, back: bool) -> Range | None:
        months = [shifted_month(anchor, step) for step in (-2, -1, 0, 1, 2)]
        return nearest([of_month(*month) for month in months], anchor, back)

    return find


def nearest(ranges: Sequence[Range | None], anchor: date, back: bool) -> Range | None:
    """Of ranges in order of time, the one that a finder owes for this anchor and direction."""
    found = [each for each in ranges if each]
    if back:
        return next((each for each in reversed(found) if each.first <= anchor), None)
    return next((each for each in found if each.last >= anchor), None)


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Year and month, so many months after the day's own."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def whole_month(year: int, month: int) -> Range:
    """The first to the last day of a month."""
    return Range(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def one_day(year: int, month: int, day: int) -> Range | None:
    """A day as a range; None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Range(found, found)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    last = whole_month(*shifted_month(day, months)).last
    return last.replace(day=min(day.day, last.day))


def week_of(day: date, weeks: int = 0) -> Range:
    """Monday to Sunday of the day's week, or of one so many weeks later."""
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return Range(monday, monday + timedelta(days=6))


def steps(word: str) -> int:
    """How many weeks or months 上个, 本, 下下 lie ahead."""
    return word.count("下") - word.count("上")
