"""Which of several readings still stands: “不是明天是后天”, “明天 不对 后天”, “明天没空后天可以”."""

from __future__ import annotations

import re
from typing import List, Sequence, TypeVar

Item = TypeVar("Item")  # anything with a start and an end

_NOT_BEFORE = re.compile(r"(?:(?<!是)不是(?:说|在)?|(?<!要)不要|(?<!去)不去|除了?|别)\s*$")
_EXCEPT = re.compile(r"除了?\s*$")
_NOT_AFTER = re.compile(
    r"[^,。!?;]{0,4}?(?:不行|没空|没时间|冇?得空|不得[闲空]|没得空|冇得(?:空|时间)|有事|去不了|来不了|(?<!去)不去|(?<!来)不来"
    r"|不上|不干|(?<!可)不可以|不方便|休息|[没冇][得有]?[活货]|太早|太晚|来不及|之外|以外|除外)"
)
_INSTEAD = re.compile(
    r"改(?!天)|(?<!对)不对|错了|[说打写搞记发弄看]错|[哦噢啊嗯]不|不不|更正|应该是|推迟|推到|延[到后期]|提前到|挪到|换到|换成|调到|调成|现在(?:是|变)"
)
_LISTED = re.compile(r"[\s、,/&+()]*(?:和|跟|与|及|或者?|还有|以及|到|至|-|~)?\s*")


def standing(text: str, items: Sequence[Item]) -> List[Item]:
    """The items that the message does not take back. A single one always stands, unless it is excepted."""
    kept = [item for item in items if not _EXCEPT.search(text[: item.start][-4:])]
    if len(kept) < 2:
        return kept
    kept = _after_correction(text, kept)
    return _unless_all(kept, negated(text, kept))


def negated(text: str, items: Sequence[Item]) -> List[bool]:
    """For each item whether it is denied, by itself or as part of a list (“明天后天都没空”)."""
    flags = [bool(_NOT_BEFORE.search(text[max(0, item.start - 6) : item.start])) for item in items]
    ends = [item.start for item in items[1:]] + [len(text)]
    for at, item in enumerate(items):
        flags[at] = flags[at] or bool(_NOT_AFTER.match(text[item.end : ends[at]]))
    return spread(text, items, flags)


def spread(text: str, items: Sequence[Item], flags: List[bool]) -> List[bool]:
    """What is said of the last of a list holds for the whole list."""
    flags = list(flags)
    for at in range(len(items) - 2, -1, -1):
        if flags[at + 1] and _LISTED.fullmatch(text[items[at].end : items[at + 1].start]):
            flags[at] = True
    return flags


def _after_correction(text: str, items: List[Item]) -> List[Item]:
    """What follows the last word of correction, where anything does."""
    for at in range(len(items) - 1, 0, -1):
        if _INSTEAD.search(text[items[at - 1].end : items[at].start]):
            return items[at:]
    return items


def _unless_all(items: List[Item], flags: List[bool]) -> List[Item]:
    kept = [item for item, flag in zip(items, flags) if not flag]
    return kept or items
