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

INFORM = "inform"


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
            understood = message.get(UNDERSTANDING)
            text = message_reading.take(message).text
            if answers_it(expecting, text, understood["task"], understood["confidence"], understood):
                intent = {INTENT_NAME_KEY: INFORM, PREDICTED_CONFIDENCE_KEY: understood["confidence"]}
                message.set(INTENT, intent, add_to_output=True)
        return messages
