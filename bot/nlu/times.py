"""Reads the hour at which work starts, or the part of the day: `read_time_of_day`."""

from __future__ import annotations

import re

from bot.nlu.clock import clocks_in
from bot.nlu.dates import NO_DATE
from bot.nlu.dates.corrections import standing
from bot.nlu.day_parts import Time, meant, parts_in, without_denied
from bot.nlu.reading import Reading

_HINT = re.compile(r"[点时:早朝晚午夜晨昏黑宵更亮晌班半]|\d\.\d")
_UNTIL = re.compile("(?<![改推调挪延换前])[到至] *$")  # 干到晚上8点 is an end, 改到8点 a start


def read_time_of_day(reading: Reading) -> None:
    """Sets time_of_day to HH:MM (24 h) or to a part of the day and claims the characters as `time`."""
    text = without_denied(reading.rest())
    if not _HINT.search(text):
        return
    date_ends = [span.end for span in reading.spans if span.kind in ("date", NO_DATE)]
    parts = parts_in(text, date_ends)
    clocks = clocks_in(text, parts)
    for each in (*parts, *clocks):
        reading.claim(each.start, each.end, "time")
    value = _start(text, clocks, parts)
    if value:
        reading.fields["time_of_day"] = value


def _start(text: str, clocks: list[Time], parts: list[Time]) -> str | None:
    """The first clock time that stands and is no end, else the first part of the day."""
    starts = _starts(text, clocks)
    if starts:
        return starts[0].value
    # The part beside an hour that is an end (干到晚上8点) belongs to that hour.
    return meant(
        text, [each for each in _starts(text, parts) if not any(_within(each, clock) for clock in clocks)]
    )


def _starts(text: str, times: list[Time]) -> list[Time]:
    return [
        each for each in standing(text, times) if not _UNTIL.search(text, max(0, each.start - 6), each.start)
    ]


def _within(part: Time, clock: Time) -> bool:
    return part.start < clock.end and clock.start < part.end
