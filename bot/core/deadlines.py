"""How long an employer may take to answer, and what happens when."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import NamedTuple

USUAL = timedelta(hours=2)
SHORTEST = timedelta(minutes=15)
REMIND_AT = 0.5  # of the time allowed
NIGHT, QUIET_UNTIL = time(21, 30), time(6, 30)  # local: nobody is written to who has not just written
WAKING, ANSWER_UNTIL = time(7, 0), time(7, 30)  # what would run out before the one has until the other
EARLY_WORK = time(9, 0)  # work that starts before it cannot wait for the morning


class AnswerBy(NamedTuple):
    """Both UTC."""

    remind_at: datetime
    expires_at: datetime


def answer_by(now: datetime, work_starts: datetime) -> AnswerBy:
    """Two hours, but no later than half an hour before the work starts, and at least 15 minutes.

    Not in the night, unless the work starts early that morning. `work_starts` is in the local zone.
    """
    expires = min(now + USUAL, work_starts - timedelta(minutes=30))
    expires = max(expires, now + SHORTEST).astimezone(work_starts.tzinfo)
    if _within(expires, NIGHT, WAKING) and work_starts >= early(expires):
        expires = datetime.combine(early(expires).date(), ANSWER_UNTIL, expires.tzinfo)
    expires = expires.astimezone(timezone.utc)
    return AnswerBy(now + (expires - now) * REMIND_AT, expires)


def quiet(now_local: datetime) -> bool:
    """True from 21:30 to 6:30: reminders and the like wait until then, unless the work starts before `early`."""
    return _within(now_local, NIGHT, QUIET_UNTIL)


def early(night_local: datetime) -> datetime:
    """9:00 on the morning after this moment of a night, local."""
    day = night_local.date() + timedelta(days=night_local.time() >= NIGHT)
    return datetime.combine(day, EARLY_WORK, night_local.tzinfo)


def _within(moment: datetime, start: time, end: time) -> bool:
    """Across midnight; the end itself is outside."""
    return moment.time() >= start or moment.time() < end
