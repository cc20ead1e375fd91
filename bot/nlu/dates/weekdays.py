"""Days of the week: 周三, 礼拜天, 下周一到周五, 周六周日, 这周末, 下周. Weeks begin on Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Optional

from bot.nlu.dates.mention import Finder, Range, fixed, rule, week_of

_WEEK = r"(?:周|星期|礼拜)"
_WHICH = r"(?P<which>下下个?|下个?|上上个?|上个?|[这本]个?)"
_NUMBERS = {char: value for value, char in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_NUMBERS |= {str(value + 1): value for value in range(7)}

# After these the day's character belongs to another word: 周一直, 周六百, 周日结, 周三个人.
_NO_DAY = r"(?![\d百千万.:%])(?!(?<=一)(?:直|般|样|定|共|些|个|人|名|天|次|结))(?!(?<=[日])[结薪均租用常期])(?!(?<=\d)[个人元块天点号名])"
_NO_DAY += r"(?!(?<=天)(?:天|河|门|津))(?!(?<=[二三四五六])(?:个|名|位|十|块|元|号|天(?!气)))"
_BEFORE = r"(?:(?<![一两二三四五六七八九十\d每半几第老姓])(?<!每个)|(?<=[周期拜][一二三四五六1-6]))"
_DAY = rf"(?P<day>[一二三四五六日天1-7]){_NO_DAY}"
_ALONE = r"(?=$|[\s,。!?;、()]|[上有都可的早晚要招我能来去干做白长休需找每全])"
_MORE = (
    r"(?P<more>(?:[、,和跟]\s*[一二三四五六日](?!\w)|[、和跟]\s*[一二三四五六日](?![个名位天十百千万])"
    rf"|[二三四五六日]{{2,4}}{_ALONE}|[二三四五六]{_ALONE}|[二三四五六]?日(?![结薪工均租班新夜常化用期]))*)"
)
_UP_TO = rf"(?:\s*(?:到|至|-|~)\s*(?:{_WEEK}(?P<last>[一二三四五六日天1-7]){_NO_DAY}|(?P<bare>[一二三四五六日天1-7]){_ALONE}))?"


def next_day(anchor: date, weekday: int, back: bool) -> date:
    """The next such weekday from the anchor on, itself included; the last one looking back."""
    if back:
        return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
    return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)


def _weekdays(match: "re.Match[str]", today: date) -> Optional[Finder]:
    days = [_NUMBERS[char] for char in match["day"] + re.sub(r"\W|[和跟]", "", match["more"])]
    end = match["last"] or match["bare"]
    days += [_NUMBERS[end]] if end else []
    which = match["which"]
    if not which and len(days) == 2 and days[0] == 0 and days[1] == 6:  # 周一到周日: any day at all
        return None
    if which:
        monday = week_of(today, _weeks(which)).first
        return fixed(*_chain(monday, days))
    return lambda anchor, back: _chain(anchor, days, back)


def _chain(anchor: date, days: "list[int]", back: bool = False) -> Range:
    """Each day the next after the one before it, so that 周六周日 and 周五到周一 hold together."""
    order = reversed(days) if back else days
    found = []
    for weekday in order:
        anchor = next_day(anchor, weekday, back)
        found.append(anchor)
    return Range(min(found), max(found))


def _weekend(match: "re.Match[str]", today: date) -> Optional[Finder]:
    which = match["which"]
    if which and which[0] not in "这本":
        monday = week_of(today, _weeks(which)).first
        return fixed(monday + timedelta(days=5), monday + timedelta(days=6))
    return _coming_weekend


def _coming_weekend(anchor: date, back: bool) -> Range:
    """Saturday and Sunday; on a Sunday the weekend is the one that ends that day."""
    saturday = week_of(anchor).first + timedelta(days=5)
    if back and saturday > anchor:
        saturday -= timedelta(days=7)
    return Range(saturday, saturday + timedelta(days=1))


def _week(match: "re.Match[str]", today: date) -> Finder:
    return fixed(*week_of(today, _weeks(match["which"])))


def _weeks(which: str) -> int:
    return which.count("下") - which.count("上")


RULES = (
    rule("末双", rf"(?:(?<![每个])(?:{_WHICH})?{_WEEK}末(?!加班|双倍|[\d两三]倍|算)|双休日)(?<!一周末)", _weekend, "weekend"),
    rule("周星礼", rf"{_BEFORE}{_WHICH}?{_WEEK}{_DAY}{_MORE}{_UP_TO}", _weekdays, "weekday"),
    rule("周星礼", rf"(?<![每个]){_WHICH}{_WEEK}(?![边围师老姐哥总工岁转刊围年])", _week, "week"),
)
