"""A port that is taken is named before anything is started."""

from __future__ import annotations

import socket
from typing import Iterator

import pytest

from bot import config
from bot.cli import ports
from bot.config import SettingError
from tests.support.servers import free_port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def check(process: str, **env: str) -> None:
    ports.check(config.load(env), process)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])
@pytest.mark.parametrize(("process", "name"), [("bot", "BOT"), ("console", "CONSOLE")])
def test_a_taken_port_is_named(taken: int, process: str, name: str, host: str) -> None:
    with pytest.raises(SettingError, match=f"^设置 {name}_PORT 不对：端口 {taken} 已被别的程序占用"):
        check(process, **{f"{name}_PORT": str(taken), f"{name}_HOST": host})


def test_the_action_servers_port_is_looked_at_too(taken: int) -> None:
    with pytest.raises(SettingError, match="^设置 ACTIONS_URL 不对：端口"):
        check("actions", ACTIONS_URL=f"http://localhost:{taken}/webhook")


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_host_that_is_not_this_machine_is_named(host: str) -> None:
    with pytest.raises(SettingError, match=f"^设置 BOT_HOST 不对：.*{host}"):
        check("bot", BOT_HOST=host)


def test_a_free_port_is_left_free() -> None:
    port = free_port()
    check("bot", BOT_PORT=str(port), BOT_HOST="127.0.0.1")
    with socket.socket() as mine:
        mine.bind(("127.0.0.1", port))
        assert mine.getsockname() == ("127.0.0.1", port)


def test_delivery_listens_nowhere(taken: int) -> None:
    settings = config.load({"BOT_PORT": str(taken), "CONSOLE_PORT": str(taken)})
    assert ports.wanted(settings, "delivery") is None
    ports.check(settings, "delivery")
