"""What cannot be: no pay, nobody or thousands, days gone by, two days at once. Asked back, never stored."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, List, Mapping

MOST_BY_MESSAGE = 200
FARTHEST = timedelta(days=120)  # “11月20日” said on the 24th is read as next year's
PAY, HEADCOUNT, PAST, TWO_DAYS, OUTSIDE, FAR = "pay", "headcount", "past", "two_days", "outside", "far"
FIELD_OF = {
    PAY: "wage",
    HEADCOUNT: "headcount",
    PAST: "date",
    TWO_DAYS: "date",
    FAR: "date",
    OUTSIDE: "place",
}

_NO_PAY = re.compile(
    r"(?<![\d.:-])0+(?:\.0+)?\s*(?:元|块|/?[天日时月](?!\d))|(?:工资|工钱|日薪|时薪|月薪|每天|一天)[::是]?\s*0+(?![\d.])"
    r"|(?<!从)(?<!绝)(?:不给钱|没有?工资|免费干|白干|义务工)"
)
_COUNTED = re.compile(r"(?<![\d.])(\d{1,9})\s*(?:多|来)?(?:个(?!月|小时|钟|半)|名|人(?!民))")
_THOUSANDS = re.compile(r"[一二两三四五六七八九十\d几][千万][多来]?(?:个(?!月)|名|人)")
_NONE_WANTED = re.compile(r"(?:招|要|请|找|需要?)零[个名]")
_PAST = re.compile(r"昨天|前天|上周|上个?星期|上个?月|去年")
_DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_NUMBER_OF_DAY = r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[号日](?!线|楼|门|院|结)"
_WEEKDAY = r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!到|至|-)"
_NAMED = r"(?P<word>大后天|今天|明天|后天|今日|明日)"
_TWO = (
    re.compile(rf"{_NAMED}[是就(, ]*{_NUMBER_OF_DAY}"),
    re.compile(rf"{_NUMBER_OF_DAY}[是就(, ]*{_NAMED}"),
    re.compile(rf"{_NAMED}[是就(, ]*{_WEEKDAY}"),
    re.compile(rf"{_NUMBER_OF_DAY}[是就(, ]*{_WEEKDAY}"),
)
_SPAN = re.compile(r"不是|改[成到为]|[到至~-]|起|开始|和|或")


def problems(text: str, facts: Mapping[str, Any], today: date) -> List[str]:
    """What is wrong with this message, the first to be asked back first. `facts` are those read in it."""
    found = [PAY] if _NO_PAY.search(text) else []
    if _is_no_number(text):
        found.append(HEADCOUNT)
    found += _of_days(text, facts.get("date_from"), today)
    place = facts.get("place")
    if place and not place.startswith("42"):
        found.append(OUTSIDE)
    return found


def _is_no_number(text: str) -> bool:
    counts = [int(match[1]) for match in _COUNTED.finditer(text)]
    wrong = any(count == 0 or count > MOST_BY_MESSAGE for count in counts)
    return wrong or bool(_THOUSANDS.search(text) or _NONE_WANTED.search(text))


def _of_days(text: str, first: Any, today: date) -> List[str]:
    if _disagree(text, today):
        return [TWO_DAYS]
    if first is None:
        return [PAST] if _PAST.search(text) else []
    day = date.fromisoformat(first)
    if day < today:
        return [PAST]
    return [FAR] if day > today + FARTHEST else []


def _disagree(text: str, today: date) -> bool:
    """“明天27号” on the 24th, “27号周一” where it is a Friday."""
    for pattern in _TWO:
        for match in pattern.finditer(text):
            if not _SPAN.search(match[0]) and not _same(match.groupdict(), today):
                return True
    return False


def _same(named: Mapping[str, Any], today: date) -> bool:
    word, number, weekday = named.get("word"), named.get("day"), named.get("weekday")
    if word:
        meant = today + timedelta(days=_DAYS[word])
        if number:
            return meant.day == int(number) and int(named.get("month") or meant.month) == meant.month
        return "一二三四五六日".index(str(weekday).replace("天", "日")) == meant.weekday()
    ahead = (today + timedelta(days=n) for n in range(62))
    fitting = [d for d in ahead if d.day == int(number) and int(named.get("month") or d.month) == d.month]
    asked = "一二三四五六日".index(str(weekday).replace("天", "日"))
    return not fitting or fitting[0].weekday() == asked
