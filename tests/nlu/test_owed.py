"""Unpaid wages: how much is owed and to how many. Every case compares all fields."""

from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.owed import read_owed
from tests.nlu.amounts import claimed, read, reading_of


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("老板欠我8000块", 8000),
        ("欠我三千二", 3200),
        ("欠我5w", 50000),
        ("欠我两万五千八", 25800),
        ("还欠2千", 2000),
        ("还差5000没给", 5000),
        ("还差我九百", 900),
        ("两万多工资没结", 20000),
        ("一共欠十八万多", 180000),
        ("欠八九千", 8000),
        ("欠薪 12600", 12600),
        ("小工钱 1800 没给", 1800),
        ("开挖机的钱冇把我,八千块咧", 8000),
        ("上面欠工资壹万贰仟元", 12000),
        ("从七月到九月 工资没发 共计 18600 元", 18600),
        ("加班费一直没有结算,约2400元", 2400),
        ("欠我挖机台班费三万五", 35000),
        ("要是再不给那1500我就报警了", 1500),
        ("就是不给我那一万五", 15000),
        ("就想把那5千块要回来", 5000),
        ("工资卡里钱少了六百", 600),
        ("少给了我200", 200),
        ("扣了我500块工资", 500),
        ("欠我一个月工资5000", 5000),
        ("8月工资4200到现在没打", 4200),
        ("押金500不退 工资2800也不给", 2800),
        # less what was paid
        ("工资8000只给了3000", 5000),
        ("一万六给过六千", 10000),
        ("有欠条,他写的一万六,给过六千,剩下的不给了", 10000),
        ("欠我8000给了3000", 5000),
        ("本来一万五 先给了五千 后又给了三千 剩下的要不到了", 7000),
        ("谈好的一万块,只肯给四千,剩下的赖到起", 6000),
        # what is left is said
        ("给了3000,还欠5000", 5000),
        ("合同约定工程款21000元,对方仅支付9000元,余下12000元至今未付", 12000),
        ("干了七十天,只给了生活费五千,还欠一万六", 16000),
        ("欠一万九,给过五千,剩下的一万四还拖着", 14000),
        ("说好6200没给完,发到卡上4100", 2100),
        # the total, not its parts
        ("月月少给三百,前后一千八没补", 1800),
        ("七月和八月的工资跟餐补一共六千六没发", 6600),
        # what is no wage, where nothing else is named
        ("全勤奖两百没给我", 200),
        ("总共欠我7000,8月3000,9月4000", 7000),
        ("最多的欠九千,最少的两千,加起来三万一", 31000),
        ("每人欠3000,一共1万5", 15000),
    ],
)
def test_amount(text: str, amount: int) -> None:
    assert read(text).fields == {"amount_owed": amount}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("一天300干了20天没给", {"wage_min": 300, "wage_max": 300, "wage_unit": "day"}),
        ("做了20天,一天180,老板不把钱", {"wage_min": 180, "wage_max": 180, "wage_unit": "day"}),
        ("一个月5000,三个月没给", {"wage_min": 5000, "wage_max": 5000, "wage_unit": "month"}),
        ("每月工资5000没发", {"wage_min": 5000, "wage_max": 5000, "wage_unit": "month"}),
        ("说好的三百一天只给两百", {"wage_min": 300, "wage_max": 300, "wage_unit": "day"}),
        (
            "一天300,28天总共8400,只结了5000",
            {"amount_owed": 3400, "wage_min": 300, "wage_max": 300, "wage_unit": "day"},
        ),
        ("欠3个月工资", {}),
        ("没给钱", {}),
        ("厂里压了我两个月工资", {}),
        ("讨薪", {}),
        ("我61岁,老板欠我九百", {"amount_owed": 900, "age": 61}),
        ("说好日结的,钱没给", {"pay_cycle": "daily"}),
        ("欠我们8个人六万四", {"amount_owed": 64000, "people_owed": 8}),
        ("我们8个人每人欠3000", {"people_owed": 8}),
        ("工友十几个,一共欠二十多万", {"amount_owed": 200000, "people_owed": 10}),
        ("钢筋班十二个人,三个月没发工资", {"people_owed": 12}),
        ("木工班九个人,总共欠我们六万四", {"amount_owed": 64000, "people_owed": 9}),
        ("欠我们七个人工资", {"people_owed": 7}),
        ("拖欠七人工资共两万一千元", {"amount_owed": 21000, "people_owed": 7}),
        ("两口子都冇拿到钱", {"people_owed": 2}),
        ("我跟我老婆两个人工资一万九都没发", {"amount_owed": 19000, "people_owed": 2}),
        ("三个人干了10天,共7500一分没给", {"amount_owed": 7500, "people_owed": 3}),
        ("一个人干了半年没结账", {}),
        ("平均一个人一千多,都没给", {}),
        ("打烂东西要赔五百,工资没发", {}),
    ],
)
def test_all_fields(text: str, fields: dict[str, Any]) -> None:
    assert read(text).fields == fields


def test_claims_what_is_owed_and_leaves_the_rate() -> None:
    reading = read("一天300,欠我6000块,给过1000")
    assert claimed(reading, "owed") == ["6000块", "1000"]
    assert claimed(reading, "pay") == ["300"]


def test_an_advert_that_promises_pay_is_an_advert() -> None:
    assert read("招小工5个,日结,不拖欠工资", "employer").fields == {"headcount": 5, "pay_cycle": "daily"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("说好三千五包干,拆完只给了一千,两千五拖了一年", 2500),
        ("算账两万二,付了七千,条子上写的一万五", 15000),
        ("讲好九千,微信转了四千,尾数五千他装死", 5000),
        ("总数三万一,中途支了九千,还剩两万二他不认", 22000),
        ("我那两千六找哪个", 2600),
        ("合计两万一,老板只认一万", 21000),
        ("押金600,一直不退", 600),
        ("收茶叶抵工,四百三", 430),
        ("到手八百", None),
        ("结账按18一小时算,我们四个人", None),
    ],
)
def test_debts_of_a_message_known_to_be_about_wages(text: str, amount: int | None) -> None:
    reading = reading_of(text)
    reading.unpaid = True
    read_owed(reading)
    assert reading.fields.get("amount_owed") == amount
