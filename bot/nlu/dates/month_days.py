"""Days of the calendar: 11月26号, 11.26, 26-28号, 25、26号, 下月2号, 2026年11月26日."""

from __future__ import annotations

import re
from datetime import date
from typing import Optional

from bot.nlu.dates.mention import Finder, fixed, monthly, nowhere, one_day, rule, shifted_month, yearly
from bot.nlu.dates.numerals import HAN, NUMBER, UNIT, YEAR, small, year_of

DAY_MARK = r"\s?[号日曰]"  # 曰 is what handwriting input makes of 日
TAKEN = "\0"  # stands in for a mention found by an earlier rule; see scan.py
_LIST = r"\s*(?:[-~、/]|到|至|和|跟|或者?|及|与)\s*"
_NO_DAY = r"(?!结|薪|工|均|租|夜|常|元|语|期|子|用|化|班|产|历|程|内)"  # 日结, 日薪
_AHEAD = rf"(?={_LIST}(?:\d{{1,2}}月)?{NUMBER}{DAY_MARK}|{_LIST}{NUMBER}{_LIST}{NUMBER}{DAY_MARK})"
_DIGIT_BEFORE = rf"(?<![\d.:/第月-])(?<!{HAN})"
_MONTH = rf"{_DIGIT_BEFORE}{YEAR}(?<![个\d])(?P<month>{NUMBER}|元)月"
_PRICE = r"(?<![薪价格资均给费约长高宽重版龄到发扣][ :是])(?<![薪价格资均给费约长高宽重版龄发扣])(?<!小时)(?<![早上午晚])"
_SHORT = r"(?=\s*(?:$|[,。]|[-~到至号早晚上中下]|开|进|招|有|要|去))"  # what may follow 5.1 for it to be a day


def in_year(month: int, day: int) -> Finder:
    """The finder of a day named by month and day."""
    if not any(one_day(year, month, day) for year in (2024, 2025)):
        return nowhere
    return yearly(lambda year: one_day(year, month, day))


def in_month(day: int) -> Finder:
    """The finder of a day named by its number alone."""
    if not 1 <= day <= 31:
        return nowhere
    return monthly(lambda year, month: one_day(year, month, day))


def _dated(year: Optional[int], month: int, day: int) -> Finder:
    if year is None:
        return in_year(month, day)
    found = one_day(year, month, day)
    return fixed(*found) if found else nowhere


def _month_day(match: "re.Match[str]", today: date) -> Optional[Finder]:
    month, day = small(match["month"]), small(match["day"])
    if month is None or day is None:
        return None
    written = match["year"] or match["rel"]
    return _dated(year_of(written, today.year) if written else None, month, day)


def _full(match: "re.Match[str]", today: date) -> Finder:
    return _dated(int(match["year"]), int(match["month"]), int(match["day"]))


def _pointed(match: "re.Match[str]", today: date) -> Optional[Finder]:
    """11.26, 11/26, 11-26: no day at all where the figures cannot be one, for they may be a price or a range."""
    found = in_year(int(match["month"]), int(match["day"]))
    return None if found is nowhere else found


def _other_month(match: "re.Match[str]", today: date) -> Optional[Finder]:
    day, steps = small(match["day"]), month_steps(match["which"])
    return _dated(*shifted_month(today, steps), day) if day else None


def month_steps(word: str) -> int:
    """How many months 上个月, 本月, 下下月 lie ahead."""
    return word.count("下") - word.count("上")


def _day(match: "re.Match[str]", today: date) -> Optional[Finder]:
    day = small(match["day"])
    return None if day is None or day > 99 else in_month(day)


_DAY_NUMBER = rf"(?P<day>{NUMBER})"
_BARE_DAY = rf"(?P<day>\d{{1,2}}(?!{UNIT})|[二廿三]?十{HAN}?(?!{HAN}|{UNIT}))"
WHICH_MONTH = r"(?P<which>下下个?月|下个?月|[本这当]个?月|上上个?月|上个?月)"

RULES = (
    rule(
        "2",
        r"(?<![\d.])(?P<year>20\d\d)\s*[./年-]\s*(?P<month>\d{1,2})\s*[./月-]\s*(?P<day>\d{1,2})(?!\d)(?:\s?[号日曰])?",
        _full,
        "day",
    ),
    rule("号日曰", rf"{_DIGIT_BEFORE}{_DAY_NUMBER}{_AHEAD}", _day, "day"),
    rule("月", rf"{_MONTH}份?的?\s*{_DAY_NUMBER}(?:{DAY_MARK}{_NO_DAY}|{_AHEAD})", _month_day, "day"),
    rule("月", rf"{_MONTH}{_BARE_DAY}", _month_day, "day"),
    rule("月", rf"{WHICH_MONTH}的?\s*{_DAY_NUMBER}(?:{DAY_MARK}{_NO_DAY}|{_AHEAD})", _other_month, "day"),
    rule(
        ".",
        rf"(?<![\d.:/-]){_PRICE}(?P<month>1[0-2]|0?[1-9])\.(?P<day>[1-3]\d|0[1-9]|[1-9]{_SHORT})(?!{UNIT})(?!\s*(?:每|一?个?小时|一?时))(?:\s?[号日])?",
        _pointed,
        "day",
    ),
    rule(
        "/",
        rf"(?<![\d.:/-])(?:(?P<month>1[0-2]|0?[1-9])/(?P<day>[1-3]\d|0[1-9])|(?:1[0-2]|0[1-9])/[1-9])(?!{UNIT})(?:\s?[号日])?",
        lambda match, today: _slashed(match),
        "day",
    ),
    rule(
        "-",
        rf"(?<![\d.:/-]){_PRICE}(?P<month>1[0-2]|0[1-9])-(?P<day>[1-3]\d|0[1-9])(?!{UNIT})(?!\s*(?:每|元))",
        _pointed,
        "day",
    ),
    rule("号日曰", rf"{_DIGIT_BEFORE}{_DAY_NUMBER}{DAY_MARK}{_NO_DAY}", _day, "day"),
)
# Run after all others: the second figure of “11.26-28” or “26号到28”.
TAIL = rule("-~、到至", rf"(?<={TAKEN})\s*(?:[-~、]|到|至)\s*(?P<day>\d{{1,2}})(?!{UNIT})", _day, "day")


def _slashed(match: "re.Match[str]") -> Optional[Finder]:
    month, _, day = match.group().rstrip("号日 ").partition("/")
    found = in_year(int(month), int(day))
    return None if found is nowhere else found
