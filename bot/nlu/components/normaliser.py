"""Begins the reading of a message: one spelling for the text, and when, from whom and by which way it came."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components import message_reading
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.normalise import normalise

LONGEST = (
    2000  # characters; no channel carries more in one message, and nothing behind them changes what is meant
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Normaliser(UntrainedComponent):
    """Sets the message's text to the normalised one and stores a fresh reading in it."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            _begin(message, message.get("metadata") or {})
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in training_data.training_examples:
            _begin(message, {"now": message_reading.TRAINING_TIME.isoformat()})
        return training_data


def _begin(message: Message, metadata: dict[str, Any]) -> None:
    text = normalise((message.get(TEXT) or "")[:LONGEST])
    message_reading.put(message, message_reading.begin(text, metadata))
    message.set(TEXT, _no_command(text))


def _no_command(text: str) -> str:
    """Rasa takes a text that begins with “/” for an intent by name (“/restart”); people are not given that power."""
    return f"·{text}" if text.lstrip().startswith("/") else text
