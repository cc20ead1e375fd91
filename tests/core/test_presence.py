"""An employer's word on who has come."""

from __future__ import annotations

import pytest

from bot.core.presence import read

THREE = ["张三", "李四", "王五"]


@pytest.mark.parametrize(
    ("text", "there", "away"),
    [
        ("都到了", "012", ""),
        ("到齐了", "012", ""),
        ("李四没来", "", "1"),
        ("2没来", "", "1"),
        ("2", "", "1"),
        ("1和3", "", "02"),
        ("都没来", "", "012"),
        ("一个都没来", "", "012"),
        ("2没来，其他到了", "02", "1"),
        ("张三到了李四没来", "0", "1"),
        ("张三、李四到了 王五没来", "01", "2"),
        ("没来", "", ""),  # which of them?
        ("张三到了 李四", "", ""),
        ("好的", "", ""),
    ],
)
def test_of_several(text: str, there: str, away: str) -> None:
    expected = {**{int(n): True for n in there}, **{int(n): False for n in away}}
    assert read(text, THREE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", {0: True}),
        ("2", {0: False}),
        ("到了", {0: True}),
        ("人没到", {0: False}),
        ("没有", {0: False}),
        ("好", {}),
    ],
)
def test_of_one(text: str, expected: dict) -> None:
    assert read(text, ["张三"]) == expected
