"""Whether two pieces of work can be done by the same person."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.core.overlap import length, overlap
from bot.core.schedule import Work


def work(text: str) -> Work:
    """“25-27 07:00”: days of November 2026."""
    days, hour = text.split()
    first, last = days.split("-")
    return Work(date(2026, 11, int(first)), date(2026, 11, int(last)), time.fromisoformat(hour))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("25-25 07:00", "25-25 08:00", True),
        ("25-25 07:00", "25-25 14:59", True),
        ("25-25 07:00", "25-25 15:00", False),
        ("25-25 07:00", "26-26 07:00", False),
        ("25-27 07:00", "27-30 13:00", True),
        ("25-27 07:00", "27-30 19:00", False),
        ("25-25 20:00", "26-26 03:59", True),  # a night that is not over
        ("25-25 20:00", "26-26 04:00", False),
        ("26-26 03:00", "25-25 20:00", True),
    ],
)
def test_by_the_day(one: str, other: str, expected: bool) -> None:
    usual = length("day")
    assert overlap(work(one), usual, work(other), usual) is expected
    assert overlap(work(other), usual, work(one), usual) is expected


def test_work_by_the_hour_is_short() -> None:
    morning, noon = work("25-25 08:00"), work("25-25 12:00")
    assert not overlap(morning, length("hour"), noon, length("hour"))
    assert overlap(morning, length("day"), noon, length("hour"))
