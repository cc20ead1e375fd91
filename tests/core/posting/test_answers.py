from __future__ import annotations

from datetime import date

import pytest

from bot.core.posting import answers

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("text", ["1", "对", "对的", "是的 发吧", "可以", "没问题,发", "OK", "好的"])
def test_yes(text: str) -> None:
    assert answers.agrees(text)


@pytest.mark.parametrize("text", ["2", "不发了", "算了 不发了", "不要了", "不招了"])
def test_no(text: str) -> None:
    assert answers.refuses(text, asked=True)


@pytest.mark.parametrize("text", ["对了 改成8个人", "1个", "不对", "12", "可以加两个吗"])
def test_neither(text: str) -> None:
    assert (answers.agrees(text), answers.refuses(text, asked=True)) == (False, False)


def test_two_is_a_number_where_no_yes_or_no_was_asked() -> None:
    assert not answers.refuses("2", asked=False)
    assert answers.refuses("算了不发了", asked=False)


@pytest.mark.parametrize(
    ("step", "text", "meant"),
    [
        ("headcount", "5", {"headcount": 5}),
        ("headcount", "要十二个", {"headcount": 12}),
        ("headcount", "两个人就够了", {"headcount": 2}),
        ("headcount", "0", {}),
        ("headcount", "10000", {}),
        ("wage", "300", {"wage_min": 300, "wage_max": 300}),
        ("wage", "面议", {"wage_open": True}),
        ("unit", "按天", {"wage_unit": "day"}),
        ("unit", "一个月的", {"wage_unit": "month"}),
        ("unit", "包干", {"wage_unit": "job"}),
        ("date", "马上", {"date_from": "2026-11-24", "date_to": "2026-11-30"}),
        ("date", "长期", {"date_from": "2026-11-25", "date_to": "2026-12-26"}),
        (None, "5", {}),
    ],
)
def test_a_bare_answer_means_what_was_asked(step: str, text: str, meant: dict) -> None:
    assert answers.bare(step, text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我是宏达装饰的", "宏达装饰"),
        ("我姓周 周老板", "周老板"),
        ("张师傅", "张师傅"),
        ("单位是光谷餐饮公司", "光谷餐饮公司"),
        ("5", None),
    ],
)
def test_name(text: str, name: str) -> None:
    assert answers.read_name(text) == name


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("早7点 鲁巷广场转盘", "鲁巷广场转盘"),
        ("下午两点 王家湾地铁站C口", "王家湾地铁站C口"),
        ("到了打电话", "到了打电话"),
        ("7点", None),
        ("管中饭", None),
    ],
)
def test_free_address(text: str, address: str) -> None:
    assert answers.free_address(text) == address
