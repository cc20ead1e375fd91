"""Whether two pieces of work can be done by the same person."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Optional

from bot.core.schedule import Work

USUAL, HOURLY = (
    timedelta(hours=8),
    timedelta(hours=4),
)  # a posting tells when it starts, not how long it takes


def length(wage_unit: Optional[str]) -> timedelta:
    """How long a day's work is taken to last."""
    return HOURLY if wage_unit == "hour" else USUAL


def overlap(one: Work, its: timedelta, other: Work, others: timedelta) -> bool:
    """True where on some day both are worked at the same hour; `its` and `others` are the lengths of a day's work."""
    days = (-1, 0, 1)  # one may begin on the day before, the same day, the day after the other
    return any(
        _share_days(one, other, day) and _meet(one.start, its, other.start, others, timedelta(days=day))
        for day in days
    )


def _share_days(one: Work, other: Work, shift: int) -> bool:
    moved = timedelta(days=shift)
    return one.first <= other.last + moved and other.first + moved <= one.last


def _meet(one: time, its: timedelta, other: time, others: timedelta, shift: timedelta) -> bool:
    day = datetime.min + timedelta(days=2)
    begins = datetime.combine(day, one)
    others_begin = datetime.combine(day, other) - shift
    return begins < others_begin + others and others_begin < begins + its
