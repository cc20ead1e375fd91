"""Runs the readers of money, counts, ages and choices in their order, for the tests of each."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.nlu.ages import read_age
from bot.nlu.choices import read_choice
from bot.nlu.counts import read_headcount
from bot.nlu.masks import mask_noise
from bot.nlu.owed import read_owed
from bot.nlu.pay import read_pay
from bot.nlu.reading import Reading

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=timezone(timedelta(hours=8)))


def reading_of(text: str, role: str = "worker") -> Reading:
    """A reading of normalised text before any reader ran."""
    return Reading(text, now=NOW, role=role)


def read(text: str, role: str = "worker") -> Reading:
    """The same after all readers of amounts ran."""
    reading = reading_of(text, role)
    for reader in (mask_noise, read_owed, read_pay, read_headcount, read_age, read_choice):
        reader(reading)
    return reading


def claimed(reading: Reading, kind: str) -> list[str]:
    """The words that were claimed as `kind`, in order."""
    spans = sorted(span for span in reading.spans if span.kind == kind)
    return [reading.text[span.start : span.end] for span in spans]
