"""Pieces of patterns that several readers share."""

from __future__ import annotations


def any_of(*choices: str) -> str:
    """A pattern for any of the given ones."""
    return f"(?:{'|'.join(choices)})"


HAN = "[一二三四五六七八九十廿]"
NUMBER = rf"(?:\d{{1,2}}|{HAN}{{1,3}})"  # what `numerals.small` is asked to read
TO = r"\s*(?:-|~|到|至)\s*"
# After one of these a bare number counts something and is no day.
UNIT = any_of(
    r"[\d.:/%点个人名位天元块岁时分秒米斤吨平方万千百k毛折w]",
    "[年月周楼栋层次桌件单倍成套户台车箱包袋张条亩口家多几]",
    "来(?=[个天岁块万])",
    "小时|公[里斤分]|左右",
)
# Where a number, 元月 or the name of a year begins, so that no figure is cut in two.
_NO_FIGURE_BEFORE = rf"(?<![第\d百千万])(?<!{HAN})"
START = any_of(
    r"(?<![\d.第])(?=\d)",
    rf"{_NO_FIGURE_BEFORE}(?<![周期拜])(?={HAN})",
    rf"{_NO_FIGURE_BEFORE}(?=[元今明去后来前本])",
)
YEAR = any_of(
    r"(?P<year>20\d\d|\d\d|二[零〇一二三四五六七八九]{3})年的?\s*",
    r"(?P<rel>[今明去后来前本])年的?\s*",
    "",
)
