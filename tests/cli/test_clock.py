"""`--clock`: only while no vendor is configured."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import config, wiring
from bot.cli import clock
from bot.config import SettingError

VENDOR = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_FROM": "+15005550006"}


def settings(folder: Path, **more: str) -> config.Settings:
    return config.load({"BOT_VAR": str(folder), **more})


def test_every_process_built_from_now_on_has_it(tmp_path: Path) -> None:
    clock.move(settings(tmp_path), "2026-12-01T08:00")
    now = wiring.build(settings(tmp_path)).ctx.clock().astimezone(ZoneInfo("Asia/Shanghai"))
    assert now.replace(second=0, microsecond=0) == datetime(
        2026, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai")
    )
    clock.move(settings(tmp_path), "real")
    assert not (tmp_path / "clock").exists()


def test_nothing_asked_nothing_moved(tmp_path: Path) -> None:
    clock.move(settings(tmp_path), None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wanted", "more", "sentence"),
    [
        ("2026-12-01T08:00", VENDOR, "--clock 只能在演示时用：已经接上了真实的短信或微信"),
        ("tomorrow", {}, "--clock 不对：要像 2026-12-01T08:00，或 real"),
    ],
)
def test_refused(tmp_path: Path, wanted: str, more: dict, sentence: str) -> None:
    with pytest.raises(SettingError, match="^--clock") as caught:
        clock.move(settings(tmp_path, **more), wanted)
    assert str(caught.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_with_a_vendor_a_file_left_behind_moves_nothing(tmp_path: Path) -> None:
    clock.move(settings(tmp_path), "2036-12-01T08:00")
    assert wiring.build(settings(tmp_path, **VENDOR)).ctx.clock().year < 2036
