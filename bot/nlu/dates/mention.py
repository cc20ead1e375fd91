"""What a rule finds: some characters that name a day or a period, and how to find the dates they mean.

“25号” means nothing by itself: which month depends on today, on the side the message looks to, and on
a day named just before (“28号到3号”). So a mention carries a `Finder`, asked once all of that is known.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Callable, FrozenSet, NamedTuple, Optional


TAKEN = "\0"  # stands in for the characters of a mention that an earlier rule found


class Range(NamedTuple):
    """A day or a period, both ends inclusive."""

    first: date
    last: date


# The first such range that ends on the anchor or later; looking back, the last that begins on it or earlier.
Finder = Callable[[date, bool], Optional[Range]]


class Mention(NamedTuple):
    """Characters `start` to `end` (exclusive) of the text. `kind` is the room of the rule: day, weekday, …"""

    start: int
    end: int
    kind: str
    find: Finder


class Rule(NamedTuple):
    """One way to name a date. `build` gets the match and today, and returns None where it is none after all."""

    hint: FrozenSet[str]  # a text without any of these characters is not searched
    pattern: "re.Pattern[str]"
    build: Callable[["re.Match[str]", date], Optional[Finder]]
    kind: str


def rule(hint: str, pattern: str, build: Callable[["re.Match[str]", date], Optional[Finder]], kind: str) -> Rule:
    """A rule with its pattern compiled."""
    return Rule(frozenset(hint), re.compile(pattern), build, kind)


def fixed(first: date, last: Optional[date] = None) -> Finder:
    """A range that depends on nothing further (明天, 2026年11月26日)."""
    found = Range(first, last or first)
    return lambda anchor, back: found


def nowhere(anchor: date, back: bool) -> Optional[Range]:
    """The finder of a day that does not exist (2月30号)."""
    return None


def yearly(of_year: Callable[[int], Optional[Range]]) -> Finder:
    """A range that returns each year."""

    def find(anchor: date, back: bool) -> Optional[Range]:
        return nearest([of_year(anchor.year + step) for step in (-1, 0, 1)], anchor, back)

    return find


def monthly(of_month: Callable[[int, int], Optional[Range]]) -> Finder:
    """A range that returns each month, or each month that has such a day (31号)."""

    def find(anchor: date, back: bool) -> Optional[Range]:
        months = [shifted_month(anchor, step) for step in (-2, -1, 0, 1, 2)]
        return nearest([of_month(*month) for month in months], anchor, back)

    return find


def nearest(ranges: "list[Optional[Range]]", anchor: date, back: bool) -> Optional[Range]:
    """Of ranges in order of time, the one that a finder owes for this anchor and direction."""
    found = [each for each in ranges if each]
    if back:
        return next((each for each in reversed(found) if each.first <= anchor), None)
    return next((each for each in found if each.last >= anchor), None)


def shifted_month(day: date, months: int) -> "tuple[int, int]":
    """Year and month, so many months after the day's own."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def whole_month(year: int, month: int) -> Range:
    """The first to the last day of a month."""
    return Range(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def one_day(year: int, month: int, day: int) -> Optional[Range]:
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
