"""Reads which days a message speaks of: `read_dates`."""

from __future__ import annotations

import re

from bot.nlu.dates.apposition import merged
from bot.nlu.dates.asides import without_asides
from bot.nlu.dates.corrections import standing
from bot.nlu.dates.direction import looks_back
from bot.nlu.dates.mention import Mention
from bot.nlu.dates.periods import period
from bot.nlu.dates.scan import mentions_in
from bot.nlu.dates.spans import Period
from bot.nlu.dates.traps import without_traps
from bot.nlu.reading import Reading

__all__ = ["NO_DATE", "read_dates"]

# The kind of a claim on a day that is not the day meant: a pay day, one taken back, one gone by.
NO_DATE = "no_date"
_HINT = re.compile(
    r"[今明昨后前周星礼月号日曰旬天节春年初夕末旦庆秋午清五六十立惊谷夏芒处霜冬腊双圣宵夜至到ma]|\d[./-]\d"
)
_AHEAD = re.compile(r"明[天日儿早晚]|后[天儿]|今[晚天]|下(?:个?月|周|星期|礼拜)")
_FIGURE = re.compile(r"\d|[号日曰]|[一二三四五六七八九十]月")


def read_dates(reading: Reading) -> None:
    """Sets date_from and date_to (ISO, inclusive; an end left open is not set) and claims the characters as `date`.

    Whether the message looks back is a guess here; `dates_ahead` and `dates_behind` hold both answers for who knows
    the task.
    """
    if not _HINT.search(reading.text):
        return
    text, habits = without_traps(reading.rest())
    for start, end in habits:
        reading.claim(start, end, NO_DATE)
    mentions = merged(text, mentions_in(text, reading.now.date()))
    if mentions:
        back = looks_back(text) or reading.looks_back and not _AHEAD.search(text)
        for way in (not back, back):
            kept, found = _meant(text, mentions, reading, way)
            reading.hints["dates_behind" if way else "dates_ahead"] = _iso(found)
        _report(reading, mentions, kept, found)


def _meant(
    text: str, mentions: list[Mention], reading: Reading, back: bool
) -> tuple[list[Mention], Period | None]:
    kept = standing(text, without_asides(text, mentions, back))
    return kept, period(text, kept, reading.now.date(), back)


def _iso(found: Period | None) -> tuple[str | None, str | None]:
    ends = (found.first, found.last) if found else (None, None)
    return ends[0].isoformat() if ends[0] else None, ends[1].isoformat() if ends[1] else None


def _report(reading: Reading, mentions: list[Mention], kept: list[Mention], found: Period | None) -> None:
    for each in mentions:
        if found and each in kept:
            reading.claim(each.start, each.end, "date")
        elif _FIGURE.search(reading.text, each.start, each.end):
            # Not so 月底 of 月底结, which is left to the reader of pay.
            reading.claim(each.start, each.end, NO_DATE)
    for start, end in found.claims if found else ():
        reading.claim(start, end, "date")
    for name, day in zip(("date_from", "date_to"), _iso(found), strict=True):
        if day:
            reading.fields[name] = day
