"""The sender's age, and counts beside it. Most cases compare all fields."""

from __future__ import annotations

from typing import Any

import pytest

from tests.nlu.amounts import claimed, read


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("一个工300", {"wage_min": 300, "wage_max": 300, "wage_unit": "day"}),
        ("搬家一个人200", {"wage_min": 200, "wage_max": 200}),
        ("300块5个人", {"wage_min": 300, "wage_max": 300, "headcount": 5}),
        ("一车八百块 三个人分", {"wage_min": 800, "wage_max": 800, "wage_unit": "piece", "headcount": 3}),
        ("月薪两个人九千", {"wage_min": 9000, "wage_max": 9000, "wage_unit": "month", "headcount": 2}),
        ("钢筋工8名350", {"wage_min": 350, "wage_max": 350, "headcount": 8}),
        ("来6个卸货 一吨12块", {"wage_min": 12, "wage_max": 12, "wage_unit": "piece", "headcount": 6}),
        ("要5个人,18-50岁,日结", {"headcount": 5, "pay_cycle": "daily"}),
        ("我们四个人都五十多岁", {"headcount": 4, "age": 50}),
        ("我和老婆都四十六了", {"headcount": 2, "age": 46}),
    ],
)
def test_counts_beside_pay_and_age(text: str, fields: dict[str, Any]) -> None:
    assert read(text).fields == fields


@pytest.mark.parametrize(
    ("age", "texts"),
    [
        (18, ["我今年刚满十八", "十八岁,学生"]),
        (22, ["我叫小向,22,大专"]),
        (40, ["四十出头 有力气", "四十几岁的人学得会不"]),
        (45, ["45岁", "今年45,住青山", "我做刚筋,今年四十五", "男,45岁", "女 45 汉口"]),
        (50, ["我五十多了", "五十好几了", "我今年五十"]),
        (54, ["我的年纪写错了 是54不是45", "把年龄改成54"]),
        (55, ["我55岁会电工", "我55了还能找到活不", "本人55周岁", "虚岁55"]),
        (61, ["61还能签合同吗", "我在黄冈住 61了", "61岁还有人要不", "我今年六十一,身体还可以"]),
        (62, ["我62了", "年龄:62", "我都快62了"]),
        (65, ["65的人还要不要", "65岁的人还要吗"]),
        (53, ["木工,五十三了,汉阳住", "做木模的,五十三,安徽来的"]),
        (50, ["五十整,耳朵不好"]),
        (53, ["我五十三能不能拿补贴", "现在五十三了,还能干"]),
        (35, ["三十五了没手艺"]),
        (61, ["61了搬不动了", "哪里还要61的小工", "有没有招门卫,六十一岁行不行"]),
        (63, ["六十三的门卫还在上夜班", "我63了看门的"]),
        (25, ["25,跑过两年单,c1,住洪山"]),
        (46, ["其实四十六"]),
        (58, ["我是68年的", "本人1968年生,住汉阳", "男,六八年出生"]),
        (48, ["我48我老婆46", "我男的48", "老公50岁开车 我48做饭"]),
    ],
)
def test_age(age: int, texts: list[str]) -> None:
    assert [read(text).fields for text in texts] == [{"age": age}] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "18-50岁",
        "18到45周岁",
        "60岁以下",
        "55岁以内身体好",
        "五十岁以上的莫来",
        "不超过50岁",
        "年龄不到50",
        "招保安年龄55左右",
        "属龙",
        "我儿子20岁",
        "我姑娘22岁",
        "我爸59岁,瓦工",
        "他不识字,今年57",
        "父亲叫我帮填:年龄六十二",
        "照顾80岁老人",
        "过了六十工地不要",
        "我十九岁就开始开挖机",
        "45",
        "我12月20号有空",
        "今年11月",
        "我20块也做",
        "我干了30天",
        "车费都六十了",
        "我儿子是05年的",
        "干了20年的老师傅",
        "我爸六十了",
        "60块都没有",
    ],
)
def test_no_age(text: str) -> None:
    assert "age" not in read(text).fields


def test_an_employer_tells_the_own_age_only_in_so_many_words() -> None:
    assert read("我58岁,招两个搬运工", "employer").fields == {"age": 58, "headcount": 2}
    assert read("要两个搬运工,45岁左右", "employer").fields == {"headcount": 2}


def test_counts_and_ages_are_claimed() -> None:
    reading = read("我55岁,带3个小工找活")
    assert claimed(reading, "headcount") == ["3个小工"]
    assert claimed(reading, "age") == ["55岁"]
