"""Every dialogue under this folder, written as people talk."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
import yaml

from bot import wiring
from bot.config import load
from bot.engine import logs, server
from bot.engine.turns import Turns
from bot.services.context import Context
from bot.wiring import App
from tests.conversations.script import Runner
from tests.support.clock import Clock

HERE = Path(__file__).parent


def scripts() -> List[Tuple[str, Dict[str, Any]]]:
    return [
        (f"{path.stem}: {script['name']}", script)
        for path in sorted(HERE.glob("*.yml"))
        for script in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def agent(loop: asyncio.AbstractEventLoop) -> Any:
    logs.quiet_rasa()
    app = wiring.build(load({"DATABASE_URL": "sqlite:///:memory:"}))
    return loop.run_until_complete(server.load(app))


@pytest.fixture
def runner(agent: Any, sqlite_ctx: Context, clock: Clock, loop: asyncio.AbstractEventLoop) -> Runner:
    wiring.install(App(load({}), sqlite_ctx))
    return Runner(sqlite_ctx, clock, Turns(sqlite_ctx, agent.handle_message), loop)


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in scripts()])
def test_dialogue(script: Dict[str, Any], runner: Runner) -> None:
    runner.play(script)


def test_there_are_dialogues() -> None:
    assert len(scripts()) >= 25
