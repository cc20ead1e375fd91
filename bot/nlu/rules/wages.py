"""Wages overdue or short: a report of it wins over everything but danger and injury."""

from __future__ import annotations

import re
from typing import Optional

from bot.nlu.rules.base import View, first, rule

# Talk of unpaid wages that asks for something else: an open case, a law question, an offer's promise, a loan between friends.
_CASE = (
    "案子|案件|进度|办到|(?:有|出)(?:没有?)?(?:消息|结果|信|回音|眉目|进展|动静|下文)|结果.{0,3}(?:没|吗|呢|出)|到哪一?步|处理(?:得|到|了|怎)|受理|立案|催一下|上次(?:说|报|登记|投诉|反映)|我的?.{0,4}投诉|怎么样了|查(?:一)?下.{0,8}(?:欠|案|进|工资的事)"
    "|登记的|报上去|你们(?:帮|说).{0,8}(?:要|天)|材料交|还在办|开庭|调解.{0,6}(?:时候|哪天|结果)|申诉|进展"
)
_RULES_OUT = (
    "靠谱|合法|合不合|犯法|违法|算不算|是不是拖欠|才算|规定|万一|如果|要是(?!再)|会不会|怕|以后|被欠怕|绝不|从不|不拖|不欠|不会拖|放心|招|聘|包吃|包住|介绍费|押金.{0,6}(?:才|就)|先交"
    "|借|贷|儿子|房租|失业金|补贴|养老|社保卡|津贴|红包|学费我|公积金"
)
_RULES = [
    rule(
        "wage_dispute",
        "讨工资|欠工资|欠(?:我|我们|他|她|咱)|老板跑路|老板跑了|工头跑|拖欠|(?:要|拿|讨)不(?:到|回).{0,3}(?:钱|工资)|(?:钱|工资)(?:要|拿|讨)不(?:到|回)|血汗|白干了?(?:一|半|两|$)",
        _CASE + "|" + _RULES_OUT,
    ),
    rule(
        "wage_dispute",
        "^(?:我的)?(?:工资|钱)(?:还)?(?:没有?|未)(?:发|给|结|到账|到手|着落|影子?|付)|^(?:没|不)(?:有)?(?:给|发|结)(?:钱|工资|账)|^少发了|^(?:工资|工钱)$",
        _CASE + "|" + _RULES_OUT,
    ),
]


_PLAIN_ENOUGH = 0.2  # so sure, the classifier needs no words of ours: better heard once too often than missed
_CONCEIVABLE = 0.06
_OTHER_TALK = re.compile(f"{_CASE}|{_RULES_OUT}")


def decide(view: View) -> Optional[str]:
    """A report of unpaid wages that the classifier holds at least possible, or is sure of by itself."""
    chance = view.chance("wage_dispute")
    if chance >= _PLAIN_ENOUGH:
        return "wage_dispute"
    if chance < _CONCEIVABLE:
        return None
    if view.unpaid and not _OTHER_TALK.search(view.text):
        return "wage_dispute"
    return first(_RULES, view.text)
