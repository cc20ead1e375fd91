"""How long an employer may take to answer, and what happens when."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

USUAL = timedelta(hours=2)
SHORTEST = timedelta(minutes=15)
REMIND_AT = 0.5  # of the time allowed


class AnswerBy(NamedTuple):
    """Both UTC."""

    remind_at: datetime
    expires_at: datetime


def answer_by(now: datetime, work_starts: datetime) -> AnswerBy:
    """Two hours, but no later than half an hour before the work starts, and at least 15 minutes."""
    expires = min(now + USUAL, work_starts - timedelta(minutes=30))
    expires = max(expires, now + SHORTEST)
    return AnswerBy(now + (expires - now) * REMIND_AT, expires)
