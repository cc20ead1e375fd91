"""Messages for the tests of single components, and what a component needs to be made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components import message_reading
from bot.nlu.reading import Reading

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=message_reading.ZONE)


def message(text: str, role: str = "worker", **fields: Any) -> Message:
    """A message whose reading has begun, with the given fields already read."""
    made = Message({"text": text, "metadata": {"now": NOW.isoformat(), "role": role}})
    message_reading.put(made, Reading(text, NOW, role, fields=dict(fields)))
    return made


def reading_of(made: Message) -> Reading:
    return message_reading.take(made)


def examples(*rows: tuple[str, str]) -> TrainingData:
    """Training data of (task, text), normalised and tokenised by nobody yet."""
    return TrainingData([Message({"text": text, "intent": task}) for task, text in rows])


def workplace(folder: Path) -> dict[str, Any]:
    """Where a trained component may write, and who it is in the graph."""
    return {
        "model_storage": LocalModelStorage(folder),
        "resource": Resource("part"),
        "execution_context": ExecutionContext(GraphSchema({}), node_name="part"),
    }
