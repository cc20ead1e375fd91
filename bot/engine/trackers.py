"""Rasa's tracker, rebuilt for each turn from our own conversation row. Written against Rasa 3.6.21.

There is one store of a talk, ours, written in the same transaction as the facts. Rasa needs only to know that it
listens and what the bot waits for; so a turn costs the same after 10 messages and after 10,000, and nothing that a
person said is kept a second time.
"""

from __future__ import annotations

import asyncio
from typing import Any, Iterable, Optional

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot import wiring
from bot.services import turn_facts

EXPECTING = "expecting"


class ConversationTrackerStore(TrackerStore):
    """Reads; never writes: the services have committed everything by the time Rasa would save."""

    def __init__(
        self,
        domain: Any = None,
        event_broker: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker:
        """A tracker that listens, with the slot `expecting` set where the bot asked something."""
        tracker = self.init_tracker(sender_id)
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        expecting = await asyncio.get_running_loop().run_in_executor(None, self._expecting, sender_id)
        if expecting:
            tracker.update(SlotSet(EXPECTING, expecting))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Nothing to do, see the class."""

    async def keys(self) -> Iterable[str]:
        """Conversations are listed by our own pages, not by Rasa."""
        return []

    def _expecting(self, sender_id: str) -> Optional[str]:
        if not sender_id.isdigit():  # `rasa test` and `rasa shell` bring their own names
            return None
        return turn_facts.expecting(wiring.current().ctx, int(sender_id))
