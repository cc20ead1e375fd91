"""Words that make a wage case urgent."""

from __future__ import annotations

import re
from typing import List

from bot.core.cases.facts import FLED, MINOR, NEEDY

_FLED = re.compile(
    "跑路|(?:老板|工头|人|他|带班的?)[都也已经]{0,3}跑(?:了|掉|不见)|失联|"
    "联系不(?:上|到)|人去楼空|躲起来|找不(?:到|着)(?:人|他|老板)|人[都也]?找不(?:到|着)|人不见|卷款|"
    "关门跑"
)
_NEEDY = re.compile(
    "没(?:有)?(?:饭|东西)?吃(?:的|饭)?(?:了|$|[,， 。])|没饭吃|没钱吃|"
    "吃不[上起]饭|饿(?:着|肚子|了)|没(?:有)?(?:地方|处)住|没住(?:处|的)|"
    "赶(?:了)?出来|睡(?:马路|桥洞|车站|大街)|没(?:有)?(?:路费|钱回家)|"
    "身无分文|断粮|揭不开锅"
)
_MINOR = re.compile(
    r"未成年|(?:不|没|未)满(?:1[68]|十[六八])|(?<!\d)(?:1[0-7]|十[一二三四五六七])岁"
    r"|(?:我|今年)(?:才|刚)?(?:1[0-7]|十[一二三四五六七])(?:$|[,， ])"
)
_CHILD_AT_HOME = re.compile(
    "(?:女儿|儿子|孩子|娃).{0,4}(?:1[0-7]|十[一二三四五六七])岁.{0,4}(?:上学|读书|要)"
)


def flags(text: str) -> List[str]:
    """fled, needy, minor."""
    found = ((FLED, _FLED), (NEEDY, _NEEDY), (MINOR, _MINOR))
    at_home = _CHILD_AT_HOME.search(text)
    return [flag for flag, words in found if words.search(text) and not (flag == MINOR and at_home)]
