"""Whole months and their parts: 8月份, 下个月, 月底, 12月中旬, 8-10月, 去年, 上半年."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from bot.nlu.dates.arithmetic import fixed, monthly, shifted_month, steps, whole_month, yearly
from bot.nlu.dates.mention import Finder, Range, nowhere, rule
from bot.nlu.dates.month_days import WHICH_MONTH
from bot.nlu.dates.numerals import small, year_of
from bot.nlu.dates.patterns import HAN, NUMBER, START, YEAR

_PART = rf"(?P<part>上旬|中旬|下旬|[初头](?!{HAN})|[底末](?!薪)|中(?!介|餐|午|南|心|百|国))"
_ENDS = {"初": (1, 3), "头": (1, 3), "中": (11, 20), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_NO_MONTH = r"(?![亮饼薪结租嫂休子湖]|\s*嫂)"
_NO_PAY = r"(?!\d{3,}|\s*[\d两一二三四五六七八九]+\s*[千万百kw])"  # 1月6000 is a wage
# 一月 is as often a length as a month: 干一月, 一月多少钱.
_NO_LENGTH_BEFORE = "(?<![每干做了满休歇够压一][一1])"
_NO_LENGTH = r"(?:份|(?!(?<![\d十][一1]月)(?<=[一1]月)\s*(?:\d|多少|几|能|工资|挣|赚|拿|开|左右)))"
_MONTH = rf"{START}{YEAR}(?<![个\d])(?P<month>{NUMBER}|元)"
_AND_MONTH = rf"(?=\s*(?:[-~、]|到|至|和|跟)\s*{NUMBER}月(?!薪))"


def part_of(year: int, month: int, part: str) -> Range:
    """月初 is three days, 月底 the last three, 中旬 the 11th to the 20th."""
    length = calendar.monthrange(year, month)[1]
    first, last = _ENDS.get(part, (length - 2, length))
    return Range(date(year, month, first), date(year, month, min(last, length)))


def _named_part(match: re.Match[str], today: date) -> Finder | None:
    return _of_month(match, today, lambda year, month: part_of(year, month, match["part"]))


def _named_month(match: re.Match[str], today: date) -> Finder | None:
    return _of_month(match, today, whole_month)


def _of_month(match: re.Match[str], today: date, of: Callable[[int, int], Range]) -> Finder | None:
    month = small(match["month"])
    if month is None:
        return None
    if not 1 <= month <= 12:
        return nowhere
    written = match["year"] or match["rel"]
    year = year_of(written, today.year) if written else None
    return fixed(*of(year, month)) if year else yearly(lambda each: of(each, month))


def _two_months(match: re.Match[str], today: date) -> Finder | None:
    """七八月份: both months, where the figures follow each other."""
    first, last = small(match["first"]), small(match["last"])
    if first is None or last != first + 1:
        return None
    return yearly(lambda year: Range(whole_month(year, first).first, whole_month(year, last).last))


def _which_part(match: re.Match[str], today: date) -> Finder:
    return fixed(*part_of(*shifted_month(today, steps(match["which"])), match["part"]))


def _which_month(match: re.Match[str], today: date) -> Finder:
    return fixed(*whole_month(*shifted_month(today, steps(match["which"]))))


def _last_months(match: re.Match[str], today: date) -> Finder:
    """上两个月, 前三个月: whole months that lie behind."""
    months = [
        whole_month(*shifted_month(today, -step)) for step in range(1, (small(match["count"]) or 2) + 1)
    ]
    return fixed(months[-1].first, months[0].last)


def _bare_part(match: re.Match[str], today: date) -> Finder:
    return monthly(lambda year, month: part_of(year, month, match["part"]))


def _year(match: re.Match[str], today: date) -> Finder:
    """去年, 前年. Both lie behind, so only a wage case or an injury uses them."""
    year = year_of(match.group()[0], today.year) or today.year
    return fixed(date(year, 1, 1), date(year, 12, 31))


def _half_year(match: re.Match[str], today: date) -> Finder:
    year = today.year - (1 if match["rel"] else 0)
    first, last = ((1, 1), (6, 30)) if match["half"] == "上" else ((7, 1), (12, 31))
    return fixed(date(year, *first), date(year, *last))


def _end_of_year(match: re.Match[str], today: date) -> Finder:
    """年底: December where it lies behind; ahead only the end of a span (干到年底)."""
    year = year_of(match["rel"], today.year) if match["rel"] else None
    if year and year < today.year:
        return fixed(*whole_month(year, 12))
    if year:
        return fixed(date(year, 12, 31))
    return yearly(lambda each: Range(date(each, 12, 31), date(each, 12, 31)))


RULES = (
    rule("part", "月", rf"{_MONTH}月份?的?{_PART}", _named_part),
    rule("part", "月", rf"{WHICH_MONTH}份?的?(?:月(?=[底末初]))?{_PART}", _which_part),
    rule("part", "月", rf"(?<![每个\d])月{_PART}", _bare_part),
    rule("part", "旬", r"(?P<part>[上中下]旬)", _bare_part),
    rule(
        "month",
        "月",
        r"(?<![十\d年个第])(?P<first>[一二三四五六七八])(?P<last>[二三四五六七八九])月份?",
        _two_months,
    ),
    rule("month", "月", rf"{_MONTH}{_AND_MONTH}", _named_month),
    rule("month", "月", rf"{_MONTH}{_NO_LENGTH_BEFORE}月{_NO_LENGTH}{_NO_MONTH}{_NO_PAY}", _named_month),
    rule("month", "月", rf"{WHICH_MONTH}份?{_NO_MONTH}", _which_month),
    rule("month", "月", r"[上前](?P<count>[两二2三3四4五5六6])个月(?!前|以前|之前)", _last_months),
    rule("year_end", "年", r"(?:(?P<rel>[今明去前])年?的?)?年底(?!薪)", _end_of_year),
    rule("half_year", "年", r"(?P<rel>去年)?(?P<half>[上下])半年", _half_year),
    rule("year", "年", r"(?:去年|(?<![\d两二三四五六七八九十几多])前年)(?!底|等|拖|推)", _year),
)
