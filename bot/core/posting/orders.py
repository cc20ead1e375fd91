"""What an employer orders about a posting that is there: change it, pause it, go on, the same again, a few more."""

from __future__ import annotations

import re
from typing import Optional

CHANGE, PAUSE, RESUME, REPEAT, MORE = "change", "pause", "resume", "repeat", "more"
AMEND = "amend"  # something that spoke against it is taken back: “押金不收了”
CLOSE = "close"  # found by the task `cancel`, not here
LONGEST, _SHORT = 40, 14  # characters
_WHAT = r"(?:工资|工钱|价钱?|日薪|时薪|钱|时间|日期|人数?|地[点址方]|集合|开工|上工|开始|几点)"
_PAUSE = re.compile(
    r"先?暂停|先停(?:一下|一停|停)?(?:招|$|[,。 ])|先不招|暂时不招|先别(?:招|派|发)|停一下再招"
)
_RESUME = re.compile(r"(?:恢复|继续|重新|接着|又)(?:开始)?招|可以继续了|恢复发布|重新开放")
_REPEAT = re.compile(
    r"(?:再[来招要].{0,8}|还是|和?上次)一样|照旧|照常(?:招|要|来)|一样的?再(?:来|招|要)|跟(?:上次|昨天|今天)一样|和(?:上次|昨天|今天)一样|(?:老样子|同样的?)(?:再|还|招|要|来)?|再发一遍|还是(?:那|这)些人数"
)
_MORE = re.compile(
    r"^(?:还是)?(?:[今明后]天)?(?:再|还|又)?(?:[来加招要添补]|还要|还差|还缺)(?:多)?\s*([\d一二两三四五六七八九十]{1,3})个?人?(?:工人|人手)?(?:吧|就行|就够)?[。!,]?$"
)
_CHANGE = re.compile(
    rf"{_WHAT}.{{0,6}}?(?:[加涨提升降减]到|改[成为到]?|换[成到]?|推迟|提前|变[成为]?|调[成到整])"
    r"|改[成为到]|(?:[加涨提降减])到\s*[\d一二三四五六七八九]|换[成到].{0,8}$|推迟到|提前到|推到|加到\s*\d"
    r"|不是.{1,10}[,, ]?是|加成|减到|[多少]要\d个"
)
_AGAINST = r"(?:押金|保证金|定金|(?:培训|服装|工服|报名|介绍|体检|办卡|办证|手续|资料)费|收费|费用|身份证|限男|限女|性别|年龄|链接|微信)"
_AMEND = re.compile(
    rf"{_AGAINST}(?:的?(?:事|要求|那条))?(?:就|都|也)?(?:不[收要限交用押]|去掉|取消|免|删|全免)|(?:不[收要限交用押]|去掉|取消|免|删掉?)了?{_AGAINST}(?:了|吧)?[。!]?$"
)
_ASKS = re.compile(r"[??吗]|怎么|能不能|可不可以|多少|欠|拖|没[给发结]|不给")


def order(text: str) -> Optional[str]:
    """Which order it is; None where it is none, or a question, or a long text."""
    words = text.strip()
    if not words or len(words) > LONGEST or _ASKS.search(words):
        return None
    if len(words) <= _SHORT and _AMEND.search(words):
        return AMEND
    for kind, cue in (
        (PAUSE, _PAUSE), (RESUME, _RESUME), (REPEAT, _REPEAT), (MORE, _MORE), (CHANGE, _CHANGE),
    ):  # fmt: skip
        if cue.search(words):
            return kind
    return None


def steers(text: str) -> bool:
    """True for such an order."""
    return order(text) is not None
