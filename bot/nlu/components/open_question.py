"""Hands a message that answers what the bot asked last to the rules for answers, as `inform`."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.core.open_question import answers_it
from bot.nlu.components import message_reading
from bot.nlu.components.understanding import UNDERSTANDING
from bot.nlu.contract import fields_for

INFORM = "inform"
# An answer speaks of what was asked, whatever task its words alone look like.
_ANSWERS_SPEAK_OF = {
    "choice": "find_work",
    "station": "station_info",
    "name": "profile",
    "paid": "wage_dispute",
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OpenQuestion(GraphComponent):
    """Only the intent changes: `understanding` keeps the task that the message has by itself."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OpenQuestion:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            expecting = (message.get("metadata") or {}).get("expecting")
            if expecting:
                _relabel(message, expecting)
        return messages


def _relabel(message: Message, expecting: str) -> None:
    understood, reading = message.get(UNDERSTANDING), message_reading.take(message)
    sure = understood["confidence"]
    if answers_it(expecting, reading.text, understood["task"], sure, reading.fields):
        topic = _ANSWERS_SPEAK_OF.get(expecting)
        told = fields_for(topic, reading) if topic else {}
        message.set(UNDERSTANDING, {**understood, **told}, add_to_output=True)
        message.set(INTENT, {INTENT_NAME_KEY: INFORM, PREDICTED_CONFIDENCE_KEY: sure}, add_to_output=True)
    else:  # it is a task of its own after all, and speaks of that
        own = {"task": understood["task"], "confidence": sure, **fields_for(understood["task"], reading)}
        message.set(UNDERSTANDING, own, add_to_output=True)
