"""Names behind wrong characters: typed by sound, or written down by speech recognition (宏山区, 刚筋工)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Callable, Dict, FrozenSet, Generic, Iterator, List, Mapping, Optional, Tuple, TypeVar

from pypinyin import Style, lazy_pinyin, pinyin

T = TypeVar("T")
Hit = Tuple[int, int, T]  # start, end (exclusive), value

LONGEST = 4
# Grammar words: recognition gets them right, and names hold none of them.
_NEVER = (
    "的了我你他她它们是不没有吗呢吧么嘛这那就都也和跟还给把被让很太好几多少个哪谁怎啥什想要说问请能会可以"
)
_RUN = re.compile(f"[^{_NEVER}\\W\\da-z_]{{2,}}")
# Sounds that people in Hubei do not keep apart.
_FOLDED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))


@lru_cache(maxsize=8192)
def _sounds(char: str) -> Tuple[str, ...]:
    readings = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(readings[0])) if readings else ()


@lru_cache(maxsize=2048)
def _folded(sound: str) -> str:
    for written, said in _FOLDED:
        if sound.startswith(written):
            sound = said + sound[len(written) :]
            break
    return sound[:-1] if sound.endswith(("ing", "eng")) else sound


def letters(word: str) -> str:
    """The word in pinyin without tones or spaces (武汉 → wuhan)."""
    return "".join(lazy_pinyin(word, errors="ignore"))


class Homophones(Generic[T]):
    """Names by their sound; words in `common` are no mistyped names. Immutable."""

    def __init__(
        self, words: Mapping[str, T], common: FrozenSet[str], dialect: Callable[[str], bool]
    ) -> None:
        """For the words of which `dialect` is true, a sound as people in Hubei say it is enough."""
        self._common = common
        self._exact: Dict[Tuple[str, ...], Tuple[str, T]] = {}
        self._near: Dict[Tuple[str, ...], Tuple[str, T]] = {}
        for word, value in words.items():
            if 2 <= len(word) <= LONGEST:
                sounds = tuple(lazy_pinyin(word))
                self._exact.setdefault(sounds, (word, value))
                if dialect(word):
                    self._near.setdefault(tuple(map(_folded, sounds)), (word, value))

    def find(self, text: str, accept: Callable[[Hit], bool]) -> List[Hit]:
        """Start, end and value, longest first, where `accept` agrees; no overlaps."""
        found: List[Hit] = []
        for start, end in _windows(text):
            if any(start < taken_end and taken_start < end for taken_start, taken_end, _ in found):
                continue
            match = self._match(text[start:end])
            hit = (start, end, match[1]) if match else None
            if hit and accept(hit):
                found.append(hit)
        return sorted(found, key=lambda hit: hit[0])

    def _match(self, window: str) -> Optional[Tuple[str, T]]:
        if window in self._common:
            return None
        for sounds in product(*map(_sounds, window)):
            match = self._exact.get(sounds) or self._near.get(tuple(map(_folded, sounds)))
            # One character right: without that, too many pairs of characters sound like some name.
            if match and match[0] != window and any(a == b for a, b in zip(window, match[0], strict=True)):
                return match
        return None


def _windows(text: str) -> Iterator[Tuple[int, int]]:
    """Stretches of two to four characters, the longest first."""
    runs = [match.span() for match in _RUN.finditer(text)]
    for length in range(LONGEST, 1, -1):
        for first, last in runs:
            for start in range(first, last - length + 1):
                yield start, start + length
