"""Whether the words around a trade let it be the trade meant: former, wished for, somebody else's, no work at all."""

from __future__ import annotations

import re

from bot.nlu.trade_deeds import Found

_FORMER = re.compile(r"(?:以前|原来|之前|原先|过去|曾经|本来|[干做搞当开踩端跑带]过)[^,。;!?\s]{0,8}$")
_FORMER_AFTER = re.compile(r"[^,。;!?\s]{0,2}(?:干过|做过|干了|做了)[^,。;!?\s]{0,6}[,。;!?\s]")
_WANTED = re.compile(r"(?:想|请(?![问假教客])|要|找|招|聘|求|需|缺|改行|转行|换成|改成)[^,。;!?\s]{0,8}$")
# Said of work; without any of it 食堂 or 酒店 is only where somebody is.
_WORK = re.compile(
    r"招|聘|找(?![你我他她])|活(?!动)|工(?!商|行|程师)|上班|干(?![嘛吗什啥杯净])|做|缺|要人|要\d|要[一二两三四五六七八九十几]"
    r"|需要?[人一二两三四五六七八九十几\d]|兼职|日结|薪|学|培训|证|经验|老板|欠|岗|临时|人手|摔|伤|帮忙|结账|发钱|没?不?给.?钱|没结|\d个?人"
    r"|介绍|进(?=[没不吗]|$)|好多|几多|多少|一天|小时|(?<![一等下待机社])会(?![议展计员长场去来到])"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHAT = re.compile(r"[去在到见吧吗啊了呢走吃住玩慢啦急]")
_BARE = 4  # so few other characters are a bare list: “常福那边叉车”
# Those who only happen to be there: 保安不让进.
_BYSTANDER = re.compile(
    r"(?:保安|门卫|宿管|司机|客服|服务员)[^,。!?岗公]{0,2}(?:不让|拦|赶|不给|骂|把我|是个|说|报警|喊|等着|在等)"
)


def is_bystanders(text: str, start: int) -> bool:
    """True for the trade of somebody who only happens to be there."""
    return bool(_BYSTANDER.match(text, start))


def is_wanted(text: str, start: int) -> bool:
    """True where the words before it wish for it: 想找, 招, 改行做."""
    return bool(_WANTED.search(text[max(0, start - 16) : start]))


def is_former(text: str, hit: Found) -> bool:
    """True for what somebody has done and may do no more."""
    start, end, word = hit
    if word.deed and "过" in text[start:end]:
        return True
    return bool(_FORMER.search(text[max(0, start - 16) : start]) or _FORMER_AFTER.match(text, end))


def is_work(text: str, unread: str, hit: Found) -> bool:
    """True where a thing (食堂, 货车) stands for the work with it; `unread` is the text without what is read already."""
    start, end, _ = hit
    return _is_about_work(text, start) or _is_bare(unread[:start] + unread[end:])


def _is_about_work(text: str, start: int) -> bool:
    """What somebody was hurt by (被钢筋划了手) is not yet their trade."""
    return bool(_WORK.search(text)) and text[start - 1 : start] not in ("被", "从", "让")


def _is_bare(rest: str) -> bool:
    return len(_HAN.findall(rest)) <= _BARE and not _CHAT.search(rest)
