"""Handles stored messages: one person's in order, one at a time; different people in parallel."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Awaitable, Callable, Dict, Set

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.services import inbox, last_resort, turn_facts
from bot.services.context import Context
from bot.services.turn_facts import TurnFacts

log = logging.getLogger(__name__)
Handle = Callable[[UserMessage], Awaitable[Any]]
SWEEP_SECONDS = 20
TRIES, PAUSE_SECONDS = 3, 0.3
PATIENCE_SECONDS = 600


class Turns:
    """The inbox's worker inside the bot process."""

    def __init__(self, ctx: Context, handle: Handle) -> None:
        self._ctx, self._handle = ctx, handle
        self._running: Dict[int, "asyncio.Task[None]"] = {}
        self._wanted: Set[int] = set()
        self._tries: Dict[int, int] = {}
        self._waiters: Dict[int, Set[asyncio.Event]] = {}

    def start(self, person_id: int) -> None:
        """Sees to it that the person's stored messages are handled; harmless to repeat."""
        self._wanted.add(person_id)
        if person_id not in self._running:
            self._running[person_id] = asyncio.get_running_loop().create_task(self._drain(person_id))

    async def wait(self, inbound_id: int, seconds: float) -> bool:
        """True as soon as this message is answered, False after so many seconds."""
        event = asyncio.Event()
        waiters = self._waiters.setdefault(inbound_id, set())
        waiters.add(event)
        try:
            if not await self._call(turn_facts.is_answered, inbound_id):
                await asyncio.wait_for(event.wait(), seconds)
            return True
        except asyncio.TimeoutError:
            return False
        finally:
            waiters.discard(event)
            if not waiters:
                self._waiters.pop(inbound_id, None)

    async def settled(self, person_id: int) -> None:
        """Returns when everything that this person has sent so far is answered."""
        self.start(person_id)
        task = self._running.get(person_id)
        if task:
            await asyncio.shield(task)

    async def recover(self) -> None:
        """Takes up what was stored and never answered: after a crash, or left by another process."""
        for person_id in await self._call(inbox.waiting_people):
            self.start(person_id)

    async def sweep(self) -> None:
        """Recovers now and then for as long as the process lives."""
        while True:
            try:
                await self.recover()
            except Exception as why:  # the database may be away for a while; the messages are not lost
                log.error("inbox could not be read: %s", type(why).__name__)
            await asyncio.sleep(SWEEP_SECONDS)

    async def _drain(self, person_id: int) -> None:
        try:
            while person_id in self._wanted:
                self._wanted.discard(person_id)
                await self._handle_all(person_id)
        except Exception as why:  # stored and unanswered: the sweep takes it up again
            log.error("turn failed: %s", type(why).__name__)
        finally:
            self._running.pop(person_id, None)

    async def _handle_all(self, person_id: int) -> None:
        while True:
            facts = await self._call(turn_facts.next_turn, person_id)
            if facts is None:
                return
            await self._one(facts)

    async def _one(self, facts: TurnFacts) -> None:
        if facts.for_dialogue:
            await self._talk(facts)
        if not await self._call(turn_facts.is_answered, facts.inbound_id):
            if facts.for_dialogue and self._try_again(facts.inbound_id):
                await asyncio.sleep(PAUSE_SECONDS)
                return  # it is still the person's oldest message
            # An action that failed has rolled back everything it did; the person is answered all the same.
            await self._call(last_resort.answer_if_unanswered, facts.inbound_id)
        self._tries.pop(facts.inbound_id, None)
        for event in self._waiters.get(facts.inbound_id, ()):
            event.set()

    async def _talk(self, facts: TurnFacts) -> None:
        try:
            await self._handle(_message(facts))
        except Exception as why:
            log.error("dialogue failed for message %d: %s", facts.inbound_id, type(why).__name__)
            if facts.age_seconds < PATIENCE_SECONDS:
                raise  # Redis or a server is away: the message stays stored, and the sweep takes it up again

    def _try_again(self, inbound_id: int) -> bool:
        self._tries[inbound_id] = self._tries.get(inbound_id, 0) + 1
        return self._tries[inbound_id] < TRIES

    async def _call(self, function: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(None, function, self._ctx, *args)


def _message(facts: TurnFacts) -> UserMessage:
    return UserMessage(
        text=facts.text,
        output_channel=CollectingOutputChannel(),
        sender_id=str(facts.person_id),
        input_channel=facts.channel,
        message_id=str(facts.inbound_id),
        metadata=facts.metadata(),
    )


def shared(app: Any, handle: Handle) -> Turns:
    """The one `Turns` of this process, whichever channel asks first."""
    if app.turns is None:
        app.turns = Turns(app.ctx, handle)
    return app.turns
