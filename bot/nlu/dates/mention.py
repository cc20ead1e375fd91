"""What a rule finds: some characters that name a day or a period, and how to find the dates they mean.

“25号” means nothing by itself: which month depends on today, on the side the message looks to, and on
a day named just before (“28号到3号”). So a mention carries a `Finder`, asked once all of that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

TAKEN = "\0"  # stands in for the characters of a mention that an earlier rule found


class Range(NamedTuple):
    """A day or a period, both ends inclusive."""

    first: date
    last: date


# The first such range that ends on the anchor or later; looking back, the last that begins on it or earlier.
Finder = Callable[[date, bool], Range | None]


class Mention(NamedTuple):
    """Characters `start` to `end` (exclusive) of the text. `kind` says how it is named: day, weekday, month, …"""

    start: int
    end: int
    kind: str
    find: Finder


# Gets the match and today; returns None where the characters are no date after all.
Build = Callable[[re.Match[str], date], Finder | None]


class Rule(NamedTuple):
    """One way to name a date."""

    hint: frozenset[str]  # a text without any of these characters is not searched
    pattern: re.Pattern[str]
    build: Build
    kind: str


def rule(kind: str, hint: str, pattern: str, build: Build) -> Rule:
    """A rule with its pattern compiled."""
    return Rule(frozenset(hint), re.compile(pattern), build, kind)


def nowhere(anchor: date, back: bool) -> Range | None:
    """The finder of a day that does not exist (2月30号)."""
    return None
