"""Reads one message as the pipeline does: normalised, dates first, then the time of day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.nlu.dates import read_dates
from bot.nlu.normalise import normalise
from bot.nlu.reading import Reading
from bot.nlu.times import read_time_of_day

TUESDAY = "2026-11-24T09:10"  # the now of most cases; 十月十六 of the lunar calendar


def read(text: str, now: str = TUESDAY) -> Reading:
    """The reading of a message sent at `now`, a wall clock in Wuhan."""
    reading = Reading(normalise(text), datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Asia/Shanghai")))
    read_dates(reading)
    read_time_of_day(reading)
    return reading


def dates(text: str, now: str = TUESDAY) -> tuple[str | None, str | None]:
    """date_from and date_to of a message."""
    fields = read(text, now).fields
    return fields.get("date_from"), fields.get("date_to")


def claims(text: str, now: str = TUESDAY) -> list[tuple[str, str]]:
    """Every claimed piece of the text with its kind, in the order of the text."""
    reading = read(text, now)
    return [(reading.text[span.start : span.end], span.kind) for span in sorted(reading.spans)]
