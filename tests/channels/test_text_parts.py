"""Where long texts are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.text_parts import parts


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 10, []),
        ("  \n ", 10, []),
        ("短", 10, ["短"]),
        ("一二三。四五六", 15, ["一二三。", "四五六"]),
        ("一二三\n四五六七", 15, ["一二三", "四五六七"]),
        ("一。二三\n四五六七八", 18, ["一。二三", "四五六七八"]),
        ("一二三,四五六", 15, ["一二三,", "四五六"]),
        ("一二三四五六七", 9, ["一二三", "四五六", "七"]),
        ("a。" + "b" * 12, 10, ["a。bbbbbb", "bbbbbb"]),
        ("工😀工", 6, ["工", "😀", "工"]),
    ],
)
def test_cuts(text: str, longest: int, expected: list[str]) -> None:
    assert parts(text, longest) == expected


@given(st.text(alphabet=st.sampled_from("工人a。,\n 😀"), max_size=200), st.integers(4, 40))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, longest: int) -> None:
    cut = parts(text, longest)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(0 < len(part.encode()) <= longest for part in cut)
