"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

START = datetime(2026, 11, 24, 1, 10, tzinfo=timezone.utc)  # Tuesday, 9:10 in Wuhan


class Clock:
    """Call it for the time; `move` it on."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """`move(hours=2)`."""
        self.now += timedelta(**by)
