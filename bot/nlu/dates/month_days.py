"""Days of the calendar: 11月26号, 11.26, 26-28号, 25、26号, 下月2号, 2026年11月26日."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.dates.arithmetic import fixed, monthly, one_day, shifted_month, steps, yearly
from bot.nlu.dates.mention import TAKEN, Finder, nowhere, rule
from bot.nlu.dates.numerals import small, year_of
from bot.nlu.dates.patterns import HAN, NUMBER, START, UNIT, YEAR, any_of

WHICH_MONTH = r"(?P<which>下下个?月|下个?月|[本这]个?月|上上个?月|上个?月)"
# 曰 is what handwriting input makes of 日; 日结 and 日薪 are about pay.
_MARK = r"\s?(?:号|[日曰](?![结薪工均租夜常元语期子用化班产历程内]))"
_AND = r"\s*(?:[-~、/]|(?<=\d\d),(?=\d\d)|到|至|和|跟|或者?|及|与)\s*"
_DAY = rf"(?P<day>{NUMBER})"
# The first of several days that share one mark: 25、26号.
_AHEAD = rf"(?={_AND}(?:\d{{1,2}}月)?(?:{NUMBER}{_AND})?{NUMBER}{_MARK})"
_MARKED = rf"{_DAY}(?:{_MARK}|{_AHEAD})"
_BARE = rf"(?P<day>\d{{1,2}}(?!{UNIT}|[号日])|[二廿三]?十{HAN}?(?!{HAN}|{UNIT}|[号日]))"
_MONTH = rf"{START}{YEAR}(?<![个\d])(?P<month>{NUMBER}|元)月"

_FULL = r"(?<![\d.])(?P<year>20\d\d)\s*[./年-]\s*(?P<month>\d{1,2})\s*[./月-]\s*(?P<day>\d{1,2})(?!\d)"
# 11.26 and the like are as often a price or a size: behind words of pay, before units and before 一小时.
_PRICED = "薪价格资均给费约长高宽重版龄发扣单件块趟次"
_NO_PRICE = rf"(?<![{_PRICED}])(?<![{_PRICED}][ :是])(?<!小时)(?<!小时工)(?<!钟点工)(?<![早上午晚])"
_NO_RATE = r"(?!\s*(?:每|一?个?小时|一?个?时|元|块|集合|到岗|出发|打卡|发车))"
_ANY_MONTH, _LONG_MONTH = "1[0-2]|0?[1-9]", "1[0-2]|0[1-9]"
# What must follow 5.1 for it to be a day: 1.5-2万 is money.
_DAY_FOLLOWS = any_of(
    r"\s*(?:$|[,。]|\d{1,2}[:点]|[号早晚上中下开进招有要去])",
    rf"\s*[-~到至](?:\d{{1,2}}\.)?\d{{1,2}}(?!{UNIT})",
)
_TWO_FIGURES = r"[1-3]\d|0[1-9]"


def _pointed_pattern(month: str, sign: str, day: str = _TWO_FIGURES) -> str:
    return rf"(?<![\d.:/])(?P<month>{month}){sign}(?P<day>{day})(?!{UNIT})(?:\s?[号日])?"


def in_year(month: int, day: int) -> Finder:
    """The finder of a day named by month and day; nowhere for 2月30号."""
    if not any(one_day(year, month, day) for year in (2024, 2025)):
        return nowhere
    return yearly(lambda year: one_day(year, month, day))


def in_month(day: int) -> Finder:
    """The finder of a day named by its number alone; nowhere for 32号."""
    if not 1 <= day <= 31:
        return nowhere
    return monthly(lambda year, month: one_day(year, month, day))


def _dated(year: int | None, month: int, day: int) -> Finder:
    if year is None:
        return in_year(month, day)
    found = one_day(year, month, day)
    return fixed(*found) if found else nowhere


def _month_day(match: re.Match[str], today: date) -> Finder | None:
    month, day = small(match["month"]), small(match["day"])
    if month is None or day is None:
        return None
    written = match["year"] or match["rel"]
    return _dated(year_of(written, today.year) if written else None, month, day)


def _full(match: re.Match[str], today: date) -> Finder:
    return _dated(int(match["year"]), int(match["month"]), int(match["day"]))


def _pointed(match: re.Match[str], today: date) -> Finder | None:
    """11.26, 11/26, 11-26: none at all where the figures cannot be a day."""
    found = in_year(int(match["month"]), int(match["day"]))
    return None if found is nowhere else found


def _other_month(match: re.Match[str], today: date) -> Finder | None:
    day = small(match["day"])
    return _dated(*shifted_month(today, steps(match["which"])), day) if day else None


def _day(match: re.Match[str], today: date) -> Finder | None:
    day = small(match["day"])
    return None if day is None else in_month(day)


_POINT = (
    _NO_PRICE + _pointed_pattern(_ANY_MONTH, r"\.", rf"{_TWO_FIGURES}|[1-9](?={_DAY_FOLLOWS})") + _NO_RATE
)
_DASH = r"(?<!-)" + _NO_PRICE + _pointed_pattern(_LONG_MONTH, "-") + _NO_RATE
_BEHIND = rf"(?<={TAKEN})\s*(?:[-~]|到|至)\s*"
RULES = (
    rule("day", "2", rf"{_FULL}(?:\s?[号日曰])?", _full),
    rule("day", "号日曰", rf"(?<![月/-])(?<!\d:){START}{_DAY}{_AHEAD}", _day),
    # 28、29两号: one mark for both, behind their number.
    rule("day", "两", rf"{START}(?P<day>\d{{1,2}})(?=\s*[、,和跟]\s*\d{{1,2}}\s*两[号日])", _day),
    rule("day", "两", rf"(?<=[、,和跟]){_DAY}\s*两[号日](?!结)", _day),
    rule("day", "月", rf"{_MONTH}份?的?\s*{_MARKED}", _month_day),
    rule("day", "月", rf"{_MONTH}{_BARE}", _month_day),
    rule("day", "月", rf"{WHICH_MONTH}的?\s*{_MARKED}", _other_month),
    rule("day", ".", _POINT, _pointed),
    rule("day", "/", _pointed_pattern(_ANY_MONTH, "/"), _pointed),
    rule("day", "/", _pointed_pattern(_LONG_MONTH, "/", "[1-9]"), _pointed),
    rule("day", "-", _DASH, _pointed),
    rule("day", "号日曰", rf"{START}{_DAY}{_MARK}", _day),
    # The second date of “5.1-5.5” needs no word behind it; nor does the second figure of “11.26-28”.
    rule("day", ".", rf"{_BEHIND}(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}})(?!{UNIT})", _pointed),
    rule("day", "-~、到至", rf"(?:{_BEHIND}|(?<={TAKEN})、)(?P<day>\d{{1,2}})(?!{UNIT}|[号日])", _day),
)
