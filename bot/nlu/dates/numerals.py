"""Small numbers as days, months and lengths are written: 26, 二十六, 廿六, 两."""

from __future__ import annotations

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "元": 1}
_RELATIVE_YEARS = {"今": 0, "本": 0, "明": 1, "来": 1, "后": 2, "去": -1, "前": -2}


def small(text: str) -> int | None:
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


def year_of(text: str, this_year: int) -> int | None:
    """The year of 2026, 26, 二零二六, or of 今 明 去 (年) counted from this year."""
    if text in _RELATIVE_YEARS:
        return this_year + _RELATIVE_YEARS[text]
    digits = "".join(str(_VALUES.get(char, char)) for char in text)
    if not digits.isdecimal():
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
