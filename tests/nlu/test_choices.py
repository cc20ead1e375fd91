"""Picks from a numbered list."""

from __future__ import annotations

import pytest

from bot.nlu.choices import read_choice
from tests.nlu.amounts import claimed, read, reading_of


@pytest.mark.parametrize(
    ("choice", "texts"),
    [
        (
            [1],
            [
                "1",
                "一",
                "1.",
                "第一个",
                "第1个吧",
                "我要1",
                "好的1",
                "1可以吗",
                "选1吧谢谢",
                "头一个",
                "头一条",
                "要头一个",
                "1号那个",
                "第一条",
                "报名1",
                "回复1",
            ],
        ),
        ([1], ["1\ufe0f\u20e3", "1 谢谢", "我爸选第一个", "头一个和第四个都可以,先给我报头一个吧"]),
        (
            [2],
            [
                "2",
                "二",
                "第二个",
                "要第二个",
                "选2号",
                "就2吧",
                "2可以",
                "报名2",
                "二号那个活",
                "就要第二个了",
                "第2家",
                "我选择第二项",
            ],
        ),
        ([2], ["不要第一个,要第二个", "就2吧 近一点", "请为我申请序号为2的岗位。", "就那个第二个吧"]),
        (
            [3],
            ["第三个", "第三个蛮好", "我报3号", "那就3吧", "看了半天,我就要第三个"],
        ),
        ([4], ["4", "肆", "去4号那个包住的,1号那个太远了不去", "给我报第四个"]),
        ([13], ["13", "第十三个"]),
        (
            [1, 3],
            [
                "1、3",
                "1和3",
                "1 3",
                "1,3",
                "一号和三号",
                "第一个和第三个",
                "1 3 行",
                "选第一和第三",
                "我选择序号1和序号3的岗位",
            ],
        ),
        ([2, 4, 5], ["2、4、5", "2 4 5", "二、四、五"]),
        ([1, 2], ["第一第二都可以", "1或2都行", "1 2 1"]),
        ([1, 2, 3], ["前三个都帮我报上"]),
    ],
)
def test_picks(choice: list[int], texts: list[str]) -> None:
    assert [read(text).fields for text in texts] == [{"choice": choice}] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1个人",
        "1天",
        "1个月",
        "1000",
        "45",
        "0",
        "1.3",
        "1-3",
        "一个",
        "要两个",
        "两个都要",
        "最后一个",
        "一起",
        "一下",
        "十一",
        "五一",
        "2不要",
        "不要1",
        "都不要",
        "8点",
        "12月1号",
        "1号线",
        "去3号楼",
        "明天去1号工地",
        "第二天",
        "第一次来",
        "1还有吗",
        "要第二条,就是一天两百五那家",
        "选2号一天300",
        "老板1分钱没给,找第一个",
        "好",
        "行",
        "举报第一个 要押金",
    ],
)
def test_no_pick(text: str) -> None:
    assert "choice" not in read(text).fields


def test_a_day_of_the_month_is_no_pick() -> None:
    reading = reading_of("1号")
    reading.claim(0, 2, "date")
    read_choice(reading)
    assert reading.fields == {}


def test_several_days_alone_are_a_pick() -> None:
    reading = reading_of("一号和三号")
    reading.claim(0, 5, "date")
    reading.fields.update(date_from="2026-12-01", date_to="2026-12-03")
    read_choice(reading)
    assert reading.fields == {"choice": [1, 3]}
    assert claimed(reading, "date") == []


def test_the_number_is_claimed() -> None:
    assert claimed(read("我要第二个"), "choice") == ["第二个"]


def test_two_who_go_to_one_place() -> None:
    assert read("两个人都去第二个").fields == {"headcount": 2, "choice": [2]}
