"""Fixtures of the channels: an App with an empty database, the served webhooks, the fake vendors."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

from bot import config, wiring
from bot.channels.twilio_sms import TwilioSms
from bot.channels.wechat import WeChat
from bot.channels.wechat_passive import Patience
from bot.services.context import Context
from bot.store.schema import metadata
from bot.store.session import Database, open_engine
from bot.wiring import App
from tests.channels.served import LONG, Bot, Clock, Dialogue, running
from tests.fakes.twilio_server import FakeTwilio
from tests.fakes.wechat_server import FakeWeChat


@pytest.fixture(scope="session")
def reference() -> Context:
    """Reference data and texts, loaded once."""
    return wiring.build(config.load({})).ctx


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_app(reference: Context, clock: Clock, tmp_path: Path) -> Iterator[Callable[[dict[str, str]], App]]:
    """Builds an App with an empty database of its own."""
    made: list[App] = []

    def make(env: dict[str, str]) -> App:
        settings = config.load({"BOT_VAR": str(tmp_path / f"var{len(made)}"), **env})
        database = Database(open_engine(settings.database_url))
        app = App(settings, replace(reference, db=database, clock=clock))
        metadata().create_all(app.ctx.db.engine)
        made.append(app)
        return app

    yield make
    for app in made:
        app.ctx.db.engine.dispose()


@pytest.fixture
def serve(make_app: Any) -> Iterator[Callable[..., Bot]]:
    """Starts the webhooks with these settings; WeChat's patience is given by the test."""
    started: list[Any] = []

    def start(env: dict[str, str], patience: Patience = Patience(LONG, LONG)) -> Bot:
        door = socket.socket()
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        app = make_app({"PUBLIC_URL": f"http://127.0.0.1:{port}", **env})
        dialogue = Dialogue(app.ctx)
        server = running([TwilioSms(app, second_look=0), WeChat(app, patience)], dialogue, door)
        server.__enter__()
        started.append((server, dialogue))
        return Bot(app, dialogue, port)

    yield start
    for server, dialogue in started:
        dialogue.open.set()
        server.__exit__(None, None, None)


@pytest.fixture
def twilio(clock: Clock) -> Iterator[FakeTwilio]:
    with FakeTwilio(now=clock) as fake:
        yield fake
    assert fake.problems == []


@pytest.fixture
def wechat(clock: Clock) -> Iterator[FakeWeChat]:
    with FakeWeChat(now=clock.seconds) as fake:
        yield fake
    assert fake.problems == []
