"""What all actions share: from Rasa's tracker to one service call in one transaction."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from typing import Any, Callable, ClassVar, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.exc import OperationalError

from bot import wiring
from bot.services import posting_draft, rerouting
from bot.services.context import Context
from bot.services.talk import AlreadyAnswered, Talk, Turn, answering

log = logging.getLogger(__name__)
UseCase = Callable[[Talk], Any]
TRIES = 4


class ServiceAction(Action):
    """An action that answers the message by one use case. Replies are outbox rows, not utterances."""

    use_case: ClassVar[UseCase]
    action_name: ClassVar[str] = ""

    def name(self) -> str:
        """As domain.yml calls it."""
        return self.action_name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[Dict[str, Any]]:
        """Runs the use case in a thread, so that the event loop never waits for the database."""
        turn = turn_of(tracker)
        if turn is not None:
            use_case = type(self).use_case
            try:
                await asyncio.get_running_loop().run_in_executor(
                    None, perform, wiring.current().ctx, turn, use_case
                )
            except Exception as why:  # its text may hold what the person wrote; the turn is tried again
                log.error("%s failed for message %d: %s", self.name(), turn.inbound_id, type(why).__name__)
        return []


def turn_of(tracker: Tracker) -> Optional[Turn]:
    """The message as understood; None where it did not come through a channel of ours (`rasa shell`)."""
    message = tracker.latest_message
    metadata = message.get("metadata") or {}
    if "inbound_id" not in metadata:
        return None
    understanding = message.get("understanding") or {}
    return Turn(
        inbound_id=int(metadata["inbound_id"]),
        task=understanding.get("task") or message["intent"]["name"],
        confidence=float(message["intent"].get("confidence") or 0.0),
        text=message.get("text") or "",
        fields={**understanding, "jobs": message.get("jobs") or {}},
        meanings=message.get("meanings") or [],
        also=message.get("also") or {},
    )


def perform(ctx: Context, turn: Turn, use_case: UseCase) -> None:
    """One transaction; tried again where two of them got in each other's way (deadlock, locked database)."""
    for attempt in range(1, TRIES + 1):
        try:
            with answering(ctx, turn) as talk:
                _answer(talk, use_case)
            return
        except AlreadyAnswered:
            return
        except OperationalError:
            log.warning("transaction tried again (%d)", attempt)
            if attempt == TRIES:
                raise
            time.sleep(random.uniform(0.01, 0.05) * attempt)


def _answer(talk: Talk, use_case: UseCase) -> None:
    misses = talk.state.misses
    rerouting.use_case_for(talk, use_case)(talk)
    posting_draft.pick_up(talk)
    if talk.state.misses == misses:  # understood: the count of misses in a row starts anew
        talk.state.misses = 0


def action(task: str, use_case: UseCase) -> type:
    """A thin action class `action_<task>`."""
    body = {"use_case": staticmethod(use_case), "action_name": f"action_{task}", "__doc__": use_case.__doc__}
    return type(f"Action{task.title().replace('_', '')}", (ServiceAction,), body)
