"""The same text from several numbers."""

from __future__ import annotations

from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding

SEVERAL = 2  # other numbers


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    if background.same_text_employers >= SEVERAL:
        yield Finding(
            "copies",
            BLOCK,
            f"另有{background.same_text_employers}个号码发过一样的内容",
            "人力资源市场暂行条例第二十九条：建立健全信息发布审查和投诉处理机制",
            "同样的内容有多个号码在发，要核实",
        )
