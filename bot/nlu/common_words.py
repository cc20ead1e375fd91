"""Ordinary words: what must not be mistaken for the mistyped name of a place or trade."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import FrozenSet

import jieba

_LINE = re.compile(r"^([\u4e00-\u9fff]{2,4}) (?:[3-9]\d|\d{3,}) ", re.MULTILINE)  # seen 30 times and more


@lru_cache(maxsize=1)
def common_words() -> FrozenSet[str]:
    """The frequent words of two to four characters in jieba's dictionary; read once a process (about 0.1 s)."""
    with jieba.get_dict_file() as file:
        return frozenset(_LINE.findall(file.read().decode("utf-8")))


def runs_in(text: str, start: int, common: FrozenSet[str]) -> bool:
    """True where a common word reaches into the place from the left: 便|宜都|行."""
    return start > 0 and text[start - 1 : start + 1] in common


def runs_out(text: str, end: int, common: FrozenSet[str]) -> bool:
    """True where a common word reaches out of it to the right: 小|公|司."""
    return text[end - 1 : end + 1] in common
