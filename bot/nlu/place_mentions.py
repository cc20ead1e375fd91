"""Places as a message names them: city, county and street that stand together are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import List, Optional, Sequence, Tuple

from bot.core.geo.names import PlaceName
from bot.core.places import Gazetteer

_TIGHT = re.compile(r"(?:[市省区县州]|[市省区县]?的|这边的?|那边的?)?")
_LOOSE = re.compile(r"[市省区县州]?(?:这边|那边)?[\s,、,/·;:()-]{0,2}")
_BOTH = re.compile(r"[区市]?(?:都|两|也|或)")


@dataclass(frozen=True)
class Mention:
    """Characters `start` to `end` name a place. `span` are the units it lies in or reaches over; `code` is the one
    that is meant, None while that is open; `words` are the finest part's, of this `depth`."""

    start: int
    end: int
    code: Optional[str]
    span: Tuple[str, ...]
    words: str
    depth: int

    @property
    def meant(self) -> Tuple[str, ...]:
        """What is meant where nothing stands directly beside it; of 汉口 still only its districts."""
        return (self.code,) if self.code in self.span else self.span


def mention(start: int, end: int, name: PlaceName) -> Mention:
    """One name by itself. A mistyped one gets its right words: they are shown to others."""
    return Mention(start, end, name.default, name.span, name.words, name.depth)


class Joiner:
    """Puts together what belongs together. Immutable."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._within = gazetteer.is_within

    def join(self, text: str, found: Sequence[Mention]) -> List[Mention]:
        """Mentions in order; those whose code stays open are settled by the others or left out."""
        joined: List[Mention] = []
        for each in found:
            merged = self._merge(text, joined[-1], each) if joined else None
            if merged:
                joined[-1] = merged
            else:
                joined.append(each)
        settled = [self._settle(each, joined) for each in joined]
        return [each for each in settled if each.code]

    def _merge(self, text: str, left: Mention, right: Mention) -> Optional[Mention]:
        gap = text[left.end : right.start]
        tight = _TIGHT.fullmatch(gap) and not (_BOTH.match(text, right.end) and len(left.span) > 1)
        if not tight and not _LOOSE.fullmatch(gap):
            return None
        pairs = self._pairs(left.span, right.span) if tight else self._pairs(left.meant, right.meant)
        if not pairs:
            return None
        code = next((code for code in (right.code, left.code) if code in pairs), None) or _open(
            left, right, pairs
        )
        finer = right if right.depth + bool(tight) > left.depth else left
        return Mention(left.start, right.end, code, pairs, finer.words, finer.depth)

    def _pairs(self, left: Sequence[str], right: Sequence[str]) -> Tuple[str, ...]:
        """The finer of each two that lie one in the other."""
        both = [(a, b) for b in right for a in left]
        finer = [b for a, b in both if self._within(b, a)] + [a for a, b in both if self._within(a, b)]
        return tuple(dict.fromkeys(finer))

    def _settle(self, each: Mention, others: Sequence[Mention]) -> Mention:
        if each.code:
            return each
        areas = [other.code for other in others if other.code]
        inside = [code for code in each.span if any(self._within(code, area) for area in areas)]
        return replace(each, code=inside[0]) if inside else each


def _open(left: Mention, right: Mention, pairs: Tuple[str, ...]) -> str:
    """武汉汉口 stays the city, though 汉口 reaches over some of its districts only."""
    return left.code if left.code and left.code == right.code else pairs[0]
