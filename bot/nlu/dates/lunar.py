"""Days of the lunar calendar: 正月初六, 腊月二十, 初八, 除夕, 年前. A number is one only beside a lunar word."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Callable, Optional

from lunar_python import Lunar, LunarYear, Solar

from bot.nlu.dates.mention import Finder, Range, nearest, nowhere, rule
from bot.nlu.dates.numerals import HAN, UNIT, YEAR, small

_NAMES = {"正": 1, "冬": 11, "腊": 12}


@lru_cache(maxsize=2048)
def lunar_day(year: int, month: int, day: int) -> Optional[date]:
    """The date of a lunar day; None where that month has no such day (腊月三十 in a short year)."""
    if not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        return None
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=512)
def _length(year: int, month: int) -> int:
    return LunarYear.fromYear(year).getMonth(month).getDayCount()


@lru_cache(maxsize=512)
def lunar_year_month(day: date) -> "tuple[int, int]":
    """Lunar year and month of a date; a leap month counts as the month before it."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return lunar.getYear(), abs(lunar.getMonth())


def eve(year: int) -> date:
    """除夕: the last day of the lunar year, which falls in the next solar one."""
    return lunar_day(year + 1, 1, 1) - timedelta(days=1)


def each_lunar_year(of_year: Callable[[int], Optional[Range]], year: Optional[int] = None) -> Finder:
    """A range that returns each lunar year, or the one of a given year."""

    def find(anchor: date, back: bool) -> Optional[Range]:
        if year:
            return of_year(year)
        return nearest([of_year(anchor.year + step) for step in (-2, -1, 0, 1)], anchor, back)

    return find


def lunar_date(month: int, day: int, year: Optional[int] = None) -> Finder:
    """The finder of one lunar day."""

    def of_year(each: int) -> Optional[Range]:
        found = lunar_day(each, month, day)
        return Range(found, found) if found else None

    return each_lunar_year(of_year, year) if day <= 30 else nowhere


def _month_range(year: int, month: int, first: int = 1, last: int = 30) -> Range:
    length = _length(year, month)
    return Range(lunar_day(year, month, min(first, length)), lunar_day(year, month, min(last, length)))


_PARTS = {"初": (1, 3), "头": (1, 3), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 30)}


def _month(match: "re.Match[str]", today: date) -> Optional[Finder]:
    month, year = _month_number(match), _lunar_year(match, today)
    if match["part"] in ("底", "末"):
        return each_lunar_year(lambda each: _last_three(each, month), year)
    ends = _PARTS.get(match["part"], (1, 30))
    return each_lunar_year(lambda each: _month_range(each, month, *ends), year)


def _last_three(year: int, month: int) -> Range:
    last = _month_range(year, month).last
    return Range(last - timedelta(days=2), last)


def _day(match: "re.Match[str]", today: date) -> Optional[Finder]:
    month, day = _month_number(match), small(match["day"].lstrip("初"))
    if not month or not day:
        return None
    find = lunar_date(month, day, _lunar_year(match, today))
    return _up_to(find, match["last"], month)


def _up_to(find: Finder, last: Optional[str], month: int) -> Finder:
    """From one lunar day to another of the same month (正月初八到十五)."""
    end = small(last.lstrip("初")) if last else None
    if not end:
        return find

    def both(anchor: date, back: bool) -> Optional[Range]:
        start = find(anchor, back)
        found = lunar_date(month, end)(start.first, False) if start else None
        return Range(start.first, found.last) if found else start

    return both


def _plain_day(match: "re.Match[str]", today: date) -> Optional[Finder]:
    """初八: of the New Year while it is near, else of the next lunar month that has it."""
    day = small(match["day"])
    if not day or day > 10:
        return None
    new, last = bool(match["new"] or _NEW_YEAR_NEAR.search(match.string)), match["last"]

    def find(anchor: date, back: bool) -> Range | None:
        month = 1 if new else _next_month_with(anchor, day)
        return _up_to(lunar_date(month, day), last, month)(anchor, back)

    return find


def _next_month_with(anchor: date, day: int) -> int:
    year, month = lunar_year_month(anchor)
    if month >= 11:
        return 1
    found = lunar_day(year, month, day)
    return month if found and found >= anchor else month + 1


