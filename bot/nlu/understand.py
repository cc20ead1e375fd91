"""What one message means: the trained model by itself, on the same path that the dialogue takes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.engine.lean import make_lean
from bot.engine.logs import quiet_rasa
from bot.nlu.components.understanding import UNDERSTANDING


class Understander:
    """Loads the model once; may be asked any number of times."""

    def __init__(self, model: Path) -> None:
        quiet_rasa()  # left alone, Rasa prints every message to standard output
        self.agent = Agent.load(model)
        make_lean(self.agent)

    async def understand(
        self, text: str, now: datetime | None = None, role: str = "worker", channel: str = "sms"
    ) -> dict[str, Any]:
        """The contract's output; fields that the message does not speak of are left out. `now` is aware, or the clock."""
        metadata = {"now": now.isoformat() if now else None, "role": role, "channel": channel}
        assert self.agent.processor is not None, "no model loaded"
        parsed = await self.agent.processor.parse_message(UserMessage(text, metadata=metadata))
        return parsed[UNDERSTANDING]
