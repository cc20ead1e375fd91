"""Settles the task: rules for what must never be missed and for one-word messages, else the classifier's guess."""

from __future__ import annotations

from collections.abc import Sequence

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components import message_reading
from bot.nlu.components.task_classifier import RANKING
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.rules.base import Guess, View
from bot.nlu.rules.decision import decide
from bot.nlu.unpaid import speaks_of_unpaid


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class TaskRules(UntrainedComponent):
    """See bot/nlu/rules/decision.py."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            guesses = [
                Guess(each[INTENT_NAME_KEY], each[PREDICTED_CONFIDENCE_KEY]) for each in message.get(RANKING)
            ]
            settled = decide(view_of(message, guesses))
            intent = {INTENT_NAME_KEY: settled.task, PREDICTED_CONFIDENCE_KEY: settled.confidence}
            message.set(INTENT, intent, add_to_output=True)
        return messages


def view_of(message: Message, guesses: Sequence[Guess]) -> View:
    """What the rules look at."""
    reading = message_reading.take(message)
    return View(
        text=message_reading.plain_of(message),
        gist=message_reading.gist_of(message),
        said=reading.text,
        role=reading.role,
        fields=reading.fields,
        unpaid=speaks_of_unpaid(reading.text),
        guesses=tuple(guesses),
    )
