"""Pay far above what the trade usually gets draws people in and seldom comes."""

from __future__ import annotations

from typing import Iterator

from bot.core.matching import day_wage
from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.wording import yuan

FAR_ABOVE = 3  # times the usual
ALWAYS_ASK = 200_000  # fen a day: nothing to compare with, still worth a question


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    offered = day_wage(facts.wage_min, facts.wage_max, facts.wage_unit)
    usual = background.usual_day_wage
    if usual and offered >= usual * FAR_ABOVE:
        compared = f"本站同工种一天约{yuan(usual)}元"
    elif offered >= ALWAYS_ASK:
        compared = "没有可比的同工种信息"
    else:
        return
    yield Finding(
        "pay_high",
        BLOCK,
        f"工钱高得少见：折合一天{yuan(offered)}元，{compared}",
        "审核惯例：过高的报酬常见于骗招，先电话核实；人力资源市场暂行条例第二十四条（信息应当真实）",
        "工钱比一般高很多，请核对数字和单位",
    )
