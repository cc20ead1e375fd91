"""When each promise falls due."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import List, Optional
from zoneinfo import ZoneInfo

import pytest

from bot.core import schedule
from bot.core.schedule import Work

WUHAN = ZoneInfo("Asia/Shanghai")


def local(text: str) -> datetime:
    """“24 9:00”: a day and an hour of November 2026 in Wuhan."""
    return datetime.strptime(f"2026 11 {text}", "%Y %m %d %H:%M").replace(tzinfo=WUHAN)


def shown(moment: Optional[datetime]) -> Optional[str]:
    return moment.strftime("%d %H:%M") if moment else None


def work(first: int, last: int, hour: str = "07:00", month: int = 11, last_month: int = 11) -> Work:
    return Work(date(2026, month, first), date(2026, last_month, last), time.fromisoformat(hour))


@pytest.mark.parametrize(
    ("days", "hired", "expected"),
    [
        (work(25, 25), "24 09:00", "25 07:00"),
        (work(24, 26), "24 06:00", "24 07:00"),
        (work(24, 26), "24 09:00", "25 07:00"),  # today's start has passed: from tomorrow
        (work(24, 24), "24 09:00", "24 09:00"),  # the last one: at once
    ],
)
def test_first_start(days: Work, hired: str, expected: str) -> None:
    assert shown(schedule.first_start(days, local(hired))) == expected


@pytest.mark.parametrize(
    ("starts", "hired", "evening", "soon"),
    [
        ("25 09:00", "24 09:00", "24 19:00", "25 07:00"),
        ("25 07:00", "24 09:00", "24 19:00", "25 06:00"),  # five is night
        ("25 06:00", "24 09:00", "24 19:00", None),
        ("25 05:00", "24 09:00", "24 19:00", None),
        ("26 00:30", "24 09:00", "25 19:00", None),
        ("24 22:00", "24 09:00", None, "24 20:00"),
        ("25 09:00", "24 19:00", None, "25 07:00"),  # hired in the evening: asked with the news
        ("25 09:00", "25 06:16", None, None),  # has only just been told
        ("25 09:00", "25 06:15", None, "25 07:00"),
    ],
)
def test_before_the_work(starts: str, hired: str, evening: Optional[str], soon: Optional[str]) -> None:
    assert shown(schedule.told_before(local(starts), local(hired))) == evening
    assert shown(schedule.soon(local(starts), local(hired))) == soon


@pytest.mark.parametrize(
    ("now", "expected"),
    [("24 21:29", False), ("24 21:30", True), ("25 05:59", True), ("25 06:00", False)],
)
def test_night(now: str, expected: bool) -> None:
    assert schedule.is_night(local(now)) is expected


@pytest.mark.parametrize(
    ("days", "cycle", "expected"),
    [
        (work(25, 25), "daily", ["11-26"]),
        (work(25, 28), None, ["11-29"]),
        (work(25, 28), "on_completion", ["11-29"]),
        (work(25, 25), "weekly", ["11-30"]),  # Wednesday's work, paid with its week
        (work(28, 30), "weekly", ["11-30", "12-07"]),
        (work(25, 25), "monthly", ["12-05"]),
        (work(25, 3, last_month=12), "monthly", ["12-05", "01-05"]),
    ],
)
def test_when_the_wages_are_asked_about(days: Work, cycle: Optional[str], expected: List[str]) -> None:
    assert [day.strftime("%m-%d") for day in schedule.pay_checks(days, days.first, cycle)] == expected


@pytest.mark.parametrize(
    ("hired", "now", "expected"),
    [
        ("23 09:00", "24 18:59", False),
        ("23 09:00", "24 19:00", True),
        ("24 20:00", "24 20:30", False),  # a slip
        ("24 20:00", "24 20:31", True),
    ],
)
def test_what_is_taken_back_late(hired: str, now: str, expected: bool) -> None:
    assert schedule.is_late(local("25 07:00"), local(hired), local(now)) is expected


@pytest.mark.parametrize(
    ("now", "expected"), [("25 12:59", True), ("25 13:00", False), ("24 23:00", True), ("26 00:00", False)]
)
def test_whether_a_seat_is_worth_filling(now: str, expected: bool) -> None:
    assert schedule.worth_filling(work(25, 25), local(now)) is expected


@pytest.mark.parametrize(
    ("today", "expected"), [(date(2026, 11, 26), "12-05"), (date(2026, 12, 31), "01-05")]
)
def test_month_end(today: date, expected: str) -> None:
    assert schedule.month_end_pay(today).strftime("%m-%d") == expected
