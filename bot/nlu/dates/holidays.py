"""Holidays and solar terms: 国庆, 五一, 元旦, 中秋, 端午, 清明, 春节, 双十一, 冬至."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Callable, Dict, Optional

from lunar_python import Lunar

from bot.nlu.dates.lunar import each_lunar_year, eve, lunar_day
from bot.nlu.dates.mention import Finder, Range, rule, yearly
from bot.nlu.dates.numerals import HAN, YEAR, year_of

# Month, day, days off. The days off of 清明, 端午 and 中秋 shift with the weekend: the day itself is given.
_SOLAR = {
    "元旦": (1, 1, 1),
    "妇女节": (3, 8, 1),
    "劳动节": (5, 1, 5),
    "五一": (5, 1, 5),
    "儿童节": (6, 1, 1),
    "国庆": (10, 1, 7),
    "十一": (10, 1, 7),
    "双十一": (11, 11, 1),
    "双十二": (12, 12, 1),
    "平安夜": (12, 24, 1),
    "圣诞": (12, 25, 1),
    "元旦假期": (1, 1, 3),
}
_LUNAR = {"元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8), "小年": (12, 24)}
_TERMS = "立春 惊蛰 春分 清明 谷雨 立夏 芒种 夏至 立秋 处暑 秋分 霜降 立冬 冬至".split()
_ALIASES = {"双11": "双十一", "双12": "双十二", "三八节": "妇女节", "六一儿童节": "儿童节", "六一节": "儿童节", "六一": "儿童节", "过年": "春节"}


def holiday(name: str) -> Callable[[int], Optional[Range]]:
    """The days of a holiday in a given year (lunar ones: in that lunar year)."""
    if name == "春节":
        return lambda year: Range(eve(year - 1), lunar_day(year, 1, 7))  # the statutory days off
    if name in _TERMS:
        return lambda year: _single(_solar_term(year, name))
    if name in _LUNAR:
        return lambda year: _single(lunar_day(year, *_LUNAR[name]))
    month, day, length = _SOLAR[name]
    return lambda year: _several(date(year, month, day), length)


@lru_cache(maxsize=512)
def _solar_term(year: int, name: str) -> date:
    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    solar = table["DONG_ZHI" if name == "冬至" else name]  # under its own name stands the solstice a year before
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def _single(day: date) -> Range:
    return Range(day, day)


def _several(day: date, length: int) -> Range:
    return Range(day, day + timedelta(days=length - 1))


def _holiday(match: "re.Match[str]", today: date) -> Optional[Finder]:
    if _GOING_HOME.search(match.string[: match.start()][-6:]) and match["name"] in ("过年", "春节"):
        return None
    name = _ALIASES.get(match["name"], match["name"])
    if match["off"] and f"{name}假期" in _SOLAR:
        name = f"{name}假期"
    of_year = holiday(name)
    if match["day"]:
        of_year = _first_of(of_year, name)
    written = match["year"] or match["rel"]
    if written and not (written == "今" and name == "春节"):  # said in November, 今年过年 is the one ahead
        found = of_year(year_of(written, today.year) or today.year)
        return lambda anchor, back: found
    return each_lunar_year(of_year) if name in _LUNAR else yearly(of_year)


def _first_of(of_year: Callable[[int], Optional[Range]], name: str) -> Callable[[int], Optional[Range]]:
    """国庆当天: the day after which the holiday is called; of 春节 the first day of the year."""
    if name == "春节":
        return lambda year: _single(lunar_day(year, 1, 1))
    return lambda year: _single(of_year(year).first)


_GOING_HOME = re.compile(r"(?:回|去|来)[^,。!?; ]{0,4}$")  # 回老家过年: no time of work
_STREET = r"(?!路|街|广场|村|新村|大道|小区|社区|桥|公园|站|巷|河|上河|湖|渠|水库)"
_LONG = "元旦|妇女节|三八节|劳动节|六一儿童节|儿童节|六一节|国庆|双十一|双十二|双11|双12|平安夜|圣诞|元宵|端午|七夕|中秋|重阳|腊八|小年|春节"
_OFF = r"(?P<off>期间|假期|放假|小?长假|黄金周)"
_AFTER = rf"节?(?:{_OFF}|(?P<day>当[天日]|那[天日]))?(?!节?(?:快乐|安康|[都已经]*过了|[都已经]*过完))"
_MAY_DAY = rf"(?<!{HAN})(?<![\d第百千万])[五六]一(?!{HAN}|[百千万个斤年])"

RULES = (
    rule("元妇三劳六儿国双平圣端七中重腊小春", rf"{YEAR}(?P<name>{_LONG}){_STREET}{_AFTER}(?!粥|蒜|楼|门)", _holiday, "holiday"),
    rule("五六", rf"{YEAR}(?P<name>{_MAY_DAY}){_STREET}{_AFTER}", _holiday, "holiday"),
    rule("十", rf"{YEAR}(?<!{HAN})(?P<name>十一)(?=节?(?:期间|假期|放假|小?长假|黄金周)){_AFTER}", _holiday, "holiday"),
    rule("过", rf"{YEAR}(?<![没不好难家去屋乡里年])(?P<name>过年)(?![了轻龄检纪货审级]){_AFTER}", _holiday, "holiday"),
    rule("立惊春清谷夏芒秋处霜冬", rf"{YEAR}(?P<name>{'|'.join(_TERMS)}){_STREET}{_AFTER}", _holiday, "holiday"),
)
