"""Whether the words around a name let it be a place."""

from __future__ import annotations

import re
from typing import FrozenSet, Optional

from bot.core.geo.names import CONTEXT, FINER, SUFFIX, PlaceName
from bot.nlu.common_words import runs_in, runs_out

_PREPOSITIONS = "在去到来往回住从至离克奔赴于近"
_FOLLOWS = re.compile(
    r"(?:的?(?:附近|那边|这边|那里|这里|那块|这块|那一片|周边|镇上|街上|工业园|开发区|一带))"
)
_ROAD = re.compile(r"[东西南北中一二三四五六]?(?:路(?![过费边远口])|街(?![道上边头])|巷)")
_BRAND = re.compile(r"(?:话|口音|方言|口味|时间|银行|商行|日报|晚报|牌)")
_DISH = re.compile(
    r"(?:大道|小吃|拉面|火锅|小面|米粉|凉皮|菜|料理|烤|臭豆腐|螺蛳粉|板栗|大众|本田|羊肉|腊肉|牛肉)"
)


_FIRM = re.compile(r"省?[\u4e00-\u9fff]{2,10}?(?:公司|集团|银行|医院)")


def may_be_place(text: str, start: int, end: int, name: PlaceName, common: FrozenSet[str]) -> bool:
    """False for roads and brands called after places, and for names that need more around them than there is."""
    if name.depth < FINER and (_ROAD.match(text, end) or _BRAND.match(text, end)):
        return False
    if name.depth == 0 and _FIRM.match(text, end):
        return False  # 湖北宏达劳务公司 tells no place
    if name.kind == "outside" and _DISH.match(text, end):
        return False
    if name.grade == SUFFIX:
        return False  # only behind its city or county, which the caller looks for
    if name.grade == CONTEXT:
        return expected(text, start, end, common)
    after_preposition = start > 0 and text[start - 1] in _PREPOSITIONS
    return len(name.words) > 2 or after_preposition or not runs_in(text, start, common)


def expected(text: str, start: int, end: int, common: FrozenSet[str]) -> bool:
    """True where a place is likely to stand: behind “去”, before “附近”, or first in a piece of the message."""
    if _FOLLOWS.match(text, end):
        return True
    if runs_out(text, end, common):
        return False
    return _is_edge(text[start - 1] if start else None) or text[start - 1] in _PREPOSITIONS


def _is_edge(char: Optional[str]) -> bool:
    """Nothing, a blank, a mark or a claimed character: not a character or a letter or a figure."""
    return char is None or not (char.isalnum() and char != "\u3000")
