"""Pay: figure, unit and bounds. Every case compares all fields, so nothing else may be read."""

from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.pay import read_pay
from tests.nlu.amounts import claimed, read, reading_of


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        # a day
        ("一天三百", 300, 300, "day"),
        ("300/天", 300, 300, "day"),
        ("300一天", 300, 300, "day"),
        ("日薪300", 300, 300, "day"),
        ("日薪:300元", 300, 300, "day"),
        ("300元每天", 300, 300, "day"),
        ("一个工300", 300, 300, "day"),
        ("三百二一个工", 320, 320, "day"),
        ("三百一天", 300, 300, "day"),
        ("三百一一天", 310, 310, "day"),
        ("两百二十五块一天", 225, 225, "day"),
        ("点工380", 380, 380, "day"),
        ("一天能拿四百", 400, 400, "day"),
        ("一天10小时200", 200, 200, "day"),
        ("每天工作12个小时,工资220", 220, 220, "day"),
        ("200/人/天", 200, 200, "day"),
        ("每人每天280", 280, 280, "day"),
        ("一人一天二百", 200, 200, "day"),
        ("看门一晚上一百", 100, 100, "day"),
        ("一百八一晚", 180, 180, "day"),
        ("260到280一天", 260, 280, "day"),
        ("一百五六一天", 150, 160, "day"),
        ("八九百一天", 800, 900, "day"),
        ("两百多一天", 200, 200, "day"),
        ("300左右一天", 300, 300, "day"),
        ("做一个月 300一天", 300, 300, "day"),
        ("台班费1200", 1200, 1200, "day"),
        # an hour
        ("时薪25", 25, 25, "hour"),
        ("25一小时", 25, 25, "hour"),
        ("25/h", 25, 25, "hour"),
        ("15块一个钟", 15, 15, "hour"),
        ("一个小时三十五块", 35, 35, "hour"),
        ("二十一小时", 20, 20, "hour"),
        ("四十一小时", 40, 40, "hour"),
        ("小时工18", 18, 18, "hour"),
        ("15.5一小时", 15.5, 15.5, "hour"),
        ("21元/小时", 21, 21, "hour"),
        # a month
        ("月薪6千", 6000, 6000, "month"),
        ("6000一个月", 6000, 6000, "month"),
        ("6千一个月", 6000, 6000, "month"),
        ("一万一个月", 10000, 10000, "month"),
        ("一万一一个月", 11000, 11000, "month"),
        ("一个月能拿六七千", 6000, 7000, "month"),
        ("5-6千一个月包吃住", 5000, 6000, "month"),
        ("月薪四千到四千五", 4000, 4500, "month"),
        ("4.5k一个月", 4500, 4500, "month"),
        ("工资3200/月", 3200, 3200, "month"),
        # piece and job
        ("一平方40", 40, 40, "piece"),
        ("40一平", 40, 40, "piece"),
        ("四十一平方", 40, 40, "piece"),
        ("一平方6块5", 6.5, 6.5, "piece"),
        ("3毛一斤", 0.3, 0.3, "piece"),
        ("一斤一毛五", 0.15, 0.15, "piece"),
        ("1块5一斤", 1.5, 1.5, "piece"),
        ("两块五一件", 2.5, 2.5, "piece"),
        ("五毛一个", 0.5, 0.5, "piece"),
        ("一单四块五到八块", 4.5, 8, "piece"),
        ("一车200", 200, 200, "piece"),
        ("卸货一吨12块", 12, 12, "piece"),
        ("一斤鲜叶给十块", 10, 10, "piece"),
        ("酒席一百五一场", 150, 150, "piece"),
        ("包干5000", 5000, 5000, "job"),
        ("包干价一万二", 12000, 12000, "job"),
        ("600包干", 600, 600, "job"),
        ("总共3000做完", 3000, 3000, "job"),
        ("一口价800", 800, 800, "job"),
        ("一共给两千块", 2000, 2000, "job"),
        ("工钱按次付四百元", 400, 400, "job"),
        # several pays of one advert
        ("小工两百二一天,大工三百五一天", 220, 350, "day"),
        ("白班180/天,夜班200/天", 180, 200, "day"),
        ("180元/天,住宿100元/月", 180, 180, "day"),
        ("押金200,一天180", 180, 180, "day"),
        ("加班费一小时20,日薪260", 260, 260, "day"),
    ],
)
def test_with_a_unit(text: str, low: float, high: float, unit: str) -> None:
    assert read(text).fields == {"wage_min": low, "wage_max": high, "wage_unit": unit}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("300", 300, 300),
        ("300块", 300, 300),
        ("小工300块", 300, 300),
        ("明天光谷小工300", 300, 300),
        ("小工 三百二", 320, 320),
        ("300包吃住 搬砖", 300, 300),
        ("300-350找小工", 300, 350),
        ("工资三百到三百五", 300, 350),
        ("做小工5000-6000", 5000, 6000),
        ("招司机8k-1w", 8000, 10000),
        ("包吃住4500", 4500, 4500),
        ("洗碗120就行", 120, 120),
        ("小工200大工300", 200, 300),
        ("小工二百二 大工三百六 包一餐", 220, 360),
        ("昨天200的活涨到230", 230, 230),
        ("搬家一人一百五", 150, 150),
        ("卸货80块", 80, 80),
        ("25号小工300", 300, 300),
        ("11.25小工300", 300, 300),
        ("早上7:30小工300", 300, 300),
    ],
)
def test_without_a_unit(text: str, low: int, high: int) -> None:
    assert read(text).fields == {"wage_min": low, "wage_max": high}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("250以上的活", {"wage_min": 250}),
        ("至少三百", {"wage_min": 300}),
        ("300起有活吗", {"wage_min": 300}),
        ("招人300+", {"wage_min": 300}),
        ("不低于200", {"wage_min": 200}),
        ("月薪不低于七千", {"wage_min": 7000, "wage_unit": "month"}),
        ("日薪150以上", {"wage_min": 150, "wage_unit": "day"}),
        ("250一天以上", {"wage_min": 250, "wage_unit": "day"}),
        ("起码350一天", {"wage_min": 350, "wage_unit": "day"}),
        ("300以下不做", {"wage_min": 300}),
        ("少了三百四不做", {"wage_min": 340}),
        ("最多280一天", {"wage_max": 280, "wage_unit": "day"}),
        ("小工300封顶", {"wage_max": 300}),
        ("不超过200一天", {"wage_max": 200, "wage_unit": "day"}),
        ("计件", {"wage_unit": "piece"}),
        ("按件算钱", {"wage_unit": "piece"}),
        ("卸货按吨算", {"wage_unit": "piece"}),
    ],
)
def test_bounds_and_units_alone(text: str, fields: dict[str, Any]) -> None:
    assert read(text).fields == fields


