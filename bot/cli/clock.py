"""`--clock 2026-12-01T08:00`: for demonstrations, the time from which everything runs on."""

from __future__ import annotations

import argparse
from datetime import datetime

from bot.config import SettingError, Settings
from bot.store.moved_clock import MovedClock

REAL = "real"


def add_option(parser: argparse.ArgumentParser) -> None:
    """The option, as `serve` and `sample` take it."""
    parser.add_argument(
        "--clock", help="演示用：把时钟拨到这一刻再往前走，如 2026-12-01T08:00；写 real 回到真实时间"
    )


def move(settings: Settings, wanted: str | None) -> None:
    """Moves the clock of all processes of this machine. Raises SettingError where that cannot be."""
    if wanted is None:
        return
    if not settings.simulated:
        raise SettingError("--clock 只能在演示时用：已经接上了真实的短信或微信")
    clock = MovedClock(settings.var)
    if wanted == REAL:
        clock.reset()
        return
    try:
        to = datetime.fromisoformat(wanted)
    except ValueError:
        raise SettingError("--clock 不对：要像 2026-12-01T08:00，或 real") from None
    clock.set(to if to.tzinfo else to.replace(tzinfo=settings.timezone))
