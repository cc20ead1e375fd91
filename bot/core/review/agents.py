"""Somebody who hires for others needs a licence."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_AGENT = re.compile(
    r"劳务中介|职业中介|中介公司|劳务派遣|派遣(?:公司|工)|人力资源(?:公司|有限)|代招|返费|供应商政策|一手单|同行(?:合作|勿扰)|利润[::]?\s*\d|名单报备|业务对接|招募供应商|帮.{0,6}(?:厂|公司|企业)招人"
)


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    found = asked(f"{facts.text}\n{facts.employer_name}", _AGENT)
    if found:
        yield Finding(
            "agent",
            BLOCK,
            f"像是中介或派遣：{quoted(found)}，要看人力资源服务许可证",
            "人力资源市场暂行条例第十八条：从事职业中介活动应当取得人力资源服务许可证；就业促进法第六十四条",
            "中介、派遣要先把许可证给工作人员看",
        )
