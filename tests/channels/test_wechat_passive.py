"""A passive reply is taken once, and never lost: not to somebody who has hung up, nor with a process that dies."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any, Awaitable, Callable

import pytest

from bot.channels.wechat_passive import PassiveReply, Patience
from bot.core.address import Address
from bot.engine.turns import Turns
from bot.services import inbox, outbox
from bot.services.inbox import Accepted, Incoming
from bot.store.messages import ANSWERED, Inbound, Outbox
from bot.store.people import AddressRow
from bot.wiring import App
from tests.channels.served import Clock

NOW_OR_NEVER = Patience(0.0, 0.0)


async def _no_dialogue(message: Any) -> None:
    raise AssertionError("no turn is started here")


@pytest.fixture
def app(make_app: Callable[[dict[str, str]], App]) -> App:
    return make_app({})


def _message_with_reply(app: App, answered: bool, text: str = "收到") -> Accepted:
    accepted = inbox.accept(app.ctx, Incoming("key", Address("wechat", "oA", "gh_1"), "text", "找活"))
    now = app.ctx.clock()
    with app.ctx.db.writing() as session:
        row = session.get(Inbound, accepted.inbound_id)
        row.state = ANSWERED if answered else row.state
        address = session.get(AddressRow, row.address_id)
        hold = outbox.PASSIVE_HOLD
        outbox.write(session, key="r", address=address, text=text, now=now, inbound_id=row.id, hold=hold)
    return accepted


def _reply(
    app: App, accepted: Accepted, connected: bool = True, patience: Patience = NOW_OR_NEVER
) -> Awaitable[str | None]:
    passive = PassiveReply(app.ctx, Turns(app.ctx, _no_dialogue), patience)
    return passive.text(accepted, asyncio.get_running_loop().time(), lambda: connected)


def _row(app: App) -> Outbox:
    with app.ctx.db.reading() as session:
        return session.get(Outbox, 1)


def test_reply_is_taken_and_marked(app: App) -> None:
    async def run() -> list[str | None]:
        accepted = _message_with_reply(app, answered=True)
        return [await _reply(app, accepted), await _reply(app, accepted)]

    assert asyncio.run(run()) == ["收到", None]
    assert (_row(app).state, _row(app).via, _row(app).sent_at) == ("sent", "passive", app.ctx.clock())


def test_reply_that_was_not_got_is_handed_out_again(app: App, clock: Clock) -> None:
    """The process died before it wrote the answer: the platform gets none and comes again after five seconds."""

    async def run() -> list[str | None]:
        accepted = _message_with_reply(app, answered=True)
        taken = [await _reply(app, accepted)]
        for seconds in (3.9, 0.1, 3.9, 1.1):
            clock.forward(seconds=seconds)
            taken.append(await _reply(app, accepted))
        return taken

    assert asyncio.run(run()) == ["收到", None, "收到", None, "收到"]
    assert (_row(app).state, _row(app).via, _row(app).sent_at) == ("sent", "passive", app.ctx.clock())


@pytest.mark.parametrize("seconds_later", [0, 5])
def test_repeats_in_parallel_carry_one_reply(app: App, clock: Clock, seconds_later: int) -> None:
    async def run() -> list[str | None]:
        accepted = _message_with_reply(app, answered=True)
        if seconds_later:
            await _reply(app, accepted)
            clock.forward(seconds=seconds_later)
        return list(await asyncio.gather(*(_reply(app, accepted) for _ in range(5))))

    assert sorted(text or "" for text in asyncio.run(run())) == [""] * 4 + ["收到"]


def test_what_counts_is_when_a_repeat_came_not_how_long_it_waited(app: App, clock: Clock) -> None:
    async def run() -> list[str | None]:
        accepted = _message_with_reply(app, answered=False)
        waiting = asyncio.ensure_future(_reply(app, accepted, patience=Patience(600.0, 600.0)))
        await asyncio.wait([waiting], timeout=0.1)  # it has come in by now
        with app.ctx.db.writing() as session:
            session.get(Inbound, accepted.inbound_id).state = ANSWERED
        first = await _reply(app, accepted)
        clock.forward(seconds=60)
        return [first, await waiting]

    assert asyncio.run(run()) == ["收到", None]


def test_reply_that_the_worker_sent_is_not_handed_out(app: App, clock: Clock) -> None:
    async def run() -> str | None:
        accepted = _message_with_reply(app, answered=True)
        outbox.sent(app.ctx, 1, "", "api")
        clock.forward(seconds=60)
        return await _reply(app, accepted)

    assert asyncio.run(run()) is None


def test_turn_of_another_process_is_noticed(app: App) -> None:
    async def run() -> str | None:
        accepted = _message_with_reply(app, answered=False)
        waiting = asyncio.ensure_future(_reply(app, accepted, patience=Patience(600.0, 600.0)))
        await asyncio.wait([waiting], timeout=0.1)  # it has looked once by now
        with app.ctx.db.writing() as session:
            session.get(Inbound, accepted.inbound_id).state = ANSWERED
        return await waiting

    assert asyncio.run(run()) == "收到"


@pytest.mark.parametrize("deliveries", [1, 2, 3])
def test_reply_that_came_too_late_goes_to_the_worker_at_once(app: App, deliveries: int) -> None:
    async def run() -> str | None:
        accepted = _message_with_reply(app, answered=False)
        return await _reply(app, Accepted(accepted.inbound_id, accepted.person_id, deliveries))

    assert asyncio.run(run()) is None
    assert (_row(app).state, _row(app).not_before) == ("queued", app.ctx.clock())


@pytest.mark.parametrize("deliveries", [1, 2])
def test_first_tries_are_held_so_that_the_platform_comes_again(app: App, deliveries: int) -> None:
    async def run() -> None:
        accepted = _message_with_reply(app, answered=False)
        early, last = (
            asyncio.ensure_future(
                _reply(
                    app, Accepted(accepted.inbound_id, 1, count), patience=Patience(answer=0.0, hold=600.0)
                )
            )
            for count in (deliveries, 3)
        )
        done, held = await asyncio.wait({early, last}, return_when=asyncio.FIRST_COMPLETED)
        assert (done, held) == ({last}, {early})
        early.cancel()

    asyncio.run(run())


def test_reply_for_somebody_who_hung_up_waits_again(app: App) -> None:
    async def run() -> list[str | None]:
        accepted = _message_with_reply(app, answered=True)
        gone = await _reply(app, accepted, connected=False)
        assert (_row(app).state, _row(app).via, _row(app).sent_at) == ("queued", None, None)
        assert _row(app).not_before == app.ctx.clock() + timedelta(seconds=16)
        return [gone, await _reply(app, accepted)]

    assert asyncio.run(run()) == [None, "收到"]


def test_hanging_up_while_the_reply_is_taken_gives_it_back(app: App) -> None:
    async def run() -> None:
        accepted = _message_with_reply(app, answered=True)
        with app.ctx.db.writing():  # taking has to wait for this transaction
            reply = asyncio.ensure_future(_reply(app, accepted))
            while not _taking():
                await asyncio.sleep(0)
            reply.cancel()
            await asyncio.wait([reply])
        assert reply.cancelled()
        await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()})

    asyncio.run(run())
    assert (_row(app).state, _row(app).via) == ("queued", None)


def _taking() -> bool:
    return any("in_thread" in repr(task.get_coro()) for task in asyncio.all_tasks())
