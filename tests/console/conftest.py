"""The console on a free port, over a real database; the bot is a fake that keeps what it is sent."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Iterator, Optional

import pytest
import requests
from sanic import Sanic

from bot import config
from bot.config import Settings
from bot.console.app import create_app
from bot.services.context import Context
from bot.store.moved_clock import MovedClock
from bot.wiring import App
from tests.fakes.local_server import Call, LocalServer, Reply
from tests.support.servers import wait_for_port

Serve = Callable[..., "Console"]


@dataclass
class FakeBot:
    """Answers every webhook with `status`; `calls` is what came."""

    status: int = 200
    calls: list[Call] = field(default_factory=list)

    def answer(self, call: Call) -> Reply:
        self.calls.append(call)
        return Reply(self.status, b"", {})


@dataclass(frozen=True)
class Console:
    """A running console as its own page talks to it."""

    url: str
    settings: Settings

    def get(self, path: str, **options: Any) -> requests.Response:
        return requests.get(self.url + path, timeout=10, **options)

    def post(self, path: str, body: Any, **headers: str) -> requests.Response:
        own = {"X-Console": "1", "Origin": self.url, **headers}
        return requests.post(self.url + path, json=body, headers=own, timeout=30)


@contextmanager
def serving(ctx: Context, settings: Settings, demo_clock: Optional[MovedClock] = None) -> Iterator[Console]:
    """Until the end of the block; ends as it does on SIGTERM."""
    Sanic.test_mode = True  # it rewrites its own methods at a start; only so may it start twice in a process
    server = create_app(App(settings, ctx, demo_clock=demo_clock))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        ready = threading.Event()
        loops: list[asyncio.AbstractEventLoop] = []

        async def remember(app: Any, loop: asyncio.AbstractEventLoop) -> None:
            loops.append(loop)
            ready.set()

        server.register_listener(remember, "after_server_start")
        run = {"sock": listener, "register_sys_signals": False, "access_log": False, "motd": False}
        thread = threading.Thread(target=server.run, kwargs=run, daemon=True)
        thread.start()
        assert ready.wait(20)
        wait_for_port(port)
        yield Console(f"http://127.0.0.1:{port}", settings)
        loops[0].call_soon_threadsafe(server.stop)
        thread.join(20)
        assert not thread.is_alive()


@pytest.fixture
def bot() -> Iterator[FakeBot]:
    """A bot that takes everything; its port is the one in the settings."""
    yield FakeBot()


@pytest.fixture
def settings(tmp_path: Path, bot: FakeBot) -> Iterator[Settings]:
    """No vendor: the simulator is open."""
    with LocalServer(bot.answer) as server:
        env = {
            "BOT_PORT": server.url.rsplit(":", 1)[1],
            "PUBLIC_URL": "https://bot.example",
            "BOT_VAR": str(tmp_path),
        }
        yield config.load(env)


@pytest.fixture
def console(sqlite_ctx: Context, settings: Settings) -> Iterator[Console]:
    """A running console."""
    with serving(sqlite_ctx, settings) as it:
        yield it
