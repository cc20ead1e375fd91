"""Hands a message that answers what the bot asked last to the rules for answers, as `inform`."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.core.meanings import choices
from bot.core.open_question import answers_it
from bot.nlu.components import message_reading
from bot.nlu.components.task_classifier import RANKING
from bot.nlu.components.understanding import UNDERSTANDING
from bot.nlu.contract import fields_for

INFORM = "inform"
MEANINGS = "meanings"
# An answer speaks of what was asked, whatever task its words alone look like.
_ANSWERS_SPEAK_OF = {
    "choice": "find_work",
    "station": "station_info",
    "name": "profile",
    "paid": "wage_dispute",
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OpenQuestion(GraphComponent):
    """Sets the intent `inform` (`understanding` keeps the task that the message has by itself) or `meanings`."""

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
            answers = expecting and _answers(message, expecting)
            if answers:
                _relabel(message, expecting)
            else:
                _settle_on_own_task(message)
        return messages


def _answers(message: Message, expecting: str) -> bool:
    understood, reading = message.get(UNDERSTANDING), message_reading.take(message)
    return answers_it(expecting, reading.text, understood["task"], understood["confidence"], reading.fields)


def _relabel(message: Message, expecting: str) -> None:
    understood, topic = message.get(UNDERSTANDING), _ANSWERS_SPEAK_OF.get(expecting)
    told = fields_for(topic, message_reading.take(message)) if topic else {}
    message.set(UNDERSTANDING, {**understood, **told}, add_to_output=True)
    intent = {INTENT_NAME_KEY: INFORM, PREDICTED_CONFIDENCE_KEY: understood["confidence"]}
    message.set(INTENT, intent, add_to_output=True)


def _settle_on_own_task(message: Message) -> None:
    """It speaks of what it is about by itself; where that is unsure, also of what else it may have meant."""
    understood, reading = message.get(UNDERSTANDING), message_reading.take(message)
    task, sure = understood["task"], understood["confidence"]
    own = {"task": task, "confidence": sure, **fields_for(task, reading)}
    message.set(UNDERSTANDING, own, add_to_output=True)
    ranking = [(each[INTENT_NAME_KEY], each[PREDICTED_CONFIDENCE_KEY]) for each in message.get(RANKING) or []]
    offered = choices(task, sure, ranking) or []
    meanings = [{"task": name, **fields_for(name, reading)} for name in offered]
    message.set(MEANINGS, meanings, add_to_output=True)
