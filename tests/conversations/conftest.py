"""The trained model, once a module, and a runner on a fresh database."""

from __future__ import annotations

import asyncio
from typing import Any, Iterator

import pytest

from bot import wiring
from bot.config import load
from bot.engine import logs, server
from bot.engine.turns import Turns
from bot.services.context import Context
from bot.wiring import App
from tests.conversations.script import Runner
from tests.support.clock import Clock


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def agent(loop: asyncio.AbstractEventLoop) -> Any:
    logs.quiet_rasa()
    app = wiring.build(load({"DATABASE_URL": "sqlite:///:memory:"}))
    return loop.run_until_complete(server.load(app))


@pytest.fixture
def runner(agent: Any, sqlite_ctx: Context, clock: Clock, loop: asyncio.AbstractEventLoop) -> Runner:
    wiring.install(App(load({}), sqlite_ctx))
    return Runner(sqlite_ctx, clock, Turns(sqlite_ctx, agent.handle_message), loop)
