"""Money or papers taken from workers: deposits, fees for training, clothes, cards, check-ups, keeping identity cards."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_FEE = re.compile(
    r"押金|保证金|风险金|定金|订金|(?:培训|服装|工服|工装|工牌|报名|介绍|中介|办卡|办证|体检|会员|名额|手续|资料|入职|建档|登记|岗位|信息)费"
    r"|(?:交|收|付|转)\s*\d+(?:元|块)?(?:的)?(?:押|定|服装|体检|报名|培训)|办(?:健康卡|工资卡|银行卡).{0,4}(?:自费|\d+(?:元|块))|先(?:交|付|转)钱|自费体检|体检自费"
)
_PAPERS = re.compile(r"(?:押|扣|上交|收走|统一保管).{0,4}(?:身份证|证件)|身份证.{0,6}(?:押|扣|上交|统一保管)")


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    fee = asked(facts.text, _FEE)
    if fee:
        yield Finding(
            "fee",
            BLOCK,
            f"像是向工人收钱：{quoted(fee)}",
            "劳动合同法第九条：不得要求劳动者提供担保或者以其他名义向劳动者收取财物",
            "不能向工人收押金和各种费用，请去掉",
        )
    papers = asked(facts.text, _PAPERS)
    if papers:
        yield Finding(
            "papers",
            BLOCK,
            f"要扣证件：{quoted(papers)}",
            "劳动合同法第九条：不得扣押劳动者的居民身份证和其他证件",
            "不能扣工人的证件，请去掉",
        )
