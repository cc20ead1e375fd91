"""What the bot understood, as the contract says it: the task and the fields that belong to it."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components import message_reading
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.contract import entities_of, fields_for

UNDERSTANDING = "understanding"
# What is talked about while the bot waits for an answer, whatever the answer alone looks like.
_TOPICS = {"case": "wage_dispute", "place": "find_work", "date": "find_work"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Understanding(UntrainedComponent):
    """Sets `understanding`, which the actions and `python -m bot understand` read."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            reading, intent = message_reading.take(message), message.get(INTENT)
            expecting = (message.get("metadata") or {}).get("expecting")
            topic = _TOPICS.get(expecting, intent[INTENT_NAME_KEY])
            understood = {
                "task": intent[INTENT_NAME_KEY],
                "confidence": round(intent[PREDICTED_CONFIDENCE_KEY], 3),
                **fields_for(topic, reading),
            }
            message.set(UNDERSTANDING, understood, add_to_output=True)
            message.set(ENTITIES, entities_of(reading), add_to_output=True)
        return messages
