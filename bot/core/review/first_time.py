"""Somebody whose postings nobody has looked at yet."""

from __future__ import annotations

from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    if not background.known_employer:
        yield Finding(
            "first_time",
            BLOCK,
            "第一次发布，用工方还没有核实过",
            "人力资源市场暂行条例第二十九条：对发布的信息进行审查，确保真实、合法、有效",
            "第一次发布，工作人员会先核实",
        )
