"""Names, refinements, wording, phones: short pure rules."""

from __future__ import annotations

from datetime import date
from typing import Optional

import pytest

from bot.core import wording
from bot.core.names import read_name
from bot.core.phones import masked, shown, to_e164
from bot.core.refine import leaves_open, refinement


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张建国", "张建国"),
        ("我叫张建国", "张建国"),
        ("我是李四", "李四"),
        ("姓名:王五", "王五"),
        ("张建国,58岁", "张建国"),
        ("张建国13800000011", "张建国"),
        ("买买提·吐尔逊", "买买提·吐尔逊"),
        ("免贵姓周", "周"),
        ("我姓李", "李"),
        ("老张", "老张"),
        ("明天有活吗", None),
        ("多少钱一天", None),
        ("不告诉你", None),
        ("人工", None),
        ("1", None),
        ("好的", None),
        ("ok", None),
        ("", None),
    ],
)
def test_names(text: str, name: Optional[str]) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("还有吗", "more"),
        ("换一个", "more"),
        ("换", "more"),
        ("有别的吗", "more"),
        ("工资高点的", "pay"),
        ("钱太少了", "pay"),
        ("有没有贵一点的", "pay"),
        ("近一点的", "near"),
        ("太远了", "near"),
        ("后天呢", None),
        ("1", None),
        ("老板欠我八千块钱没给", None),
        ("", None),
    ],
)
def test_refinement(text: str, kind: Optional[str]) -> None:
    assert refinement(text) == kind


@pytest.mark.parametrize(
    ("text", "open_"), [("随便", True), ("哪天都行", True), ("都可以", True), ("明天", False)]
)
def test_leaves_open(text: str, open_: bool) -> None:
    assert leaves_open(text) is open_


TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("when", "short", "exact"),
    [
        (date(2026, 11, 24), "今天", "今天11月24日"),
        (date(2026, 11, 25), "明天", "明天11月25日"),
        (date(2026, 11, 28), "周六(28号)", "11月28日"),
        (date(2026, 12, 1), "12月1日", "12月1日"),
    ],
)
def test_days(when: date, short: str, exact: str) -> None:
    assert wording.day(when, TODAY) == short
    assert wording.exact_day(when, TODAY) == exact


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (30000, 30000, "day", "300元/天"),
        (26000, 30000, "day", "260-300元/天"),
        (2550, None, "hour", "25.5元/时"),
        (None, None, None, "工钱面议"),
        (30000, None, None, "300元"),
        (500000, 500000, "job", "5000元/全包"),
    ],
)
def test_wage(low: Optional[int], high: Optional[int], unit: Optional[str], text: str) -> None:
    assert wording.wage(low, high, unit) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13800000011", "+8613800000011"),
        ("138 0000 0011", "+8613800000011"),
        ("+86 138-0000-0011", "+8613800000011"),
        ("02787654321", "+862787654321"),
        ("+14155550100", "+14155550100"),
        ("12333", None),
        ("", None),
        ("电话", None),
    ],
)
def test_phones(text: str, number: Optional[str]) -> None:
    assert to_e164(text) == number


def test_shown_and_masked() -> None:
    assert shown("+8613800000011") == "13800000011"
    assert masked("+8613800000011") == "*******0011"
