"""Days of the week: 周三, 礼拜天, 下周一到周五, 周六周日, 这周末, 下周. Weeks begin on Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.nlu.dates.arithmetic import fixed, steps, week_of
from bot.nlu.dates.mention import Finder, Range, rule
from bot.nlu.dates.patterns import TO, any_of

_WEEK = r"(?:周|星期|礼拜)"
_WHICH = r"(?P<which>下下个?|下个?|上上个?|上个?|[这本]个?)"
_NAMES = "[一二三四五六日天1-7]"
_NUMBERS = {char: value for value, char in enumerate("一二三四五六日")} | {"天": 6}
_NUMBERS |= {str(value + 1): value for value in range(7)}

# Before or after these the character belongs to another word: 一周三天, 每周六, 周一直, 周日结, 周三个人.
_BEFORE = any_of(
    r"(?<![一两二三四五六七八九十\d每半几第老姓])(?<!每个)",
    "(?<=[周期拜][一二三四五六1-6])",
)
_NO_DAY = "".join(
    (
        r"(?![\d百千万.:%])",
        "(?!(?<=一)(?:直|般|样|定|共|些|个|人|名|天|次|结))",
        "(?!(?<=[二三四五六])(?:个|名|位|十|块|元|号|天(?!气)))",
        "(?!(?<=日)[结薪均租用常期])",
        "(?!(?<=天)[天河门津])",
        r"(?!(?<=\d)[个人元块天点号名])",
    )
)
_DAY = rf"(?P<day>{_NAMES}){_NO_DAY}"
_ALONE = r"(?=$|[\s,。!?;、()]|[上有都可的早晚要招我能来去干做白长休需找每全])"
# 周一三五, 周一、三、五, 周六日
_MORE = any_of(
    r"[、,和跟]\s*[一二三四五六日](?!\w)",
    r"[、和跟]\s*[一二三四五六日](?![个名位天十百千万])",
    rf"[二三四五六日]{{1,4}}{_ALONE}",
    "[二三四五六]?日(?![结薪工均租班新夜常化用期])",
)
_UP_TO = rf"(?:{TO}(?:{_WEEK}(?P<last>{_NAMES}){_NO_DAY}|(?P<bare>{_NAMES}){_ALONE}))?"


def next_day(anchor: date, weekday: int, back: bool) -> date:
    """The next such weekday from the anchor on, itself included; the last one looking back."""
    if back:
        return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
    return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)


def _weekdays(match: re.Match[str], today: date) -> Finder | None:
    names = match["day"] + match["more"] + (match["last"] or match["bare"] or "")
    days = [_NUMBERS[char] for char in names if char in _NUMBERS]
    if match["which"]:
        return fixed(*_chain(week_of(today, steps(match["which"])).first, days))
    if days == [0, 6]:  # 周一到周日: any day at all
        return None
    return lambda anchor, back: _chain(anchor, days, back)


def _chain(anchor: date, days: list[int], back: bool = False) -> Range:
    """Each day the next after the one before it, so that 周六周日 and 周五到周一 hold together."""
    found = []
    for weekday in reversed(days) if back else days:
        anchor = next_day(anchor, weekday, back)
        found.append(anchor)
    return Range(min(found), max(found))


def _weekend(match: re.Match[str], today: date) -> Finder:
    which = match["which"]
    if not which or which[0] in "这本":
        return _coming_weekend
    monday = week_of(today, steps(which)).first
    return fixed(monday + timedelta(days=5), monday + timedelta(days=6))


def _coming_weekend(anchor: date, back: bool) -> Range:
    """Saturday and Sunday; on a Sunday the weekend is the one that ends that day."""
    saturday = week_of(anchor).first + timedelta(days=5)
    if back and saturday > anchor:
        saturday -= timedelta(days=7)
    return Range(saturday, saturday + timedelta(days=1))


def _week(match: re.Match[str], today: date) -> Finder:
    return fixed(*week_of(today, steps(match["which"])))


_WEEKEND = rf"(?:(?<![每个一]){_WHICH}?{_WEEK}末(?!加班|双倍|[\d两三]倍|算)|双休日)"
RULES = (
    rule("weekend", "末双", _WEEKEND, _weekend),
    rule("weekday", "周星礼", rf"{_BEFORE}{_WHICH}?{_WEEK}{_DAY}(?P<more>{_MORE}*){_UP_TO}", _weekdays),
    rule("week", "周星礼", rf"(?<![每个]){_WHICH}{_WEEK}(?![边围师老姐哥总工岁转刊年])", _week),
)
