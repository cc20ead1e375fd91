"""Clock times in a text: 早七点, 下午3点半, 19:00, 8点到17点, 朝九晚五. Used by the reader of times."""

from __future__ import annotations

import re

from bot.nlu.dates.numerals import small
from bot.nlu.dates.patterns import TO, any_of
from bot.nlu.day_parts import PARTS, SINGLE, Time

_WORDS = any_of(*PARTS.values())
_HAN_HOUR = "(?:二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
_HOUR = any_of(
    r"(?<![\d.第月])(?<!\d:)\d{1,2}",
    rf"(?<![一二三四五六七八九十第零几多这说]){_HAN_HOUR}",
)
# 2点5万 and 三点五倍 are decimals.
_NO_DECIMAL = any_of(
    r"\d(?!\d)(?![个人名位])",
    "[一二三四五六七八九](?:万|千|百|元|块|倍|亿|米|吨|折|公里|小时|$)",
)
_HAN_MINUTE = r"[二三四五]?十[一二三四五六七八九]?(?=分|$|[\s,。到])|零[一二三四五六七八九]"
_MINUTE = any_of(
    "(?P<half>半)",
    "(?P<quarter>[一三])刻",
    "整|钟",
    rf"(?P<minute>[0-5]\d|{_HAN_MINUTE})(?! ?[块元万千个人名])分?",
    "",
)
_HOUR_SIGN = r"(?:(?<=\d)时|(?<=[一二三四五六七八九十])时(?=$|[\s,。整]))(?![间薪长候常工段结装限代髦])"
_CLOCK = re.compile(
    rf"(?:(?P<part>{_WORDS}|(?<!最)[早晚夜午])\s*(?:[的,、]|大概|大约|差不多|左右|就)?\s*)?(?P<hour>{_HOUR})"
    + any_of(
        r"\s*:\s*(?P<colon>[0-5]\d)(?!\d)",
        rf"\s?点(?!{_NO_DECIMAL}){_MINUTE}",
        rf"{_HOUR_SIGN}(?:(?P<past>[0-5]\d)分)?",
        r"\.(?P<point>[0-5][05])(?=\s*(?:到|至|-|~|集合|上班|开工|出发|$))",
        rf"(?={TO}(?:{_WORDS}|[早晚])?\d{{1,2}}(?:点|:[0-5]\d))",  # the 8 of 8-17点
    )
)
_SHIFT = re.compile(rf"[早朝]上?\s*(?P<hour>{_HOUR})点?\s*(?:-|~|到|至)?\s*晚上?\s*{_HOUR}点?(?![个人名位])")
# 一点 is more often “a bit” than one o'clock.
_ONE_OCLOCK = re.compile(r"\s*(?:钟|整|半|到|至|-|集合|开始|上班|开工|左右|多|之?前|以后|出发|见|起)")
_A_BIT = re.compile(r"[有快差近多高少早晚大小好宜贵远慢松单长短低轻强重厚薄勤]\s*$")
_POINTS = re.compile(r"\s*(?:要求|意见|建议|原因|说明|水|问题|万|千)")  # 三点要求


def clocks_in(text: str, parts: list[Time]) -> list[Time]:
    """All clock times, in the order of the text, each with the part of the day that governs it."""
    found = [
        Time(match.start(), match.end(), f"{small(match['hour']) or 0:02d}:00")
        for match in _SHIFT.finditer(text)
    ]
    for match in _CLOCK.finditer(text):
        value = _value(match, _part_of(match, parts))
        if value and _is_clock(text, match):
            found.append(Time(match.start(), match.end(), value))
    return sorted(found)


def _part_of(match: re.Match[str], parts: list[Time]) -> str | None:
    """The part of the day beside the hour, or the last one named before it."""
    if match["part"] in SINGLE:
        return SINGLE[match["part"]]
    before = [each.value for each in parts if each.start < match.end()]
    return before[-1] if before else None


def _is_clock(text: str, match: re.Match[str]) -> bool:
    if "点" not in match.group() or match["half"] or match["quarter"] or match["minute"]:
        return True
    before = text[max(0, match.start("hour") - 4) : match.start("hour")]
    if match["hour"] in ("一", "1"):
        beside = len(match["part"] or "") > 1
        told = "钟" in match.group() or _ONE_OCLOCK.match(text, match.end())
        return beside or bool(told and not _A_BIT.search(before))
    listed = match["hour"] in ("两", "三") and before.endswith(("有", "提", "这"))
    return not listed and not _POINTS.match(text, match.end())


def _value(match: re.Match[str], part: str | None) -> str | None:
    hour, minute = small(match["hour"]), _minute(match)
    if hour is None or hour > 24 or minute is None:
        return None
    exact = match["colon"] is not None and match["hour"].startswith("0")
    return f"{(hour if exact else _hour_of_day(hour, part)) % 24:02d}:{minute:02d}"


def _minute(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 30
    if match["quarter"]:
        return {"一": 15, "三": 45}[match["quarter"]]
    text = match["colon"] or match["minute"] or match["past"] or match["point"] or "0"
    return small(text.lstrip("零"))


def _hour_of_day(hour: int, part: str | None) -> int:
    """24-hour clock. Without a part of the day, for work 5-11 mean the morning and 1-4 the afternoon."""
    if hour > 12:
        return hour
    small_hours = {None: range(1, 5), "noon": range(1, 4), "afternoon": range(12)}
    if part in small_hours:
        return hour + 12 if hour in small_hours[part] else hour
    if part == "evening":
        return hour + 12 if hour >= 5 else hour
    if part == "night":
        return hour + 12 if hour >= 6 else hour
    return hour
