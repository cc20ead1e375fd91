"""Hands a message that answers what the bot asked last to the rules for answers, as `inform`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.core.cases.told.wants import days_ahead, work_clause
from bot.core.meanings import choices
from bot.core.open_question import answers_it
from bot.nlu.components import message_reading
from bot.nlu.components.task_classifier import RANKING
from bot.nlu.components.understanding import UNDERSTANDING
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.contract import fields_for
from bot.nlu.reading import Reading

INFORM = "inform"
MEANINGS = "meanings"
ALSO = "also"
# Spans of these kinds that stand in the wish for work say nothing of the unpaid work.
_OF_THE_WISH = {"date": ("date_from", "date_to"), "place": ("place", "place_name"), "trade": ("trade",)}
# An answer speaks of what was asked, whatever task its words alone look like.
_ANSWERS_SPEAK_OF = {
    "choice": "find_work",
    "station": "station_info",
    "name": "profile",
    "paid": "wage_dispute",
    "case_more": "wage_dispute",
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OpenQuestion(UntrainedComponent):
    """Sets the intent `inform` (`understanding` keeps the task that the message has by itself) or `meanings`."""

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
    also, taken = _also_wished(task, reading)
    message.set(ALSO, also, add_to_output=True)
    told = {name: value for name, value in fields_for(task, reading).items() if name not in taken}
    own = {"task": task, "confidence": sure, **told}
    message.set(UNDERSTANDING, own, add_to_output=True)
    ranking = [(each[INTENT_NAME_KEY], each[PREDICTED_CONFIDENCE_KEY]) for each in message.get(RANKING) or []]
    offered = choices(task, sure, ranking) or []
    meanings = [{"task": name, **fields_for(name, reading)} for name in offered]
    message.set(MEANINGS, meanings, add_to_output=True)


def _also_wished(task: str, reading: Reading) -> tuple[dict[str, Any], set[str]]:
    """The fields of a wish for work told with unpaid wages, and which of the message's fields belong to it alone."""
    span = work_clause(reading.text) if task == "wage_dispute" else None
    if span is None:
        return {}, set()
    taken = {
        name for kind, names in _OF_THE_WISH.items() if _only_within(reading, kind, span) for name in names
    }
    wished = fields_for("find_work", reading)
    kept = taken | {"pay_cycle", "time_of_day"}
    told = {name: wished[name] for name in wished if name in kept}
    return {"task": "find_work", **told, **_day_wished(reading, span)}, taken


def _day_wished(reading: Reading, span: tuple[int, int]) -> dict[str, Any]:
    ahead = days_ahead(reading.text[slice(*span)])
    if ahead is None:
        return {}
    day = (reading.now + timedelta(days=ahead)).date().isoformat()
    return {"date_from": day, "date_to": day}


def _only_within(reading: Reading, kind: str, span: tuple[int, int]) -> bool:
    spans = [each for each in reading.spans if each.kind == kind]
    return bool(spans) and all(span[0] <= each.start < span[1] for each in spans)
