"""The usual frauds: fake orders, lent accounts, easy money."""

from __future__ import annotations

import re
from typing import Iterator

from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.review.words import asked, quoted

_SCAM = re.compile(
    r"刷单|刷信誉|刷流水|点赞员?(?:赚|兼职|日结)|打字员|抄写员|日[赚入]\d{3,}|躺[赚着]|手机就能(?:做|赚)|在家(?:就能|也能|可以)?(?:赚|做单|接单)|垫[付资]|返现|返佣|充值"
    r"|拉人头|发展下[线级]|做代理|虚拟币|跑分|洗钱|(?:出租|收购?|借用?|租用?).{0,4}(?:银行卡|电话卡|手机卡|微信号|对公账户)|陪[酒唱侍]|公关(?:男|女|先生)|男模|佳丽|代孕|捐卵|卖肾|网赚|博彩|菠菜推广"
)


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    found = asked(facts.text, _SCAM)
    if found:
        yield Finding(
            "scam",
            BLOCK,
            f"像常见的骗局：{quoted(found)}",
            "人力资源市场暂行条例第二十四条：招聘信息应当真实、合法",
            "写清楚真实的工作内容",
        )
