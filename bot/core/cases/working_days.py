"""Counting working days. Only years whose holidays were published are known; beyond them weekends alone are taken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import FrozenSet, Iterator, Mapping, NamedTuple

import yaml

_SATURDAY = 5


class Until(NamedTuple):
    """`day`: the last working day counted. Not `certain`: it lies in a year whose holidays are not known here; the
    true day can only be later, so a reminder on this one comes early, never late."""

    day: date
    certain: bool


@dataclass(frozen=True)
class WorkCalendar:
    """Days off and worked weekends by year."""

    days_off: FrozenSet[date]
    worked: FrozenSet[date]
    years: FrozenSet[int]
    sources: Mapping[int, str]

    def works(self, day: date) -> bool:
        """True for a working day, as far as known."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def after(self, start: date, working_days: int) -> Until:
        """The last of so many working days; the day of `start` itself does not count."""
        day, left, certain = start, working_days, True
        while left > 0:
            day += timedelta(days=1)
            certain = certain and day.year in self.years
            left -= self.works(day)
        return Until(day, certain)


def load_calendar(path: Path) -> WorkCalendar:
    """Reads bot/data/law/holidays.yml."""
    years = yaml.safe_load(path.read_text(encoding="utf-8"))["years"]
    off = {day for row in years.values() for span in row["days_off"] for day in _span(str(span))}
    worked = {day for row in years.values() for day in row["worked"]}
    sources = {year: row["source"] for year, row in years.items()}
    return WorkCalendar(frozenset(off), frozenset(worked), frozenset(years), sources)


def _span(words: str) -> Iterator[date]:
    first, _, last = words.partition("..")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += timedelta(days=1)
