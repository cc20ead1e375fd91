"""Typed settings, read once at start from the environment. A wrong one stops the start with a sentence that names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Callable, Mapping, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from redis.connection import parse_url
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent
TWILIO_API = "https://api.twilio.com"
WECHAT_API = "https://api.weixin.qq.com"
T = TypeVar("T")


class SettingError(Exception):
    """A setting is wrong; the message names it and says what it must look like."""


@dataclass(frozen=True)
class Twilio:
    """Twilio's account. Without one (`account_sid` empty) the simulator stands in for the vendor."""

    account_sid: str
    auth_token: str = field(repr=False)
    sender: str
    api_base: str

    @property
    def configured(self) -> bool:
        """True where a real account is set."""
        return bool(self.account_sid)


@dataclass(frozen=True)
class WeChat:
    """WeChat Official Account. `aes_keys`: the current EncodingAESKey, then the previous ones while rotating."""

    app_id: str
    app_secret: str = field(repr=False)
    token: str = field(repr=False)
    aes_keys: tuple[str, ...] = field(repr=False)
    api_base: str

    @property
    def configured(self) -> bool:
        """True where a real account is set."""
        return bool(self.app_id)


@dataclass(frozen=True)
class Settings:
    """Everything that may differ between machines. Its text (`repr`) shows no secret."""

    database_url: str = field(repr=False)
    redis_url: str = field(repr=False)
    public_url: str
    bot_host: str
    bot_port: int
    console_host: str
    console_port: int
    actions_url: str
    timezone: ZoneInfo
    twilio: Twilio
    wechat: WeChat
    var: Path
    log_level: str

    @property
    def simulated(self) -> bool:
        """True while no vendor is configured: sample data and the simulator page are allowed."""
        return not (self.twilio.configured or self.wechat.configured)

    @property
    def local_bot_url(self) -> str:
        """Where the bot answers on this machine."""
        return _local_url(self.bot_host, self.bot_port)

    @property
    def local_console_url(self) -> str:
        """Where the console answers on this machine."""
        return _local_url(self.console_host, self.console_port)


def load(env: Mapping[str, str]) -> Settings:
    """Reads and checks all settings. Raises SettingError, whose text names the wrong one."""
    var = Path(env.get("BOT_VAR") or ROOT / "var")
    bot_port = _read(env, "BOT_PORT", "5005", _port)
    return Settings(
        database_url=_read(env, "DATABASE_URL", f"sqlite:///{var / 'bot.db'}", _database_url),
        redis_url=_read(env, "REDIS_URL", "", _redis_url),
        public_url=_read(env, "PUBLIC_URL", f"http://localhost:{bot_port}", _http_url),
        bot_host=_read(env, "BOT_HOST", "0.0.0.0", _host),
        bot_port=bot_port,
        console_host=_read(env, "CONSOLE_HOST", "127.0.0.1", _host),
        console_port=_read(env, "CONSOLE_PORT", "8080", _port),
        actions_url=_read(env, "ACTIONS_URL", "", _optional_http_url),
        timezone=_read(env, "BOT_TIMEZONE", "Asia/Shanghai", _timezone),
        twilio=_twilio(env),
        wechat=_wechat(env),
        var=var,
        log_level=_read(env, "LOG_LEVEL", "INFO", _log_level),
    )


def _read(env: Mapping[str, str], name: str, default: str, parse: Callable[[str], T]) -> T:
    value = (env.get(name) or default).strip()
    try:
        return parse(value)
    except ValueError as why:
        raise SettingError(f"设置 {name} 不对：{why}") from None


def _twilio(env: Mapping[str, str]) -> Twilio:
    names = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM")
    _all_or_none(env, names)
    sid, token, sender = (env.get(name, "").strip() for name in names)
    base = _read(env, "TWILIO_API_BASE", TWILIO_API, _http_url)
    return Twilio(sid, token, sender, base)


def _wechat(env: Mapping[str, str]) -> WeChat:
    names = ("WECHAT_APP_ID", "WECHAT_APP_SECRET", "WECHAT_TOKEN")
    _all_or_none(env, names)
    app_id, secret, token = (env.get(name, "").strip() for name in names)
    keys = _read(env, "WECHAT_AES_KEY", "", _aes_keys)
    base = _read(env, "WECHAT_API_BASE", WECHAT_API, _http_url)
    return WeChat(app_id, secret, token, keys, base)


def _all_or_none(env: Mapping[str, str], names: tuple[str, ...]) -> None:
    missing = [name for name in names if not env.get(name, "").strip()]
    if missing and len(missing) < len(names):
        raise SettingError(f"设置 {missing[0]} 没填：{'、'.join(names)} 要么都填，要么都不填")


def _database_url(value: str) -> str:
    # Rasa's SQLAlchemy 1.4 refuses the old scheme name, which many hosts still hand out.
    value = re.sub(r"^postgres(ql)?://", "postgresql+psycopg2://", value)
    if not value.startswith(("sqlite:///", "postgresql+psycopg2://")):
        raise ValueError("要以 sqlite:/// 或 postgresql:// 开头")
    try:
        port = make_url(value).port
        if port is not None:
            _port(str(port))
    except (ArgumentError, ValueError):  # their texts repeat the address, and with it the password
        raise ValueError("地址看不懂，要像 postgresql://用户:密码@主机:5432/库名") from None
    return value


def _redis_url(value: str) -> str:
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("要以 redis:// 开头，或者不填")
    try:
        if value:
            parse_url(value)
    except ValueError:
        raise ValueError("地址看不懂，要像 redis://:密码@主机:6379/0") from None
    return value


def _http_url(value: str) -> str:
    if not re.match(r"https?://[^/\s]+", value):
        raise ValueError("要以 http:// 或 https:// 开头")
    try:
        named = urlsplit(value).hostname and urlsplit(value).port != 0
    except ValueError:
        named = False
    if not named:
        raise ValueError("主机名或端口不对，要像 https://bot.example.org 或 http://localhost:5005")
    return value.rstrip("/")


def _optional_http_url(value: str) -> str:
    return _http_url(value) if value else ""


def _port(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", value) or not 0 < int(value) < 65536:
        raise ValueError("要是 1 到 65535 的整数")
    return int(value)


def _host(value: str) -> str:
    name = re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", value)
    if name and not re.fullmatch(r"[0-9.]+", value):
        return value
    try:
        return str(ip_address(value))
    except ValueError:
        raise ValueError("要是 IP 地址或主机名，例如 127.0.0.1，不带 http:// 和端口") from None


def _local_url(host: str, port: int) -> str:
    # What listens on all addresses is asked on the machine's own one.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _timezone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("没有这个时区，例如 Asia/Shanghai") from None


def _aes_keys(value: str) -> tuple[str, ...]:
    keys = tuple(key for key in re.split(r"[,\s]+", value) if key)
    if any(not re.fullmatch(r"[A-Za-z0-9]{43}", key) for key in keys):
        raise ValueError("每个密钥要是 43 位字母数字；轮换时新钥在前，旧钥在后，用逗号隔开")
    return keys


def _log_level(value: str) -> str:
    if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("要是 DEBUG、INFO、WARNING 或 ERROR")
    return value.upper()
