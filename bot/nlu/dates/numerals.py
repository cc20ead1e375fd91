"""Small numbers as days, months and lengths are written: 26, 二十六, 廿六, 两, 半."""

from __future__ import annotations

from typing import Optional

HAN = "[一二三四五六七八九十廿]"
NUMBER = rf"(?:\d{{1,2}}|{HAN}{{1,3}})"  # what `small` is asked to read
TO = r"\s*(?:-|~|到|至)\s*"
# After one of these a bare number counts something and is no day.
UNIT = (
    r"(?:\d|[.:/%点个人名位天元块岁时分秒米斤吨平方万千百k毛折w年月周楼栋层次桌件单倍成套户台车箱包袋张条亩口家多几]"
    r"|来(?=[个天岁块万])|小时|公[里斤分]|左右)"
)
# Where a number, 元月 or a year's name begins, so that no figure is cut in two.
START = rf"(?:(?<![\d.第])(?=\d)|(?<![第\d百千万])(?<!{HAN})(?={HAN}|[元今明去后来前本]))"

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "元": 1}


def small(text: str) -> Optional[int]:
    """The value of digits or of a Chinese numeral below 100; None for anything else, like 十十 or 二三."""
    if text.isdecimal():
        return int(text)
    if text.startswith("廿"):
        text = "二十" + text[1:]
    if len(text) == 1 and text != "十":
        return _VALUES.get(text)
    tens, ten, ones = text.partition("十")
    if not ten or len(tens) > 1 or len(ones) > 1:
        return None
    values = [_VALUES.get(part, -1) for part in (tens or "一", ones or "零")]
    return values[0] * 10 + values[1] if min(values) >= 0 else None


def year_of(text: str, this_year: int) -> Optional[int]:
    """The year of 2026, 26, 二零二六, or of 今年 明年 去年 counted from this year."""
    if text[0] in _RELATIVE_YEARS:
        return this_year + _RELATIVE_YEARS[text[0]]
    digits = "".join(str(_VALUES[char]) if char in _VALUES else char for char in text)
    if not digits.isdecimal():
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


_RELATIVE_YEARS = {"今": 0, "本": 0, "明": 1, "来": 1, "后": 2, "去": -1, "前": -2}
YEAR = r"(?:(?:(?P<year>20\d\d|\d\d|二[零〇一二三四五六七八九]{3})年|(?P<rel>[今明去后来前本])年)的?\s*)?"
