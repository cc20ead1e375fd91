"""Days named on the side: when money is due (15号发工资), was promised (说月底给), an application made (上周报的名)."""

from __future__ import annotations

import re

from bot.nlu.dates.corrections import spread
from bot.nlu.dates.mention import Mention
from bot.nlu.dates.patterns import any_of

_MONEY = "(?:工资|工钱|钱|薪|款|账|帐|尾款)"
_GLUE = any_of(
    "之?前|左右|才|再|就|准时|统一|定期|那天|要|会|都|应该|该|能|可以|一起|给我|给你|全部|说|统统|最晚|准|肯定|保证|包"
)
_END = r"(?:[\s,。!?;、吗吧]|$)"
_PAYS = re.compile(
    rf"\s*{_GLUE}*"
    + any_of(
        rf"[发给付打领拿](?:放|清|齐|完|了|过)?(?:上上?个?月)?份?的?{_MONEY}",
        "发薪|[发给付][了过]|[付还给]清|发上上?个?月|兑现|(?:全|都|已经)*到[账帐手]|一?算(?!不)",
        rf"结(?!束|婚|果|构|冰|合)(?:清|[账帐]|算|{_MONEY}|了|{_END}|靠|的)(?!的?[活工])",
        rf"(?:给|发|付|还|还钱){_END}",
    )
)
_PROMISED = re.compile(
    r"(?:说|讲|答应|承诺|保证|推到?|拖到?|等到?|许诺)(?:好|是|的|了|过|要|在|等|到|我|他|们|你)*\s*$"
)
_PAY_DAY = re.compile(r"(?:发薪|发放|结薪|结算|发工资|出粮)(?:日期?|时间)?[:是为在]*\s*$")
_APPLIED = re.compile(
    any_of(
        r"[^,。!?;]{0,13}?(?:报名?|登记|反映|投诉|申请|举报|提交|递交|立案|咨询|备案)(?:的|了|过|上去)",
        r"[^,。!?;\d]{0,3}?[发交]的(?!工资|钱|传单|活)",
        r"[^,。!?;]{0,4}(?:出结果|出名单|给?(?:我|个)*(?:答复|回复|回话|回音))",
        r"[^,。!?;]{0,3}交了?材料|[^,。!?;]{0,4}打[了过]?我?电话[说来给]",
    )
)
# What is told of a day that is no day of work: 12月到期, 3月生的, 10月份刚拿的证, 3号约的.
_TOLD_OF = re.compile(
    any_of(
        r"[^,。!?;]{0,4}(?:到期|过期|期满|满期|截止|出生|生的|生人|毕业|退休|退伍)",
        r"[^,。!?;\d]{0,3}?(?:约|订|定|登|挂|录|投|填|下单|来登记|来报名|拿|考|办)的",
        r"[^,。!?;]{0,3}(?:刚|才)(?:拿|考|办|领|出院|下户|回来|辞|离)",
        r"(?:就|才)?满\d|[^,。!?;]{0,2}(?:跑|问|找)了[一二两三四五六七八九十几好\d]+[家个处]",
        r"[^,。!?;]{0,8}[做干搞待打跑送摘捞]过(?!年|节|夜|早)",
    )
)
# Looking back: a day on which somebody went for the money or was told something is no day of work.
_CHASED = re.compile(
    any_of(
        r"[^,。!?;]{0,5}?去(?:找|要|问|讨|催|闹|堵|了?公司|了?劳动|了?派出|了?法院|了?社保|了?信访|了?项目部)",
        r"[^,。!?;]{0,6}?(?:打(?:了|过)?[^,。!?;]{0,4}?电话|电话|要钱|拉黑|关机|失联|不接|躲|才?晓得|才?知道|报了?警|通知|回复)",
        r"[^,。!?;]{0,4}?(?:跑了|跑路|(?:说|讲)(?!好|定|的)|告诉|问(?:了|他|老板)|发了?(?:信息|短信|微信)|来(?:看|医院)|申请|咨询)",
        r"(?:老板|工头|他|对方)?才来",
    )
)
_SINGLE = {"relative", "today", "weekday", "week", "year"}
_DEADLINE = re.compile(r"(?:截止|截至)(?:到|至|时间|日期)?[是为: ]*$")
# 快过年了, 都下周三了: what day it is by now, not which is meant.
_BY_NOW = re.compile(r"(?:(?:都|已经|已|快|马上|眼看|现在|今[天日儿])[又就要这到是快]{0,3}|(?<!不)要)\s*$")


def without_asides(text: str, mentions: list[Mention], back: bool) -> list[Mention]:
    """The mentions that are left. A promise is one only where the message looks back."""
    mentions = _without_paid_periods(text, mentions)
    ends = [each.start for each in mentions[1:]] + [len(text)]
    flags = [_aside(text, each, end, back) for each, end in zip(mentions, ends, strict=True)]
    flags = spread(text, mentions, flags)
    told = [_told_before(text, each, back) for each in mentions]
    told = spread(text, mentions, told, forward=True)
    return [each for each, *aside in zip(mentions, flags, told, strict=True) if not any(aside)]


def _without_paid_periods(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without 上个月 in “10号发上个月工资”."""
    paid = [match.span() for each in mentions if (match := _PAYS.match(text, each.end))]
    return [each for each in mentions if not any(start < each.start < end for start, end in paid)]


def _aside(text: str, mention: Mention, end: int, back: bool) -> bool:
    before = text[max(0, mention.start - 8) : mention.start]
    paid = _PAYS.match(text, mention.end) or _DEADLINE.search(before)
    told = _APPLIED.match(text, mention.end, end) or _told_of(text, mention, end, back)
    return bool(paid or told or _by_now(text, mention))


def _told_of(text: str, mention: Mention, end: int, back: bool) -> bool:
    """A month of a wage case is the period, whatever is said of it."""
    if back:
        return mention.kind in _SINGLE and bool(_CHASED.match(text, mention.end, end))
    return bool(_TOLD_OF.match(text, mention.end, end))


def _by_now(text: str, mention: Mention) -> bool:
    if text.startswith("到了", mention.end):
        return True
    before = text[max(0, mention.start - 6) : mention.start]
    return text.startswith("了", mention.end) and bool(_BY_NOW.search(before))


def _told_before(text: str, mention: Mention, back: bool) -> bool:
    before = text[max(0, mention.start - 9) : mention.start]
    return bool(_PAY_DAY.search(before) or back and _PROMISED.search(before))
