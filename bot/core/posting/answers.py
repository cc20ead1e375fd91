"""Short answers while a posting is gathered: a bare “5”, “300”, “马上”, yes and no, a name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Dict, List, Optional

from bot.core.amounts import read_yuan
from bot.core.posting import checks, draft, said

_END = r"[吧啊呀哈的了。.!,\s]*"
_YES = re.compile(
    rf"(?:(?:1|对的?|是的?|可以的?|行|好的?|确认|没问题|没错|正确|发布?吧?|就这样|就这么发|嗯+|ok|要得|中|同意|核对了){_END})+"
)
_NO = re.compile(
    rf"(?:2|不发|不要|算了|取消|不招|不用|删了?|删掉|先?不发|不想?招|作废)(?:了|吧)?{_END}(?:谢谢|不发|不招)?{_END}"
)
_DROPS = re.compile(
    rf"(?:不发|算了|取消|不招|先不招|不想招|作废|别发)(?:了|吧)?{_END}(?:谢谢|不发了?|不招了?)?{_END}"
)
_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2}
_COUNT = re.compile(
    r"(?:就|要|招|大概|大约|先|需要|一共|总共)*\s*(\d{1,9}|[零一二两三四五六七八九十百]{1,4})\s*(?:个|名|位)?人?(?:左右|就够了?|就行|吧|工人|够了)?[。.!]*"
)
_PEOPLE = re.compile(r"(?:是|要|改成?|就)?((?:\d{1,3}|[一二两三四五六七八九十]{1,3})[个名位]人?)[。.!]*")
_SOON = re.compile(r"马上|随时|现在就?|立刻|尽快|越快越好|今天就")
_LONG = re.compile(r"长期(?!合作|有效)|常年|一直")
_UNITS = (
    ("hour", re.compile(r"小时|钟头|时薪|点钟")), ("month", re.compile(r"月")), ("piece", re.compile(r"件|平|吨|个|斤|方")),
    ("job", re.compile(r"包干|全包|一口价|总共|一次|一趟|做完|干完")), ("day", re.compile(r"天|日")),
)  # fmt: skip
_OPEN_PAY = re.compile(r"面议|面谈|来了?再谈|看.{0,4}手艺|商量")
_NO_ADDRESS = re.compile(r"到了?(?:再)?(?:打|联系)|电话联系|打(?:我)?电话|发定位|定位发|来了?再说|到时候")
_NAME_LEAD = re.compile(
    r"^(?:你好|您好)?[,\s]*(?:我们?(?:这里|这边)?(?:是|叫|的?(?:单位|公司|店)?(?:是|叫))|我姓|叫我?|单位是?|公司是?|名字是?|姓名是?|就写|写|免贵姓)[::\s]*"
)
_NAME_TAIL = re.compile(r"(?:的|这边|就行|吧|哈|啊|。|!)+$")
SOON_DAYS = 6


def agrees(text: str) -> bool:
    """“1”, “对”, “可以发”: and nothing else."""
    return bool(_YES.fullmatch(text.strip().lower()))


def refuses(text: str, asked: bool) -> bool:
    """“不发了”, “算了”: and nothing else; “2” and “不要” only where yes or no was `asked`."""
    return bool((_NO if asked else _DROPS).fullmatch(text.strip().lower()))


def bare(step: Optional[str], text: str, today: date) -> Dict[str, Any]:
    """What a short answer to this step means."""
    reader = {
        draft.HEADCOUNT: _headcount, draft.WAGE: _wage, draft.UNIT: _unit, draft.DATE: lambda words: _day(words, today),
    }.get(step or "")  # fmt: skip
    found = reader(text.strip()) if reader else {}
    return found or _out_of_turn(text.strip(), today)


def _out_of_turn(words: str, today: date) -> Dict[str, Any]:
    """“面议”, “长期”: plain whatever was asked."""
    if _OPEN_PAY.fullmatch(words):
        return {"wage_open": True}
    people = _PEOPLE.fullmatch(words)
    if people:
        return _headcount(people[1])
    return _day(words, today) if _LONG.fullmatch(words) else {}


def bare_problem(step: Optional[str], text: str) -> List[str]:
    """A bare 0 or 10000 as a headcount, 0 as pay."""
    count = _number(text.strip())
    if step == draft.HEADCOUNT and count is not None and not 0 < count <= checks.MOST_BY_MESSAGE:
        return [checks.HEADCOUNT]
    return [checks.PAY] if step == draft.WAGE and count == 0 else []


def _headcount(words: str) -> Dict[str, Any]:
    count = _number(words)
    return {"headcount": count} if count and count <= checks.MOST_BY_MESSAGE else {}


def _number(words: str) -> Optional[int]:
    found = _COUNT.fullmatch(words)
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else _spoken(found[1])


def _spoken(words: str) -> int:
    """“十二”, “两百”, “三十五”: below a thousand."""
    total, last = 0, 0
    for char in words:
        if char in "十百":
            total += (last or 1) * (10 if char == "十" else 100)
            last = 0
        else:
            last = _DIGITS[char]
    return total + last


def _wage(words: str) -> Dict[str, Any]:
    if _OPEN_PAY.search(words):
        return {"wage_open": True}
    figure = read_yuan(words)
    return {"wage_min": figure, "wage_max": figure} if figure and len(words) <= 12 else {}


def _unit(words: str) -> Dict[str, Any]:
    for unit, pattern in _UNITS:
        if pattern.search(words):
            return {"wage_unit": unit}
    return {}


def _day(words: str, today: date) -> Dict[str, Any]:
    if _SOON.search(words):
        return {"date_from": today.isoformat(), "date_to": (today + timedelta(days=SOON_DAYS)).isoformat()}
    if _LONG.search(words):
        first = today + timedelta(days=1)
        return {
            "date_from": first.isoformat(),
            "date_to": (first + timedelta(days=draft.LONG_TERM_DAYS)).isoformat(),
        }
    return {}


def long_term(text: str, today: date) -> Dict[str, Any]:
    """The days of a long advert that says “长期” and no day."""
    return _day(text, today) if _LONG.search(text) and not _SOON.search(text) else {}


def free_address(text: str) -> Optional[str]:
    """The answer to “where”: all of it but the hour; a promise to tell by phone counts."""
    words = re.sub(r"\s+", " ", said.without_notes(text)).strip()
    promise = _NO_ADDRESS.search(words)
    if promise:
        return words[promise.start() :][: said.LONGEST_ADDRESS]
    words = said.tidy_address(words)
    return words if len(re.sub(r"[\W\d]", "", words)) >= 2 else None


def read_name(text: str) -> Optional[str]:
    """“我是宏达装饰的” -> 宏达装饰; None for a lone figure or nothing."""
    words = _NAME_TAIL.sub("", _NAME_LEAD.sub("", text.strip().split("\n")[0])).strip(" ,。.")
    words = max(re.split(r"[,,。;\s]+", words), key=len)  # “周 周老板”
    return words[:40] if re.search(r"[\u4e00-\u9fffa-zA-Z]{2}", words) else None
