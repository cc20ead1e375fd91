"""Ratings in a short answer."""

from __future__ import annotations

import pytest

from bot.core.scores import read_scores


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", [1, 1]),
        ("好", [1, 1]),
        ("都不错", [1, 1]),
        ("一般", [2, 2]),
        ("不好", [3, 3]),
        ("都好 李四3", [1, 3]),
        ("1，李四 一般", [1, 2]),
        ("李四3", [None, 3]),
        ("张三好 李四不好", [1, 3]),
    ],
)
def test_read(text: str, expected: list) -> None:
    found = read_scores(text, ["张三", "李四"])
    assert [found.get(0), found.get(1)] == expected