@pytest.mark.parametrize(
    "text",
    [
        "多少钱一天",
        "一天多少钱",
        "小工几百一天",
        "给我加20",
        "加50块行不行",
        "做工1到20号",
        "20",
        "6666",
        "每天20个台阶",
        "卖二手挖机9成新16万",
        "喝喜酒送了八百块礼钱",
        "您有50000元额度可提",
        "股票跌了三千多",
        "老板给八千私了",
        "迟到十分钟扣五十合理吗",
        "先交300押金",
        "加班费20一小时",
        "身上只有三百块",
        "2000年的房子",
        "第300个",
        "我在五里墩等",
        "干了20天",
    ],
)
def test_no_pay(text: str) -> None:
    assert read(text).fields == {}


@pytest.mark.parametrize("role", ["worker", "employer"])
def test_full_messages_read_alike_for_both_roles(role: str) -> None:
    hiring = read("急招:沙湖大道 瓦工6人 380/天 杂工4人 230/天 日结 联系13800006677", role)
    assert hiring.fields == {
        "wage_min": 230,
        "wage_max": 380,
        "wage_unit": "day",
        "pay_cycle": "daily",
        "headcount": 10,
    }
    assert claimed(hiring, "pay") == ["380/天", "230/天"]
    assert read("明天武汉工地小工2人300", role).fields == {"wage_min": 300, "wage_max": 300, "headcount": 2}


def test_figures_of_dates_are_not_pay() -> None:
    reading = reading_of("300号 200")
    reading.claim(0, 3, "date")
    read_pay(reading)
    assert reading.fields == {"wage_min": 200, "wage_max": 200}


def test_a_trade_makes_a_bare_figure_pay() -> None:
    reading = reading_of("泥瓦 200")
    reading.claim(0, 2, "trade")
    read_pay(reading)
    assert reading.fields == {"wage_min": 200, "wage_max": 200}
