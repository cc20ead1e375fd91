"""One word for the many ways of saying it, and the gist of a message."""

from __future__ import annotations

import pytest

from bot.nlu.plain import gist, plain
from bot.nlu.reading import Reading
from tests.nlu.components.messages import NOW


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("老板冇把钱", "老板不给"),
        ("有冇得活", "有没有活"),
        ("么样用", "怎么样用"),
        ("我克不了", "我去不了"),
        ("莫再发了", "不要再发了"),
        ("伢们要吃饭", "孩子要吃饭"),
        ("工姿没发", "工资没发"),
        ("小功有吗", "小工有吗"),
        ("晓得了", "知道了"),
        ("退丁", "退订"),
        ("麻将馆工作", "麻将馆工作"),
        ("", ""),
    ],
)
def test_variants(typed: str, meant: str) -> None:
    assert plain(typed) == meant


def reading(text: str, *spans: tuple[int, int, str]) -> Reading:
    made = Reading(text, NOW)
    for span in spans:
        made.claim(*span)
    return made


def test_found_things_become_marks() -> None:
    made = reading("明天武汉小工300", (0, 2, "date"), (2, 4, "place"), (4, 6, "trade"), (6, 9, "pay"))
    assert gist(made) == "DPJW"


def test_of_two_claims_of_the_same_characters_the_first_stands() -> None:
    assert gist(reading("三个小工", (0, 2, "headcount"), (0, 4, "trade"))) == "H小工"


def test_numbers_that_nobody_claimed_are_zero() -> None:
    assert gist(reading("要12个人")) == "要0个人"
