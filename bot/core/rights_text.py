"""What a question is made of, for comparing it with others: pairs of characters, and meanings told by many words."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Dict, Iterable, List, Tuple

from bot.core.tables import read_rows

# As people here say it, and as the questions are written down. Longer ones first.
_DIALECT = (
    ("有冇得", "有没有"),
    ("有冇", "有没有"),
    ("冇得", "没有"),
    ("没得", "没有"),
    ("冇", "没有"),
    ("几多", "多少"),
    ("好多", "多少"),
    ("么意思", "什么意思"),
    ("么东西", "什么东西"),
    ("么样", "怎么"),
    ("么办", "怎么办"),
    ("么事", "什么"),
    ("么子", "什么"),
    ("咋", "怎么"),
    ("啥", "什么"),
    ("晓得", "知道"),
    ("搞么", "做什么"),
    ("工钱", "工资"),
    ("工价", "工资"),
    ("薪水", "工资"),
    ("钟头", "小时"),
    ("辞工", "辞职"),
    ("社报", "社保"),
    ("合桶", "合同"),
    ("加斑", "加班"),
    ("赔尝", "赔偿"),
)
_NOT_A_WORD = re.compile(r"[\W_]+")
_POLITE = re.compile(
    r"(?:我?想)?(?:请问|问|咨询|请教)(?:一下|下|哈|个事情)?(?=.{4})|你好|您好|领导|老师|师傅|麻烦|那个那个"
)
_MEANING, _TWO_MEANINGS = 2.5, 2.0  # weights beside a pair of characters, which has 1


class Words:
    """Many words for one meaning: `开除`, `叫我走` and `不用来了` are all 辞退."""

    def __init__(self, rows: Iterable[Tuple[str, Iterable[str]]], not_ours: Iterable[str] = ()) -> None:
        self._not_ours = tuple(map(plain, not_ours))
        self._meanings: Dict[str, List[str]] = {}
        for meaning, words in rows:
            for word in map(plain, words):
                self._meanings.setdefault(word, []).append(f"={meaning}")
        self._longest = max(map(len, self._meanings), default=0)

    def is_ours(self, text: str) -> bool:
        """False where a question names a subject that no answer here is about, near as its words may be."""
        text = plain(text)
        return not any(word in text for word in self._not_ours)

    def meanings(self, text: str) -> List[str]:
        """The meanings that a plain text speaks of, in alphabetical order."""
        told = set()
        for at in range(len(text)):
            for end in range(at + 1, min(at + self._longest, len(text)) + 1):
                told.update(self._meanings.get(text[at:end], ()))
        return sorted(told)

    def features(self, text: str) -> Dict[str, float]:
        """A question as weighted features; the same question in other words shares many of them."""
        text = plain(text)
        counts = Counter(text[at : at + 2] for at in range(len(text) - 1))
        found = {pair: 1 + math.log(count) for pair, count in counts.items()}
        told = self.meanings(text)
        found.update(dict.fromkeys(told, _MEANING))
        found.update({one + other: _TWO_MEANINGS for one, other in combinations(told, 2)})
        return found


def plain(text: str) -> str:
    """Without marks, greetings and dialect."""
    text = _NOT_A_WORD.sub("", text.lower())
    for said, meant in _DIALECT:
        text = text.replace(said, meant)
    return _POLITE.sub("", text)


def load_words(folder: Path) -> Words:
    """`same_words.csv`: `meaning,words`, the words parted by blanks; `not_ours.csv`: `word,why`."""
    same = [(row["meaning"], row["words"].split()) for row in read_rows(folder / "same_words.csv")]
    return Words(same, [row["word"] for row in read_rows(folder / "not_ours.csv")])
