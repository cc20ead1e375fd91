"""What an employer's message tells of each job in it, for the services that gather a posting."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.core.open_question import is_about_posting
from bot.core.places import load_gazetteer
from bot.core.posting.orders import steers
from bot.core.trades import load_trades
from bot.nlu.components import message_reading
from bot.nlu.components.reference import REFERENCE
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.contract import plain_value
from bot.nlu.counts import read_headcount
from bot.nlu.dates import read_dates
from bot.nlu.job_parts import cut
from bot.nlu.masks import find_phones, mask_noise
from bot.nlu.pay import read_pay
from bot.nlu.places import PlaceReader
from bot.nlu.reading import Reading
from bot.nlu.times import read_time_of_day
from bot.nlu.trades import TradeReader

JOBS = "jobs"
POST_JOB, INFORM = "post_job", "inform"
_ADDRESS = re.compile("地[址点]|集合|位置")
_STAYS = frozenset({POST_JOB, INFORM, "crisis", "injury"})
_SHARED = ("date_from", "date_to", "time_of_day", "place", "place_name", "pay_cycle")
_OWN = ("trade", "headcount", "wage_min", "wage_max", "wage_unit")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class JobReader(UntrainedComponent):
    """Sets `jobs` where an employer speaks of a posting: {"told": one dict a job, "phones": […], "unclear": bool}.

    An employer's order about a posting that is there (“工资加到320”) becomes `post_job` whatever it sounds like.
    """

    def __init__(self) -> None:
        places, trades = PlaceReader(load_gazetteer(REFERENCE)), TradeReader(load_trades(REFERENCE))
        self._readers: list[Callable[[Reading], Any]] = [
            mask_noise, read_dates, read_time_of_day, read_pay, places.read, trades.read, read_headcount,
        ]  # fmt: skip

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            metadata = message.get("metadata") or {}
            intent = message.get(INTENT)
            if _gives_order(message, metadata) and intent[INTENT_NAME_KEY] not in _STAYS:
                intent = {INTENT_NAME_KEY: POST_JOB, PREDICTED_CONFIDENCE_KEY: 0.95}
                message.set(INTENT, intent, add_to_output=True)
            if intent[INTENT_NAME_KEY] == POST_JOB or is_about_posting(metadata.get("expecting")):
                message.set(JOBS, self._jobs(message), add_to_output=True)
        return messages

    def _jobs(self, message: Message) -> dict[str, Any]:
        reading = message_reading.take(message)
        whole = self._read(reading.text, reading)
        parts, phones = cut(whole), find_phones(reading.text)
        if len(parts.texts) == 1:
            return {"told": [_fields(whole)], "phones": phones, "unclear": parts.unclear}
        told = [_fields(self._read(part, reading)) for part in parts.texts]
        told[-1] = self._without_address(parts.texts[-1], told[-1], reading)
        if len({job["place"] for job in told if "place" in job}) > 1:  # each needs an address of its own
            return {"told": [{}], "phones": phones, "unclear": True}
        return {"told": _sharing(told), "phones": phones, "unclear": False}

    def _without_address(self, text: str, job: dict[str, Any], like: Reading) -> dict[str, Any]:
        """The address behind the last job is everybody's: its place is not that job's own."""
        label = _ADDRESS.search(text)
        if not label:
            return job
        own = _fields(self._read(text[: label.start()], like))
        return {name: value for name, value in job.items() if not name.startswith("place") or name in own}

    def _read(self, text: str, like: Reading) -> Reading:
        """The readers again, as if an employer had written it: no debts, no looking back."""
        reading = Reading(text, like.now, "employer", like.channel)
        for read in self._readers:
            read(reading)
        return reading


def _gives_order(message: Message, metadata: dict[str, Any]) -> bool:
    """Only while nothing is asked that such words could answer."""
    expecting = metadata.get("expecting")
    asked_else = expecting not in (None, "offers") and not is_about_posting(expecting)
    return (
        metadata.get("role") == "employer" and not asked_else and steers(message_reading.take(message).text)
    )


def _fields(reading: Reading) -> dict[str, Any]:
    found = {name: reading.fields.get(name) for name in (*_SHARED, *_OWN)}
    return {name: plain_value(value) for name, value in found.items() if value is not None}


def _sharing(jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A day, place or hour that only one of them tells is meant for all; the place is called as at first."""
    if "place_name" in jobs[0]:
        for job in jobs[1:]:
            job.pop("place_name", None)
    for name in _SHARED:
        told = {job[name] for job in jobs if name in job}
        if len(told) == 1:
            for job in jobs:
                job.setdefault(name, next(iter(told)))
    return jobs
