"""Which of several readings still stands: “不是明天是后天”, “明天 不对 后天”, “明天没空后天可以”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from bot.nlu.dates.patterns import any_of


class Spanned(Protocol):
    """Anything that was read from `start` to `end` (exclusive) of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=Spanned)

_EXCEPT = re.compile(r"除了?\s*$")
_NOT_BEFORE = re.compile(r"(?:(?<!是)不是(?:说|在)?|(?<!要)不要|(?<!去)不去|除了?|别)\s*$")
_NOT_AFTER = re.compile(
    "[^,。!?;]{0,4}?"
    + any_of(
        "不行|没空|没时间|冇?得空|不得[闲空]|没得空|冇得(?:空|时间)|有事|去不了|来不了|(?<!去)不去|(?<!来)不来",
        "(?:要|让我|得|想|是)?(?:歇|请了?假)",
        "不上|不干|(?<!可)不可以|不方便|休息|(?<!有)[没冇][得有]?[活货]|太早|太晚|来不及|之外|以外|除外",
    )
)
_OTHERWISE = re.compile(r"其[他余它]|别的(?:时间|时候|日子)")
_INSTEAD = re.compile(
    any_of(
        "改(?!天)|(?<!对)不对|错了|[说打写搞记发弄看]错|[哦噢啊嗯]不|不不|更正|应该是|推迟|推到|延[到后期]",
        "提前到|挪到|换到|换成|调到|调成|现在(?:是|变)",
    )
)
_LISTED = re.compile(r"[\s、,/&+()]*(?:和|跟|与|及|或者?|还有|以及|到|至|-|~)?\s*")


def standing(text: str, items: Sequence[Item]) -> list[Item]:
    """The items that the message does not take back. Where it takes back all of them (明天去不了了) they stand."""
    kept = [item for item in items if not _EXCEPT.search(text[max(0, item.start - 4) : item.start])]
    kept = _after_correction(text, kept)
    flags = _denied(text, kept)
    if all(flags):
        return [] if _OTHERWISE.search(text) else kept
    return [item for item, flag in zip(kept, flags, strict=True) if not flag]


def spread(text: str, items: Sequence[Spanned], flags: Sequence[bool], forward: bool = False) -> list[bool]:
    """What is said behind the last of a list holds for the whole list; forward, what is said before the first."""
    flags, gaps = list(flags), range(len(items) - 1)
    for at in gaps if forward else reversed(gaps):
        said, other = (at, at + 1) if forward else (at + 1, at)
        if flags[said] and _LISTED.fullmatch(text[items[at].end : items[at + 1].start]):
            flags[other] = True
    return flags


def _denied(text: str, items: Sequence[Spanned]) -> list[bool]:
    """For each item whether it is denied, by itself or as part of a list (“明天后天都没空”)."""
    ends = [item.start for item in items[1:]] + [len(text)]
    flags = [
        bool(
            _NOT_BEFORE.search(text[max(0, item.start - 6) : item.start])
            or _NOT_AFTER.match(text[item.end : end])
        )
        for item, end in zip(items, ends, strict=False)
    ]
    return spread(text, items, flags)


def _after_correction(text: str, items: list[Item]) -> list[Item]:
    """What follows the last word of correction, where anything does."""
    for at in range(len(items) - 1, 0, -1):
        if _INSTEAD.search(text[items[at - 1].end : items[at].start]):
            return items[at:]
    return items
