"""The `Reading` of a Rasa message. Rasa takes the message's fingerprint from its `repr`, which tells all there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa.shared.nlu.training_data.message import Message

from bot.nlu.plain import gist, plain
from bot.nlu.reading import Reading

READING = "reading"
_PLAIN, _GIST = "plain", "gist"
ZONE = ZoneInfo("Asia/Shanghai")
_LOOKS_BACK = ("case", "danger", "paid")  # days told in an answer to these lie in the past
# Training must give the same model on any day.
TRAINING_TIME = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)


def put(message: Message, reading: Reading) -> None:
    """Stores the reading in the message."""
    message.set(READING, reading)


def take(message: Message) -> Reading:
    """A copy of the reading that `put` stored."""
    reading: Reading = message.get(READING)
    return replace(reading, fields=dict(reading.fields), spans=list(reading.spans), hints=dict(reading.hints))


def begin(text: str, metadata: dict[str, Any]) -> Reading:
    """A new reading; `now` of the metadata (ISO 8601) is Shanghai's where it names no offset, the clock where missing."""
    given = metadata.get("now")
    now = datetime.fromisoformat(given) if given else datetime.now(ZONE)
    now = now.replace(tzinfo=ZONE) if now.tzinfo is None else now.astimezone(ZONE)
    role, channel = metadata.get("role") or "worker", metadata.get("channel") or "sms"
    return Reading(text, now, role, channel, looks_back=metadata.get("expecting") in _LOOKS_BACK)


def plain_of(message: Message) -> str:
    """The plain text (bot/nlu/plain.py), worked out once a message."""
    if message.get(_PLAIN) is None:
        message.set(_PLAIN, plain(message.get(READING).text))
    return message.get(_PLAIN)


def gist_of(message: Message) -> str:
    """The gist, worked out once a message: not to be asked for before all readers have run."""
    if message.get(_GIST) is None:
        message.set(_GIST, gist(take(message)))
    return message.get(_GIST)
