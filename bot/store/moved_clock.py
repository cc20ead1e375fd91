"""A clock for demonstrations: the real one moved by an offset that all processes of one machine read from a file."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Callable, Tuple

FILE = "clock"  # in the data folder: seconds ahead of the real time


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(timezone.utc)


class MovedClock:
    """Call it for the time. Without the file it is the real one; moved, it runs on from there."""

    def __init__(self, folder: Path, real: Callable[[], datetime] = utc_now) -> None:
        self._path, self._real = folder / FILE, real
        self._read: Tuple[Tuple[int, int], float] = ((0, 0), 0.0)

    def __call__(self) -> datetime:
        return self._real() + timedelta(seconds=self._ahead())

    def set(self, to: datetime) -> None:
        """From now on it is this time (aware)."""
        self._write((to - self._real()).total_seconds())

    def forward(self, by: timedelta) -> None:
        """Only forward: what has happened stays in the past. Raises ValueError."""
        if by <= timedelta(0):
            raise ValueError("a clock is only moved forward")
        self._write(self._ahead() + by.total_seconds())

    @property
    def is_moved(self) -> bool:
        """False while it shows the real time."""
        return self._path.exists()

    def reset(self) -> None:
        """The real time again."""
        self._path.unlink(missing_ok=True)

    def _write(self, seconds: float) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_name(f"{FILE}.{os.getpid()}")
        new.write_text(f"{seconds:.3f}\n")
        new.replace(self._path)  # nobody ever reads half a figure

    def _ahead(self) -> float:
        try:
            seen = os.stat(self._path)
        except FileNotFoundError:
            return 0.0
        mark = (seen.st_mtime_ns, seen.st_ino)
        if self._read[0] != mark:
            self._read = (mark, float(self._path.read_text()))
        return self._read[1]
