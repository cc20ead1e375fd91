from __future__ import annotations

import re

import pytest

from bot.config import ROOT, SettingError, load

KEY = "a" * 43
TWILIO = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_FROM": "+15005550006"}
WECHAT = {
    "WECHAT_APP_ID": "wx1",
    "WECHAT_APP_SECRET": "hush1",
    "WECHAT_TOKEN": "hush2",
    "WECHAT_AES_KEY": KEY,
}


def test_defaults_work_on_one_machine() -> None:
    settings = load({})
    assert settings.database_url.startswith("sqlite:///") and settings.database_url.endswith("/var/bot.db")
    assert (settings.bot_port, settings.console_port) == (5005, 8080)
    assert (settings.public_url, settings.redis_url, settings.actions_url) == (
        "http://localhost:5005",
        "",
        "",
    )
    assert str(settings.timezone) == "Asia/Shanghai"
    assert settings.twilio.api_base == "https://api.twilio.com"
    assert settings.wechat.api_base == "https://api.weixin.qq.com"
    assert settings.simulated


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://x"),
        ("DATABASE_URL", "postgresql://u:p@h:x/db"),
        ("DATABASE_URL", "postgresql://u:p@h:/db"),
        ("DATABASE_URL", "postgresql://u:p@h:70000/db"),
        ("REDIS_URL", "localhost"),
        ("REDIS_URL", "redis://h:abc"),
        ("REDIS_URL", "redis://h:70000"),
        ("REDIS_URL", "redis://h?socket_timeout=soon"),
        ("PUBLIC_URL", "bot.example.org"),
        ("PUBLIC_URL", "https://:443"),
        ("PUBLIC_URL", "http://h:abc"),
        ("BOT_HOST", "http://h"),
        ("BOT_HOST", "h:5005"),
        ("BOT_HOST", "256.0.0.1"),
        ("BOT_HOST", "两江"),
        ("CONSOLE_HOST", "-h"),
        ("BOT_PORT", "http"),
        ("BOT_PORT", "70000"),
        ("BOT_PORT", "²"),
        ("BOT_PORT", "５００５"),
        ("BOT_PORT", "9" * 5000),
        ("CONSOLE_PORT", "0"),
        ("CONSOLE_PORT", "-1"),
        ("ACTIONS_URL", "5055"),
        ("TWILIO_API_BASE", "api"),
        ("WECHAT_API_BASE", "api"),
        ("WECHAT_AES_KEY", "short"),
        ("BOT_TIMEZONE", "Wuhan"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"^设置 {name} 不对：[要没每主地]"):
        load({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "postgresql://u:hush@h:x/db"), ("REDIS_URL", "redis://u:hush@h:x")],
)
def test_a_wrong_address_is_refused_without_its_password(name: str, value: str) -> None:
    with pytest.raises(SettingError) as why:
        load({name: value})
    assert "hush" not in str(why.value)


def test_the_public_address_follows_the_port() -> None:
    assert load({"BOT_PORT": "5205"}).public_url == "http://localhost:5205"
    assert (
        load({"BOT_PORT": "5205", "PUBLIC_URL": "https://bot.example/"}).public_url == "https://bot.example"
    )


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:5005"),
        ("127.0.0.1", "http://127.0.0.1:5005"),
        ("10.0.0.7", "http://10.0.0.7:5005"),
        ("bot-1.example", "http://bot-1.example:5005"),
        ("::", "http://[::1]:5005"),
        ("fd00::7", "http://[fd00::7]:5005"),
    ],
)
def test_where_the_bot_answers_on_this_machine(host: str, url: str) -> None:
    assert load({"BOT_HOST": host}).local_bot_url == url


def test_where_the_console_answers_on_this_machine() -> None:
    assert load({"CONSOLE_PORT": "8205"}).local_console_url == "http://127.0.0.1:8205"
    assert load({"CONSOLE_HOST": "10.0.0.7"}).local_console_url == "http://10.0.0.7:8080"


def test_settings_do_not_show_their_secrets() -> None:
    addresses = {"DATABASE_URL": "postgresql://u:hush3@h/d", "REDIS_URL": "redis://:hush4@h"}
    shown = repr(load({**TWILIO, "TWILIO_AUTH_TOKEN": "hush5", **WECHAT, **addresses}))
    assert "AC1" in shown and "wx1" in shown
    assert re.findall(f"hush.|{KEY}", shown) == []


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
