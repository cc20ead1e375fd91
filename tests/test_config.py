from __future__ import annotations

import re

import pytest

from bot.config import ROOT, SettingError, load

KEY = "a" * 43
TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_FROM": "+15005550006"}


def test_defaults_work_on_one_machine() -> None:
    settings = load({})
    assert settings.database_url.startswith("sqlite:///") and settings.database_url.endswith("/var/bot.db")
    assert (settings.bot_port, settings.console_port) == (5005, 8080)
    assert (settings.public_url, settings.redis_url, settings.actions_url) == ("http://localhost:5005", "", "")
    assert str(settings.timezone) == "Asia/Shanghai"
    assert settings.twilio.api_base == "https://api.twilio.com"
    assert settings.wechat.api_base == "https://api.weixin.qq.com"
    assert settings.simulated


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://x"),
        ("REDIS_URL", "localhost"),
        ("PUBLIC_URL", "bot.example.org"),
        ("BOT_PORT", "http"),
        ("BOT_PORT", "70000"),
        ("CONSOLE_PORT", "0"),
        ("ACTIONS_URL", "5055"),
        ("TWILIO_API_BASE", "api"),
        ("WECHAT_API_BASE", "api"),
        ("WECHAT_AES_KEY", "short"),
        ("BOT_TIMEZONE", "Wuhan"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"设置 {name} 不对"):
        load({name: value})


@pytest.mark.parametrize("missing", ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"])
def test_half_an_account_is_refused(missing: str) -> None:
    with pytest.raises(SettingError, match=missing):
        load({key: value for key, value in TWILIO.items() if key != missing})


def test_a_vendor_ends_the_simulation() -> None:
    assert not load(TWILIO).simulated


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg2://u:p@h/d"),
        ("postgresql://u:p@h/d", "postgresql+psycopg2://u:p@h/d"),
        ("sqlite:////data/bot.db", "sqlite:////data/bot.db"),
    ],
)
def test_database_urls(given: str, used: str) -> None:
    assert load({"DATABASE_URL": given}).database_url == used


def test_the_previous_aes_key_is_kept_while_rotating() -> None:
    assert load({"WECHAT_AES_KEY": f"{KEY},{'b' * 43}"}).wechat.aes_keys == (KEY, "b" * 43)


def test_every_setting_is_documented() -> None:
    source = (ROOT / "bot" / "config.py").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = set(re.findall(r"\"((?:[A-Z]+_)+[A-Z]+)\"", source))
    assert len(names) >= 18
    assert {name for name in names if name not in readme} == set()
