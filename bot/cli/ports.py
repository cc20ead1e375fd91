"""Whether the ports of the settings can be listened on, asked before anything is started."""

from __future__ import annotations

import errno
import socket
from urllib.parse import urlsplit

from bot.config import SettingError, Settings

ACTIONS_HOST, USUAL_ACTIONS_PORT = "0.0.0.0", 5055  # noqa: S104 - what Rasa's action server does
Wanted = tuple[str, str, str, int]


def wanted(settings: Settings, process: str) -> Wanted | None:
    """What a process listens on: setting of the host, host, setting of the port, port. None where it does not listen."""
    if process == "bot":
        return "BOT_HOST", settings.bot_host, "BOT_PORT", settings.bot_port
    if process == "console":
        return "CONSOLE_HOST", settings.console_host, "CONSOLE_PORT", settings.console_port
    if process == "actions":
        return "ACTIONS_URL", ACTIONS_HOST, "ACTIONS_URL", actions_port(settings)
    return None


def actions_port(settings: Settings) -> int:
    """The port in ACTIONS_URL."""
    return urlsplit(settings.actions_url).port or USUAL_ACTIONS_PORT


def check(settings: Settings, process: str) -> None:
    """Raises SettingError, naming the setting, where the process could not listen."""
    asked = wanted(settings, process)
    if asked is None:
        return
    host_setting, host, port_setting, port = asked
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: what an earlier run has left half closed is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise SettingError(f"设置 {host_setting} 不对：找不到主机 {host}") from None
    except OSError as why:
        if why.errno == errno.EADDRNOTAVAIL:
            raise SettingError(f"设置 {host_setting} 不对：{host} 不是这台机器的地址") from None
        if why.errno == errno.EACCES:
            raise SettingError(
                f"设置 {port_setting} 不对：没有权限用端口 {port}，请换成 1024 以上的"
            ) from None
        raise SettingError(
            f"设置 {port_setting} 不对：端口 {port} 已被别的程序占用，请换一个或先停掉那个程序"
        ) from None
