"""Two names side by side for one date: 28号(周六), 国庆1号, 下周的周三, 去年8月."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.dates.mention import Finder, Mention, Range

_BESIDE = re.compile(r"[\s(的是节,]{0,3}")
_DIRECTLY = re.compile(r"[\s(的节]{0,2}")
_IN_THE_YEAR = re.compile(r"[^,。!?;]{0,8}")
_CLOSING = re.compile(r"\s*\)")

# The narrower name stands inside the wider one, which comes first.
_INSIDE = {
    "holiday": ("day", "lunar"),
    "week": ("weekday",),
    "weekend": ("weekday",),
    "month": ("part",),
    "before_new_year": ("lunar", "holiday"),
    "after_new_year": ("lunar",),
    "year": ("month", "day", "part", "holiday", "lunar", "lunar_month"),
}


def merged(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each such pair made one."""
    kept: list[Mention] = []
    for mention in mentions:
        joined = _joined(text, kept[-1], mention) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(mention)
    return kept


def _joined(text: str, left: Mention, right: Mention) -> Mention | None:
    gap = text[left.end : right.start]
    if {left.kind, right.kind} == {"day", "weekday"} and _BESIDE.fullmatch(gap):
        closing = _CLOSING.match(text, right.end)
        named = left if left.kind == "day" else right
        return named._replace(start=left.start, end=closing.end() if closing else right.end)
    beside = _IN_THE_YEAR if left.kind == "year" else _DIRECTLY
    if right.kind in _INSIDE.get(left.kind, ()) and beside.fullmatch(gap):
        return right._replace(start=left.start, find=_within(left.find, right.find))
    return None


def _within(outer: Finder, inner: Finder) -> Finder:
    def find(anchor: date, back: bool) -> Range | None:
        around = outer(anchor, back)
        return inner(around.first, False) if around else None

    return find
