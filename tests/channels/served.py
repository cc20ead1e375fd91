"""The webhooks in a real Sanic server over a real database; only the dialogue is a stand-in."""

from __future__ import annotations

import asyncio
import itertools
import socket
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Iterator

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Sanic
from sqlalchemy import select, text

from bot.services import outbox
from bot.services.context import Context
from bot.store.messages import ANSWERED, Inbound, Outbox
from bot.store.people import AddressRow
from bot.wiring import App

START = datetime(2024, 5, 6, 1, 0, tzinfo=timezone.utc)
LONG = 20  # seconds that a test waits at most for something that takes milliseconds
_names = itertools.count()


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)

    def seconds(self) -> float:
        """For the fake vendors."""
        return self.now.timestamp()


class Dialogue:
    """Stands in for Rasa: answers every text with `收到:` and the text, as soon as `open` lets it."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.heard: list[str] = []
        self.begun = threading.Event()
        self.open = threading.Event()
        self.open.set()
        self.answer: Callable[[str], str | None] = lambda text: f"收到:{text}"
        self._changed = threading.Condition()

    async def __call__(self, message: UserMessage) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self._turn, message)

    def wait_for(self, *texts: str) -> None:
        """Returns when exactly these texts were handled, in this order; fails otherwise."""
        with self._changed:
            self._changed.wait_for(lambda: len(self.heard) >= len(texts), LONG)
        assert self.heard == list(texts)

    def _turn(self, message: UserMessage) -> None:
        self.begun.set()
        assert self.open.wait(LONG)
        now = self._ctx.clock()
        with self._ctx.db.writing() as session:
            row = session.get(Inbound, message.metadata["inbound_id"])
            row.state, row.answered_at = ANSWERED, now
            text = self.answer(row.text)
            if text is not None:
                address = session.get(AddressRow, row.address_id)
                hold = outbox.PASSIVE_HOLD if address.channel == "wechat" else timedelta(0)
                outbox.write(
                    session,
                    key=f"reply:{row.id}",
                    address=address,
                    text=text,
                    now=now,
                    priority=outbox.REPLY,
                    inbound_id=row.id,
                    hold=hold,
                )
        with self._changed:
            self.heard.append(row.text)
            self._changed.notify_all()


class Bot:
    """The webhooks, served. `url(path)` is their public address."""

    def __init__(self, app: App, dialogue: Dialogue, port: int) -> None:
        self.app, self.dialogue, self._port = app, dialogue, port

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self._port}{path}"

    def stored(self) -> list[Inbound]:
        """All inbox rows."""
        with self.app.ctx.db.reading() as session:
            return list(session.execute(select(Inbound).order_by(Inbound.id)).scalars())

    def address(self, inbound: Inbound) -> AddressRow:
        """Where a message came from."""
        with self.app.ctx.db.reading() as session:
            return session.get(AddressRow, inbound.address_id)

    def outgoing(self) -> list[Outbox]:
        """All outbox rows."""
        with self.app.ctx.db.reading() as session:
            return list(session.execute(select(Outbox).order_by(Outbox.id)).scalars())


@contextmanager
def database_down(ctx: Context) -> Iterator[None]:
    """Every use of the inbox fails meanwhile."""
    with ctx.db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE inbound RENAME TO away"))
    yield
    with ctx.db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO inbound"))


@contextmanager
def running(channels: list[InputChannel], dialogue: Dialogue, door: socket.socket) -> Iterator[None]:
    """Sanic in a thread, its routes put up as Rasa does it."""
    Sanic.test_mode = (
        True  # Sanic rewrites its own methods at a start; only so may it start twice in a process
    )
    web = Sanic(f"channels_{next(_names)}", configure_logging=False)
    for channel in channels:
        web.blueprint(channel.blueprint(dialogue), url_prefix=f"/webhooks/{channel.url_prefix()}")
    loop, ready = asyncio.new_event_loop(), threading.Event()

    async def serve() -> Any:
        server = await web.create_server(sock=door, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        return server

    def run() -> None:
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(serve())
        ready.set()
        loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(LONG)
    yield
    loop.call_soon_threadsafe(loop.stop)
    thread.join(LONG)
