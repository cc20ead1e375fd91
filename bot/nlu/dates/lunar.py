"""Days of the lunar calendar: 正月初六, 腊月二十, 初八, 除夕, 年前. A number is one only beside a lunar word."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.dates.lunar_calendar import (
    each_lunar_day,
    each_lunar_year,
    last_days,
    lunar_day,
    lunar_year_month,
    month_days,
)
from bot.nlu.dates.mention import Finder, Range, nowhere, rule
from bot.nlu.dates.numerals import small, year_of
from bot.nlu.dates.patterns import HAN, TO, UNIT, YEAR, any_of

_NAMES = {"正": 1, "冬": 11, "腊": 12}
_PARTS = {"初": (1, 3), "头": (1, 3), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 30)}

_FESTIVALS = {"二月二": (2, 2), "三月三": (3, 3), "七月七": (7, 7), "八月十五": (8, 15), "九月九": (9, 9)}

_LUNAR = r"(?:农历|阴历|古历|旧历|老历)\s*的?"
_NAMED = "(?P<month>[正腊冬])月"
_NUMBERED = rf"(?P<month>{HAN}{{1,2}}|\d{{1,2}})月"
_DAY = rf"(?P<day>初(?:{HAN}|\d)十?|廿{HAN}?|[二三]?十{HAN}?|{HAN}|\d{{1,2}})(?![十几]|{UNIT}(?<!初))"
_END = rf"[号日]?(?:{TO}(?P<last>初{HAN}|(?:廿|[二三]?十){HAN}?|\d{{1,2}})(?!月|{UNIT}))?"
# 初一 and 初三 are also years of school, and 初 begins other words (当初, 最初).
_SCHOOL = rf"(?!{HAN}|[直样起中学个般点次些级班]|的?学|毕业|文化|没读|辍学|[/.])"
_PLAIN = rf"(?P<new>大年|年|新年|春节|过年)?(?<![最当起月读念上])(?<!读到)初(?P<day>{HAN}|\d{{1,2}}){_SCHOOL}"
_NEW_YEAR_NEAR = re.compile("过年|春节|除夕|大年|三十")
_EVE = any_of(
    "除夕夜?",
    rf"(?:大|(?<![今去明前后]))年三十(?!{HAN}|[岁多几来])",
    "大年夜",
    "三十(?=晚上|夜里)",
)
_COUNTED = r"\d一二两三四五六七八九十几多半去前"  # 三年前 is no New Year
_BEFORE = rf"(?:(?<![{_COUNTED}])年|过年|春节|新年|大年)(?:之前|以前|前(?![台天后面]))"
_AFTER = rf"(?:(?<![{_COUNTED}今明])年|过年|春节|新年)(?:之后|以后|后(?!天))|过完年|过了年|翻过?年|开年"


def _day(match: re.Match[str], today: date) -> Finder | None:
    month, day = _month_number(match), small(match["day"].lstrip("初"))
    if not month or not day:
        return None
    return _up_to(each_lunar_day(month, day, _year(match, today)), match["last"], month)


def _festival(match: re.Match[str], today: date) -> Finder:
    """八月十五 and 三月三 without 号 are days of the lunar calendar."""
    month, day = _FESTIVALS[match["festival"]]
    return _up_to(each_lunar_day(month, day, _year(match, today)), match["last"], month)


def _up_to(find: Finder, last: str | None, month: int) -> Finder:
    """From one lunar day to another of the same month (正月初八到十五)."""
    end = small(last.lstrip("初")) if last else None
    if not end or find is nowhere:
        return find

    def both(anchor: date, back: bool) -> Range | None:
        start = find(anchor, back)
        found = each_lunar_day(month, end)(start.first, False) if start else None
        return Range(start.first, found.last) if start and found else start

    return both


def _plain_day(match: re.Match[str], today: date) -> Finder | None:
    """初八: of the New Year while it is near, else of the next lunar month that has it."""
    day = small(match["day"])
    if not day or day > 10:
        return None
    new, last = bool(match["new"] or _NEW_YEAR_NEAR.search(match.string)), match["last"]

    def find(anchor: date, back: bool) -> Range | None:
        month = 1 if new else _next_month_with(anchor, day)
        return _up_to(each_lunar_day(month, day), last, month)(anchor, back)

    return find


def _next_month_with(anchor: date, day: int) -> int:
    year, month = lunar_year_month(anchor)
    if month >= 11:
        return 1
    found = lunar_day(year, month, day)
    return month if found and found >= anchor else month + 1


def _month_number(match: re.Match[str]) -> int | None:
    return _NAMES.get(match["month"]) or small(match["month"])


def _year(match: re.Match[str], today: date) -> int | None:
    written = match["year"] or match["rel"]
    return year_of(written, lunar_year_month(today)[0]) if written else None


def _month(match: re.Match[str], today: date) -> Finder | None:
    month, part = _NAMES[match["month"]], match["part"]
    if part in ("底", "末"):
        return each_lunar_year(lambda each: last_days(each, month, 3), _year(match, today))
    ends = _PARTS.get(part, (1, 30))
    return each_lunar_year(lambda each: month_days(each, month, *ends), _year(match, today))


def _eve(match: re.Match[str], today: date) -> Finder:
    return each_lunar_year(lambda each: last_days(each, 12), _year(match, today))


def _before_new_year(match: re.Match[str], today: date) -> Finder:
    """年前: from now to the eve."""
    last = last_days(lunar_year_month(today)[0], 12).last
    return lambda anchor, back: None if back else Range(today, last)


def _after_new_year(match: re.Match[str], today: date) -> Finder:
    """年后, 开年: the first lunar month."""
    find = each_lunar_year(lambda each: month_days(each, 1))
    return lambda anchor, back: None if back else find(anchor, False)


_MONTH = rf"{YEAR}{_NAMED}[份间里天]?(?P<part>[底末初头]|[上中下]旬)?"
RULES = (
    rule(
        "lunar",
        "农阴古旧老",
        rf"{_LUNAR}{YEAR}(?P<month>正|腊|冬|{HAN}{{1,2}}|\d{{1,2}})月{_DAY}{_END}",
        _day,
    ),
    rule("lunar", "正腊冬", rf"{YEAR}{_NAMED}{_DAY}{_END}", _day),
    rule("lunar_month", "正腊冬", _MONTH, _month),
    rule("lunar", "初", rf"{YEAR}(?<!\d){_NUMBERED}(?P<day>初{HAN})(?![个人名]){_END}", _day),
    rule(
        "lunar",
        "二三七八九",
        rf"{YEAR}(?<![\d十])(?P<festival>{any_of(*_FESTIVALS)})(?!{HAN}|{UNIT}|[号日]){_END}",
        _festival,
    ),
    rule("lunar", "初", rf"{_PLAIN}{_END}", _plain_day),
    rule("lunar", "夕年三", rf"{YEAR}{_EVE}", _eve),
    rule("before_new_year", "年节", _BEFORE, _before_new_year),
    rule("after_new_year", "年节", _AFTER, _after_new_year),
)
