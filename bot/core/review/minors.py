"""Nobody under 16, and no dangerous work under 18."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, NOTE, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_CHILD = re.compile(
    r"童工|小学生|初中生|1[0-5]岁(?!以上的?(?:工龄|经验))|十[一二三四五]岁|未满(?:16|十六)(?:岁|周岁)?(?:可|也|亦|的?能|都)"
)
_BARRED = re.compile(
    r"井下|下矿|矿山|矿工|有毒|有害|毒气|农药|喷漆|油漆|化工|粉尘|放射|高空|高处|爆破|屠宰线|四级体力"
)
ADULT, LEAST = 18, 16


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    child = asked(facts.text, _CHILD)
    if child or facts.min_age is not None and facts.min_age < LEAST:
        yield Finding(
            "under_16",
            BLOCK,
            f"要招不满16岁的人：{quoted(child)}" if child else f"年龄下限写的是{facts.min_age}岁，不满16岁",
            "劳动法第十五条：禁止用人单位招用未满十六周岁的未成年人；禁止使用童工规定第二条",
            "不满16岁的一律不能招",
        )
    elif facts.min_age is not None and facts.min_age < ADULT:
        yield from _under_18(facts)


def _under_18(facts: Facts) -> Iterator[Finding]:
    barred = asked(facts.text, _BARRED)
    if barred:
        yield Finding(
            "barred_under_18",
            BLOCK,
            f"招16到18岁的人做可能禁忌的活：{quoted(barred)}",
            "劳动法第六十四条：不得安排未成年工从事矿山井下、有毒有害、第四级体力劳动强度的劳动和其他禁忌从事的劳动",
            "这种活请只招满18岁的人",
        )
    else:
        yield Finding("under_18", NOTE, "招16到18岁的人", "劳动法第六十五条：对未成年工定期进行健康检查")
