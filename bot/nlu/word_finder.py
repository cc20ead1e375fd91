"""Finding known words in a text: leftmost first, the longest that is acceptable."""

from __future__ import annotations

from typing import Callable, Dict, Generic, List, Mapping, Optional, Tuple, TypeVar

T = TypeVar("T")


Hit = Tuple[int, int, T]  # start, end (exclusive), value


def _always(hit: Hit, previous: Optional[Hit]) -> bool:
    return True


class WordFinder(Generic[T]):
    """Immutable. A word whose value is None is read over: it only keeps shorter words in it from being found."""

    def __init__(self, words: Mapping[str, Optional[T]]) -> None:
        self._words: Dict[str, Optional[T]] = dict(words)
        lengths: Dict[str, set] = {}
        for word in words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths: Dict[str, Tuple[int, ...]] = {
            c: tuple(sorted(n, reverse=True)) for c, n in lengths.items()
        }

    def find(self, text: str, accept: Callable[[Hit, Optional[Hit]], bool] = _always) -> List[Hit]:
        """The words found, in order and without overlap. Where `accept`, given a hit and the one before it, says no,
        the next shorter word at the same place is tried."""
        found: List[Hit] = []
        at = 0
        while at < len(text):
            end, value = self._at(text, at, found[-1] if found else None, accept)
            if value is not None:
                found.append((at, end, value))
            at = max(end, at + 1)
        return found

    def _at(
        self, text: str, at: int, previous: Optional[Hit], accept: Callable[[Hit, Optional[Hit]], bool]
    ) -> Tuple[int, Optional[T]]:
        for length in self._lengths.get(text[at], ()):
            end = at + length
            word = text[at:end]
            if len(word) < length or word not in self._words or not _whole(text, at, end):
                continue
            value = self._words[word]
            if value is None or accept((at, end, value), previous):
                return end, value
        return at, None


def _whole(text: str, start: int, end: int) -> bool:
    """Latin words count only whole: “wh” is not found in “when”."""
    left = start > 0 and _latin(text[start]) and _latin(text[start - 1])
    return not left and not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
