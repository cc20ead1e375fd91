"""Which mentions belong together: a list of days (周六周日) or the two ends of a span (26号到28号)."""

from __future__ import annotations

import re

from bot.nlu.dates.mention import Mention

_AND = re.compile(r"[\s、,/&+()是]*(?:和|跟|与|及|或者?|还有|以及|加)?[\s(]*")
_TO = re.compile(
    r"[^。!?;]{0,14}?(?<![没未不收迟看说提得找接刚才等拖推改挪换延调])(?<!提前)(?:到|至|-|~|一)\s*[(]?"
)
_TO_NOW = re.compile(r"[^。!?;]{0,18}?(?:干|做|搞|忙|工作|上班|打工|一直|欠|开始)|份?")
_BEGINS = re.compile(r"(?:开始|起|开工|进场)[^。!?;]{0,8}")
_ENDS = re.compile(r"(?:完|结束|为?止|收工|收尾|[做干搞]完)")
_WORK_TO = re.compile(r"(?:干|做|搞|忙|持续|工期|一直)(?:活|完)?到\s*$")
_TO_NAME = re.compile(r"(?<![没未不收迟看说提得找接刚才等拖推改挪换延调])到\s*$")
_NAMED = {"holiday", "year_end", "part"}
_ENDS_ONLY = ("now", "year_end")  # 到现在, 年底: never more than the end of a span


def grouped(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions in groups, in the order of the text."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and link(text, groups[-1][-1], mention):
            groups[-1].append(mention)
        elif mention.kind not in _ENDS_ONLY or ends_span(text, mention) and mention.kind == "year_end":
            groups.append([mention])
    return groups


def ends_span(text: str, mention: Mention) -> bool:
    """True for the end of a span whose first day is not said: 干到26号, 到过年."""
    pattern = _TO_NAME if mention.kind in _NAMED else _WORK_TO
    return bool(pattern.search(text, max(0, mention.start - 8), mention.start))


def link(text: str, left: Mention, right: Mention) -> str:
    """“to”, “and” or nothing."""
    gap = text[left.end : right.start]
    if right.kind == "now":  # 8月干到现在 is a span, 8月的钱到现在没给 is August
        return "to" if _TO_NOW.fullmatch(gap) else ""
    if _TO.fullmatch(gap) or _BEGINS.fullmatch(gap) and _ENDS.match(text, right.end):
        return "to"
    return "and" if _AND.fullmatch(gap) else ""
