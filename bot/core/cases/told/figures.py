"""Small numbers in figures or words, and money: days times daily pay, a corrected sum, a bare sum."""

from __future__ import annotations

import re
from typing import Dict, Optional

import cn2an

from bot.core.amounts import read_yuan

_HAN = "零一二两三四五六七八九十百"
N = rf"(?:\d+(?:\.\d+)?|[{_HAN}]+)"
_UNIT = "(?:天|个工日?|工日?|日)"
_PAY = (
    re.compile(rf"(?P<pay>{N})(?:元|块钱?)?(?:一|每|/|1)个?(?:天|工|日)"),
    re.compile(
        rf"(?:一天|每天|一日|每日|日薪|日工资|[一每]个工|工价)(?:是|给|讲好|说好|算|工资)?(?P<pay>{N})(?:元|块钱?)?(?!{_UNIT})"
    ),
)
_DAYS = re.compile(rf"(?P<days>{N})(?P<half>半)?个?(?:天|工(?![资钱地人头友])|日)(?P<also>半)?")
# What is no sum that is owed: phone numbers, hotlines, times, counts, pay for a time.
_NO_SUM = re.compile(
    r"1[3-9]\d{9}|\d{5,}(?:号|路|栋)|123(?:33|48|45|51)|12356|(?:19|20)\d\d年?|"
    rf"(?:一个?|每个?)月(?:工资|是|给|说好)?{N}[千百万]?{N}?|{N}(?:元|块)?(?:一个?|每个?)月|月薪{N}|"
    rf"{N}多?(?:个?月|年|号|个|岁|点|天|日|人|名|位|小时|次|楼|栋|米|平|斤)"
)
_LOOKS_LIKE_SUM = re.compile(r"\d{3,}|\d+(?:\.\d+)?[万千wk]|[万千百]|\d+(?:元|块)")
_RIGHTED = re.compile(
    r"不是[^,。]{1,12}?[,，]?\s*(?:而|应该)?是(.{1,14})$|(?:应该是|是)(.{1,12})[,，]?\s*不是.{1,12}$"
)
_HALVED = re.compile("一半|给过|给了|付了|结了|拿了|借支")


_PER_HEAD = re.compile(
    rf"(?:每个?人|一人|一个人|人均|各|个个)(?:差不多|大概|都)?(?:欠|是|差)?({N}[千百万]?\d?)"
)
_SPAN = re.compile("[一二两三四五六七八九](?=[一二三四五六七八九][十百千万])")


def per_head(text: str) -> Optional[int]:
    """“每人四千”: yuan for each; never a total by itself."""
    match = _PER_HEAD.search(text)
    amount = read_yuan(match[1]) if match else None
    return amount if amount and amount >= 100 else None


def small(words: str) -> Optional[float]:
    """“25”, “二十五”, “两百八”: up to some hundreds; None where it is no number."""
    try:
        return float(words)
    except ValueError:
        pass
    tens = re.fullmatch(rf"([{_HAN}]+百)([一二三四五六七八九])", words)
    try:
        return float(cn2an.cn2an((words + "十" if tens else words).replace("两", "二"), "smart"))
    except ValueError:
        return None


def days_and_pay(text: str) -> Dict[str, float]:
    """`days` and `day_pay` (yuan) where the text names them: “25天300一天” has both, “干了25天” one."""
    found: Dict[str, float] = {}
    rest = text
    for pattern in _PAY:
        match = pattern.search(rest)
        pay = small(match["pay"]) if match else None
        if match and pay and pay >= 20:
            found["day_pay"] = pay
            rest = rest[: match.start()] + "," + rest[match.end() :]
            break
    match = _DAYS.search(rest)
    days = small(match["days"]) if match else None
    if match and days and 0 < days <= 400:
        found["days"] = days + (0.5 if match["half"] or match["also"] else 0)
    return found


def counted(days: Optional[float], day_pay: Optional[float]) -> Optional[int]:
    """Whole yuan; None where one of them is missing."""
    return round(days * day_pay) if days and day_pay else None


def righted(text: str) -> Optional[int]:
    """“不是八千是九千”, “是九千不是八千”: the sum that is right."""
    match = _RIGHTED.search(text)
    return read_yuan(match[1] or match[2]) if match else None


def bare_sum(text: str, asked: bool) -> Optional[int]:
    """The one sum of a short answer, also beside a name (“王老板 八千”). `asked`: it answers “how much”."""
    rest = _SPAN.sub(lambda found: found[0] + "\0", text)  # of “八九千” the lower figure
    rest = re.sub("\0[一二三四五六七八九]", "", rest)
    for pattern in (_PER_HEAD, *_PAY, _NO_SUM, _DAYS):
        rest = pattern.sub(" ", rest)
    if not asked and (not _LOOKS_LIKE_SUM.search(rest) or _HALVED.search(rest)):
        return None
    return read_yuan(rest)
