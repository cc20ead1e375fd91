"""Names behind wrong characters."""

from __future__ import annotations

import pytest

from bot.nlu.homophones import Homophones, letters

COMMON = frozenset({"现场", "黄油"})
NAMES = Homophones(
    {"武汉": 1, "洪山区": 2, "仙昌": 3, "钢筋工": 4}, COMMON, dialect=lambda word: len(word) > 2
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("五汉", [(0, 2, 1)]),
        ("去五汉宏山区", [(1, 3, 1), (3, 6, 2)]),
        ("钢精工", [(0, 3, 4)]),  # in and ing are one sound here
        ("武汉", []),  # spelled right: the word finder's business
        ("屋旱", []),  # no character right
        ("现场", []),  # a common word
        ("线昌", [(0, 2, 3)]),
        ("先仓", []),  # c and ch are told apart in short names
        ("五的汉", []),
        ("", []),
    ],
)
def test_sounds(text: str, found: list[tuple[int, int, int]]) -> None:
    assert NAMES.find(text, lambda hit: True) == found


def test_what_is_not_accepted_is_not_found() -> None:
    assert NAMES.find("五汉", lambda hit: False) == []


def test_pinyin_without_tones() -> None:
    assert letters("武汉") == "wuhan"
    assert letters("硚口") == "qiaokou"
