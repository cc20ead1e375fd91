"""What every posting must tell: who, where, what for."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, NOTE, Background, Facts, Finding

_LAW = "人力资源市场暂行条例第二十四条：单位基本情况、工作地点、基本劳动报酬等招聘信息应当真实、合法"
_NOBODY = re.compile(r"(?:老板|个人|私人|本人|我|没有|不告诉你?|保密|某.*|\d*|.)")


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    if _NOBODY.fullmatch(facts.employer_name):
        yield Finding("no_employer", BLOCK, "没说用工方是谁", _LAW, "告诉我们单位或姓名")
    if not facts.place_code or not facts.address:
        yield Finding("no_place", BLOCK, "没说清干活的地方", _LAW, "写清干活的地址")
    if facts.wage_min is None and facts.wage_max is None:
        yield Finding("no_pay", NOTE, "工钱写的是面议", _LAW, "最好写明工钱")
