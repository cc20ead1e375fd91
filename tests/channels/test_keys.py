"""The simulator's own key: made once, private, the same for all."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.channels.keys import simulator_secret, twilio_token, wechat_token
from bot.config import load

TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t-token", "TWILIO_FROM": "+1"}
WECHAT = {"WECHAT_APP_ID": "wx1", "WECHAT_APP_SECRET": "s", "WECHAT_TOKEN": "w-token"}


def test_made_once_and_private(tmp_path: Path) -> None:
    settings = load({"BOT_VAR": str(tmp_path / "var")})
    first = simulator_secret(settings)
    assert len(first) == 64
    assert simulator_secret(settings) == first
    assert simulator_secret(load({"BOT_VAR": str(tmp_path / "other")})) != first
    key = tmp_path / "var" / "simulator.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert list(key.parent.iterdir()) == [key]


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    settings = load({"BOT_VAR": str(tmp_path)})
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: simulator_secret(settings), range(64)))) == 1


@pytest.mark.parametrize(
    ("env", "sms", "wechat"),
    [
        ({}, None, None),
        (TWILIO, "t-token", None),
        (WECHAT, None, "w-token"),
        ({**TWILIO, **WECHAT}, "t-token", "w-token"),
    ],
    ids=["nothing set", "Twilio", "WeChat", "both"],
)
def test_vendors_sign_with_their_own(
    tmp_path: Path, env: dict[str, str], sms: str | None, wechat: str | None
) -> None:
    settings = load({"BOT_VAR": str(tmp_path), **env})
    own = simulator_secret(settings)
    assert (twilio_token(settings), wechat_token(settings)) == (sms or own, wechat or own)
