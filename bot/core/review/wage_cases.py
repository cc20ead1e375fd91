"""An employer who still owes wages."""

from __future__ import annotations

from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    if background.open_wage_cases:
        yield Finding(
            "wage_cases",
            BLOCK,
            f"这家有{background.open_wage_cases}件欠薪登记还没了结",
            "审核惯例：欠薪未了结的先核实；人力资源市场暂行条例第二十九条",
            "有工钱的事还没了结，先和工作人员说清",
        )
