"""When each promise about a hire falls due. Pure: local times in, local times out.

19:00 the evening before | two hours before | start + 30 min: the worker | start + 45 min: the employer
the morning after the last day, or when the pay is due: the wages
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import List, NamedTuple, Optional

from bot.core.deadlines import NIGHT, WAKING

EVENING = time(19, 0)
AHEAD = timedelta(hours=2)
WORKER_AFTER, EMPLOYER_AFTER = timedelta(minutes=30), timedelta(minutes=45)
PAY_AT, RATE_AT = time(9, 30), time(10, 0)
DAY_BEGINS = time(6, 0)  # before it only what is urgent today is written
PAID_ON = 5  # of the next month: monthly pay is given a few days to arrive
WORTH_FILLING = timedelta(hours=6)  # into a day's work nobody is called in for the rest of it
JUST_TOLD = timedelta(minutes=45)  # who has just been told is not reminded of the same
LATE_AFTER = timedelta(minutes=30)  # a hire taken back so soon was a slip
PERIODIC = ("weekly", "monthly")


class Work(NamedTuple):
    """Days (both inclusive) and hour of a posting, local."""

    first: date
    last: date
    start: time


def first_start(work: Work, hired_at: datetime) -> datetime:
    """When this worker begins: the next start after he was hired; at once where the last one has passed."""
    day = max(work.first, hired_at.date())
    begins = datetime.combine(day, work.start, hired_at.tzinfo)
    if begins > hired_at:
        return begins
    return begins + timedelta(days=1) if day < work.last else hired_at


def evening_before(starts: datetime) -> datetime:
    """19:00 on the day before."""
    return datetime.combine(starts.date() - timedelta(days=1), EVENING, starts.tzinfo)


def told_before(starts: datetime, hired_at: datetime) -> Optional[datetime]:
    """When he is asked whether he will come; None where it is that late already: he is asked with the news itself."""
    evening = evening_before(starts)
    return evening if evening > hired_at else None


def soon(starts: datetime, hired_at: datetime) -> Optional[datetime]:
    """Two hours before, but not in the night; None where he has only just been told or it would come too late."""
    due = starts - AHEAD
    if due.time() < DAY_BEGINS or due.date() < starts.date():
        due = datetime.combine(starts.date(), DAY_BEGINS, starts.tzinfo)
    if starts.time() < DAY_BEGINS or due >= starts or due < hired_at + JUST_TOLD:
        return None
    return due


def is_night(local: datetime) -> bool:
    """21:30 to 6:00: questions wait, but for the urgent work of the same day."""
    return local.time() >= NIGHT or local.time() < DAY_BEGINS


def morning_after(night: datetime) -> datetime:
    """When people are up again after this moment of a night: 7:00."""
    day = night.date() + timedelta(days=night.time() >= NIGHT)
    return datetime.combine(day, WAKING, night.tzinfo)


def pay_checks(work: Work, first: date, cycle: Optional[str]) -> List[date]:
    """The mornings on which the wages are asked about: the day after the last day; of weekly and monthly pay when due."""
    if cycle not in PERIODIC:
        return [work.last + timedelta(days=1)]
    checks, day = [], first
    while day <= work.last:
        end = _period_end(day, str(cycle))
        checks.append(_paid_by(end, str(cycle)))
        day = end + timedelta(days=1)
    return checks


def _period_end(day: date, cycle: str) -> date:
    if cycle == "weekly":
        return day + timedelta(days=6 - day.weekday())
    return day.replace(day=monthrange(day.year, day.month)[1])


def _paid_by(period_end: date, cycle: str) -> date:
    after = period_end + timedelta(days=1)
    return after if cycle == "weekly" else after.replace(day=PAID_ON)


def month_end_pay(today: date) -> date:
    """“月底结”: a few days into the next month."""
    return _paid_by(_period_end(today, "monthly"), "monthly")


def is_late(starts: datetime, hired_at: datetime, now: datetime) -> bool:
    """True for a “no” after the evening before, unless he was hired minutes ago: employers see it in the record."""
    return now >= evening_before(starts) and now - hired_at > LATE_AFTER


def worth_filling(work: Work, now: datetime) -> bool:
    """True while somebody else could still come: another day is ahead, or most of today's work."""
    if now.date() < work.last:
        return True
    return (
        now.date() == work.last and now < datetime.combine(work.last, work.start, now.tzinfo) + WORTH_FILLING
    )
