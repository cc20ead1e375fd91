"""How long an employer may take to answer, and the hours in which nobody is written to."""

from __future__ import annotations

from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.core.deadlines import answer_by, early, quiet

WUHAN = ZoneInfo("Asia/Shanghai")


def local(text: str) -> datetime:
    """“24 9:00”: a day and an hour of November 2026 in Wuhan."""
    return datetime.strptime(f"2026 11 {text}", "%Y %m %d %H:%M").replace(tzinfo=WUHAN)


@pytest.mark.parametrize(
    ("now", "starts", "remind", "expires"),
    [
        ("24 09:00", "25 07:00", "24 10:00", "24 11:00"),  # two hours
        ("24 09:00", "24 11:00", "24 09:45", "24 10:30"),  # half an hour before the work
        ("24 09:00", "24 09:00", "24 09:07", "24 09:15"),  # never less than a quarter of an hour
        ("24 19:29", "25 09:00", "24 20:29", "24 21:29"),  # still the evening
        ("24 19:30", "25 09:00", "25 01:30", "25 07:30"),  # in the night: the next morning
        ("24 23:00", "25 14:00", "25 03:15", "25 07:30"),  # from before midnight
        ("25 01:00", "25 14:00", "25 04:15", "25 07:30"),  # from after it
        ("25 04:59", "25 14:00", "25 06:14", "25 07:30"),
        ("25 05:00", "25 14:00", "25 06:00", "25 07:00"),  # people are up
        ("24 20:00", "25 08:59", "24 21:00", "24 22:00"),  # early work: as by day
        ("25 05:00", "25 07:00", "25 05:45", "25 06:30"),
        ("24 20:00", "24 23:00", "24 21:00", "24 22:00"),  # work in the same night
        ("24 20:00", "26 07:00", "25 01:45", "25 07:30"),  # early, but not on that morning
    ],
)
def test_answer_by(now: str, starts: str, remind: str, expires: str) -> None:
    by = answer_by(local(now).astimezone(timezone.utc), local(starts))
    assert [moment.tzinfo for moment in by] == [timezone.utc] * 2
    shown = [moment.astimezone(WUHAN).strftime("%d %H:%M") for moment in by]
    assert shown == [remind, expires]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("24 06:29", True),
        ("24 06:30", False),
        ("24 12:00", False),
        ("24 21:29", False),
        ("24 21:30", True),
        ("24 23:59", True),
        ("25 00:00", True),
    ],
)
def test_quiet(now: str, expected: bool) -> None:
    assert quiet(local(now)) is expected


@pytest.mark.parametrize(
    ("night", "morning"),
    [("24 21:30", "25 09:00"), ("24 23:59", "25 09:00"), ("25 00:00", "25 09:00"), ("25 06:29", "25 09:00")],
)
def test_early_work_is_that_of_the_coming_morning(night: str, morning: str) -> None:
    assert early(local(night)) == local(morning)
