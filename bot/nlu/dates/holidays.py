"""Holidays and solar terms: 国庆, 五一, 元旦, 中秋, 端午, 清明, 春节, 双十一, 冬至."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.nlu.dates.arithmetic import yearly
from bot.nlu.dates.lunar_calendar import each_lunar_year, last_days, lunar_day, solar_term
from bot.nlu.dates.mention import Finder, Range, rule
from bot.nlu.dates.numerals import year_of
from bot.nlu.dates.patterns import HAN, YEAR, any_of

OfYear = Callable[[int], Range]

# Month, day, days off. The days off of 清明, 端午 and 中秋 shift with the weekend: the day itself is given.
_SOLAR = {
    "元旦": (1, 1, 1),
    "情人节": (2, 14, 1),
    "妇女节": (3, 8, 1),
    "三八节": (3, 8, 1),
    "劳动节": (5, 1, 5),
    "五一": (5, 1, 5),
    "六一儿童节": (6, 1, 1),
    "儿童节": (6, 1, 1),
    "六一": (6, 1, 1),
    "国庆": (10, 1, 7),
    "十一": (10, 1, 7),
    "双十一": (11, 11, 1),
    "双11": (11, 11, 1),
    "双十二": (12, 12, 1),
    "双12": (12, 12, 1),
    "平安夜": (12, 24, 1),
    "圣诞": (12, 25, 1),
}
_LONG_WEEKEND = {"元旦": 3}  # where 期间 or 假期 is said
# 小年 falls on the 24th in Hubei.
_LUNAR = {
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 24),
}
# Those that are no other word as well: 小雪, 雨水 and 小满 are also weather or names.
_TERMS = tuple("立春 惊蛰 春分 清明 谷雨 立夏 芒种 夏至 立秋 处暑 秋分 霜降 立冬 冬至".split(" "))  # noqa: SIM905

_WORKED = re.compile("节?(?:那|加班|值班|上班|的时候|没放假|留守|前后|时)")
_GOING_HOME = re.compile("(?:回|去|来)[^,。!?; ]{0,4}$")  # 回老家过年: no time of work
_PLACE = "(?!路|街|广场|村|新村|大道|小区|社区|桥|公园|站|巷|河|上河|湖|渠|水库|粥|蒜|楼|门)"
_OFF = "(?P<off>期间|假期|放假|小?长假|黄金周)"
_GREETED_OR_OVER = "(?!节?(?:快乐|安康|[都已经]*过了|[都已经]*过完))"
_AFTER = rf"节?(?:{_OFF}|(?P<day>当[天日]|那[天日]))?{_GREETED_OR_OVER}"
_NUMERIC = rf"(?<!{HAN})(?<![\d第百千万周期拜])(?:五一|六一(?!儿))(?!{HAN}(?!天)|[百千万个斤年])"
_LONG = any_of(*sorted({*_SOLAR, *_LUNAR} - {"五一", "六一", "十一"}, key=lambda name: (-len(name), name)))
_NEW_YEAR = (
    rf"{YEAR}(?<![没不好难家去屋乡里])(?P<name>过年)(?!不放|无休|双薪|红包|[了轻龄检纪货审级]){_AFTER}"
)


def holiday(name: str, off: bool = False) -> OfYear:
    """The days of a holiday in a given year (lunar ones: in that lunar year); `off` asks for all days off."""
    if name in ("春节", "过年"):  # the statutory days off: from the eve to 初七
        return lambda year: Range(last_days(year - 1, 12).last, lunar_day(year, 1, 7))
    if name in _TERMS:
        return lambda year: _days(solar_term(year, name))
    if name in _LUNAR:
        return lambda year: _days(lunar_day(year, *_LUNAR[name]))
    month, day, length = _SOLAR[name]
    return lambda year: _days(date(year, month, day), _LONG_WEEKEND.get(name, length) if off else length)


def _days(first: date, length: int = 1) -> Range:
    return Range(first, first + timedelta(days=length - 1))


def _holiday(match: re.Match[str], today: date) -> Finder:
    name = match["name"]
    of_year = holiday(name, bool(match["off"]))
    if match["day"]:
        of_year = _first_of(of_year, name)
    written = match["year"] or match["rel"]
    year = year_of(written, today.year) if written else None
    if year and not (written == "今" and name == "春节"):  # said in November, 今年春节 is the one ahead
        found = of_year(year)
        return lambda anchor, back: found
    return each_lunar_year(of_year) if name in _LUNAR else yearly(of_year)


def _new_year(match: re.Match[str], today: date) -> Finder | None:
    """过年: in a wage case it is why the money is needed, unless somebody worked through it."""
    if _GOING_HOME.search(match.string[: match.start()][-6:]):
        return None
    of_year = holiday("过年")
    find = yearly(_first_of(of_year, "过年") if match["day"] else of_year)
    worked = bool(match["off"] or _WORKED.match(match.string, match.end()))
    return lambda anchor, back: None if back and not worked else find(anchor, back)


def _spring_festival(match: re.Match[str], today: date) -> Finder | None:
    return None if _GOING_HOME.search(match.string[: match.start()][-6:]) else _holiday(match, today)


def _first_of(of_year: OfYear, name: str) -> OfYear:
    """国庆当天: the day after which the holiday is called; of 春节 the first day of the year."""
    if name in ("春节", "过年"):
        return lambda year: _days(lunar_day(year, 1, 1))
    return lambda year: _days(of_year(year).first)


_HINT = "".join(sorted({name[0] for name in (*_SOLAR, *_LUNAR)}))
RULES = (
    rule("holiday", "春", rf"{YEAR}(?P<name>春节){_PLACE}{_AFTER}", _spring_festival),
    rule("holiday", _HINT, rf"{YEAR}(?P<name>{_LONG}){_PLACE}{_AFTER}", _holiday),
    rule("holiday", "五六", rf"{YEAR}(?P<name>{_NUMERIC}){_PLACE}{_AFTER}", _holiday),
    rule(
        "holiday",
        "十",
        rf"{YEAR}(?<!{HAN})(?P<name>十一)(?=节?{_OFF.replace('?P<off>', '?:')}){_AFTER}",
        _holiday,
    ),
    rule("holiday", "过", _NEW_YEAR, _new_year),
    rule(
        "holiday", "立惊春清谷夏芒秋处霜冬", rf"{YEAR}(?P<name>{any_of(*_TERMS)}){_PLACE}{_AFTER}", _holiday
    ),
)
