"""The clock for demonstrations: one offset for all processes of a machine."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.store.moved_clock import MovedClock
from tests.support.clock import START, Clock

LATER = datetime(2026, 12, 1, 0, 0, tzinfo=timezone.utc)


def test_without_a_file_it_is_the_real_time(tmp_path: Path, clock: Clock) -> None:
    moved = MovedClock(tmp_path, clock)
    assert (moved(), moved.is_moved) == (START, False)


def test_moved_it_runs_on_for_every_process(tmp_path: Path, clock: Clock) -> None:
    one, other = MovedClock(tmp_path, clock), MovedClock(tmp_path, clock)
    one.set(LATER)
    assert other() == LATER
    clock.move(minutes=5)
    assert other() == LATER + timedelta(minutes=5)
    other.forward(timedelta(hours=1))
    assert one() == LATER + timedelta(minutes=65)
    one.reset()
    assert (other(), other.is_moved) == (START + timedelta(minutes=5), False)


@pytest.mark.parametrize("minutes", [0, -1])
def test_never_backwards(tmp_path: Path, clock: Clock, minutes: int) -> None:
    with pytest.raises(ValueError):
        MovedClock(tmp_path, clock).forward(timedelta(minutes=minutes))
    assert list(tmp_path.iterdir()) == []