def _month_number(match: "re.Match[str]") -> Optional[int]:
    return _NAMES.get(match["month"]) or small(match["month"])


def _lunar_year(match: "re.Match[str]", today: date) -> Optional[int]:
    if match["year"]:
        return int(match["year"]) if match["year"].isdecimal() and len(match["year"]) == 4 else None
    steps = {"今": 0, "本": 0, "明": 1, "来": 1, "后": 2, "去": -1, "前": -2}
    return lunar_year_month(today)[0] + steps[match["rel"]] if match["rel"] else None


def _before_new_year(match: "re.Match[str]", today: date) -> Finder:
    last = eve(lunar_year_month(today)[0])
    return lambda anchor, back: None if back else Range(today, last)


def _after_new_year(match: "re.Match[str]", today: date) -> Finder:
    """年后, 开年: the first lunar month."""
    find = each_lunar_year(lambda each: _month_range(each, 1))
    return lambda anchor, back: None if back else find(anchor, False)


def _eve(match: "re.Match[str]", today: date) -> Finder:
    return each_lunar_year(lambda each: Range(eve(each), eve(each)), _lunar_year(match, today))


_LUNAR = r"(?:农历|阴历|古历|旧历|老历|旧历年)\s*的?"
_NAMED = r"(?P<month>[正腊冬](?=月))月"
_ANY = rf"(?P<month>{HAN}{{1,2}}|\d{{1,2}})月"
_DAY = rf"(?P<day>初(?:{HAN}|\d)十?|廿{HAN}?|[二三]?十{HAN}?|{HAN}|\d{{1,2}})"
_END = rf"(?:号|日)?(?:\s*(?:到|至|-|~)\s*(?P<last>初{HAN}|(?:廿|[二三]?十){HAN}?|\d{{1,2}})(?!月|{UNIT}))?"
_NOT_UNIT = rf"(?!{UNIT}(?<!初))"
_NEW_YEAR = r"(?:过年|春节|新年)"
_NEW_YEAR_NEAR = re.compile(r"过年|春节|除夕|大年|三十")

RULES = (
    rule("农阴古旧老", rf"{_LUNAR}{YEAR}(?P<month>正|腊|冬|{HAN}{{1,2}}|\d{{1,2}})月{_DAY}{_END}", _day, "lunar"),
    rule("正腊冬", rf"{YEAR}{_NAMED}{_DAY}{_NOT_UNIT}{_END}", _day, "lunar"),
    rule(
        "正腊冬", rf"{YEAR}{_NAMED}(?:份|间|里|天)?(?P<part>[底末初头]|[上中下]旬)?(?!{HAN}*[度])", _month, "lunar_month"
    ),
    rule("初", rf"{YEAR}(?<!\d)(?P<month>{HAN}{{1,2}}|\d{{1,2}})月(?P<day>初{HAN})(?![个人名]){_END}", _day, "lunar"),
    rule("八", rf"{YEAR}(?<![\d十])(?P<month>八)月(?P<day>十五)(?![号日]){_END}", _day, "lunar"),
    rule(
        "初",
        rf"(?P<new>大年|年|新年|春节|过年)?(?<![最当起月读念上])(?<!读到)初(?P<day>{HAN}|\d{{1,2}})"
        rf"(?!{HAN}|[直样起中学个般点次些级班]|的?学|毕业|文化|没读|辍学|[/.]){_END}",
        _plain_day,
        "lunar",
    ),
    rule("夕年三", rf"{YEAR}(?:除夕夜?|(?:大|(?<![今去明前后]))年三十(?!{HAN}|[岁多几来])|大年夜|三十(?=晚上|夜里))", _eve, "lunar"),
    rule(
        "年节",
        rf"(?:(?<![\d一二两三四五六七八九十几多半去前])年|{_NEW_YEAR}|旧历年|大年)(?:之前|以前|前(?![台天后面]))",
        _before_new_year,
        "before_new_year",
    ),
    rule(
        "年节",
        rf"(?:(?<![\d一二两三四五六七八九十几多半去前今明])年|{_NEW_YEAR})(?:之后|以后|后(?!天))|过完年|过了年|翻过?年|开年",
        _after_new_year,
        "after_new_year",
    ),
)
