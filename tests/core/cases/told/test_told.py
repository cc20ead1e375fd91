"""What people write, and what of a case is read in it."""

from __future__ import annotations

import pytest

from bot.core.cases.told import ending, figures, people, terms, trouble, wants, who
from bot.core.cases.told.message import merged, told


@pytest.mark.parametrize(
    ("text", "days", "pay"),
    [
        ("25天300一天", 25, 300),
        ("干了25天半 一天二百八", 25.5, 280),
        ("二十五个工,一个工三百", 25, 300),
        ("300块一天 做了十天", 10, 300),
        ("一天260 28天", 28, 260),
        ("干了一天300没给", None, 300),
        ("做了二十天", 20, None),
        ("欠我三千", None, None),
    ],
)
def test_days_and_pay(text: str, days: float, pay: float) -> None:
    found = figures.days_and_pay(text)
    assert (found.get("days"), found.get("day_pay")) == (days, pay)


def test_counting() -> None:
    assert figures.counted(25, 300) == 7500
    assert figures.counted(25.5, 280) == 7140
    assert figures.counted(None, 300) is None


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("王老板 八千", False, 8000),
        ("一万二", False, 12000),
        ("3000", True, 3000),
        ("两个月工资 8600", False, 8600),
        ("姓刘", False, None),
        ("去年10月", False, None),
        ("8月到10月", True, None),
        ("电话13812345678", False, None),
        ("打过12333", True, None),
        ("一个月四千 三个月", False, None),
        ("给了一半 还有五千", False, None),
    ],
)
def test_a_bare_sum(text: str, asked: bool, expected: int) -> None:
    assert figures.bare_sum(text, asked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("不是八千是九千", 9000), ("是九千不是八千", 9000), ("不是8000,是一万八", 18000), ("就是八千", None)],
)
def test_a_sum_put_right(text: str, expected: int) -> None:
    assert figures.righted(text) == expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("老板姓李不姓王", "王老板", "李老板"),
        ("不姓王 姓李", "姓王的包工头", "姓李的包工头"),
        ("老板姓李不姓王", None, "姓李的老板"),
        ("不是八千是九千", "王老板", None),
        ("王老板的工地", "王老板", None),
    ],
)
def test_a_name_put_right(text: str, known: str, expected: str) -> None:
    assert who.righted(text, known) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("王老板", "王总", True),
        ("宏远公司", "宏远建筑公司", True),
        ("姓王的包工头", "王老板", True),
        ("老王", "王老板", True),
        ("王建国", "王老板", True),
        ("王老板", "李老板", False),
        ("顺发公司", "宏远公司", False),
    ],
)
def test_the_same_debtor(one: str, other: str, expected: bool) -> None:
    assert who.same(one, other) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小红饭馆欠我2600", "小红饭馆"),
        ("黑皮一直不给我钱", "黑皮"),
        ("老板欠我钱", None),
        ("上家还欠我三千", None),
        ("公司拖欠我工资", None),
    ],
)
def test_who_owes(text: str, expected: str) -> None:
    assert who.owing(text) == expected


def test_phones_and_contractors() -> None:
    assert who.debtor_phone("包工头电话13812345678") == "13812345678"
    assert who.debtor_phone("我的电话13812345678") is None
    assert who.contractor("中建三局总包 包工头姓陈") == "中建三局"
    assert who.contractor("总包是汉江建工") == "汉江建工"
    assert who.contractor("不知道总包是谁") is None
    assert who.on_behalf("我老公在工地干了两个月") == "老公"
    assert who.on_behalf("老公欠我钱") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没签合同 有微信聊天记录和转账", ["chat", "transfer"]),
        ("合同没有,欠条有一张", ["iou"]),
        ("没有合同没有欠条", []),
        ("记工本在我手上 工友可以作证", ["sheet", "witness"]),
        ("什么都没有", []),
    ],
)
def test_proof(text: str, expected: list) -> None:
    assert terms.proof(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("口头说好的", ["spoken"]),
        ("签了合同的", ["written"]),
        ("打了欠条", ["iou"]),
        ("没签合同", ["spoken"]),
    ],
)
def test_agreed(text: str, expected: list) -> None:
    assert terms.agreed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("班长天天派活", "directed"),
        ("给人家盖房子", "home"),
        ("包活 自己安排", "own_way"),
        ("包工头喊的", None),
        ("在主人家带孩子", "home"),
    ],
)
def test_who_directed(text: str, expected: str) -> None:
    assert terms.directed(text) == expected


def test_still_working_and_complained() -> None:
    assert terms.still_working("还在厂里干") is True
    assert terms.still_working("8月底走的") is False
    assert terms.still_working("8月底") is None
    assert terms.still_working("早就不干了") is False
    assert terms.complained("打过12345了") == "12345"
    assert terms.complained("没投诉过") == ""
    assert terms.complained("在汉阳") is None


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("我们12个人", False, 12),
        ("我和3个老乡", False, 4),
        ("一共八个工友没发", False, 8),
        ("十几个人都没拿到", False, 10),
        ("就我一个", False, 1),
        ("5", True, 5),
        ("5", False, None),
        ("对 1", False, None),
    ],
)
def test_how_many(text: str, asked: bool, expected: int) -> None:
    assert people.how_many(text, asked) == expected


def test_joining() -> None:
    assert people.joins("加入 a23") == "A23"
    assert people.joins("加入A23 张三 3000") == "A23"
    assert people.joins("我要加入 A23") == "A23"
    assert people.joins("加入你们") is None
    assert people.own_name("张三 3000") == "张三"
    assert people.own_name("3000块") is None
    assert people.join_code("024117") == "A17" or people.join_code("024117")[1:] == "17"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钱给了", "paid"),
        ("结清了", "paid"),
        ("老板把钱打过来了", "paid"),
        ("谢谢 钱收到了", "paid"),
        ("只给了一半", "part"),
        ("先给了3000", "part"),
        ("还没给钱", None),
        ("工资拿到了吗", None),
        ("老板说下个月把钱给我", None),
        ("钱要得回来吗", None),
        ("怎么才能拿到钱", None),
    ],
)
def test_paid(text: str, expected: str) -> None:
    assert ending.paid(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", True),
        ("1 到了", True),
        ("到了", True),
        ("钱到账了", True),
        ("2", False),
        ("2 没有", False),
        ("没到", False),
        ("还没有", False),
        ("到了吗", None),
        ("12", None),
        ("明天有活吗", None),
    ],
)
def test_arrived(text: str, expected: bool) -> None:
    assert ending.arrived(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", True),
        ("对", True),
        ("撤", True),
        ("2", False),
        ("不对 是7800", False),
        ("不撤", False),
        ("汉阳", None),
    ],
)
def test_yes_or_no(text: str, expected: bool) -> None:
    assert ending.yes_or_no(text) is expected


def test_giving_up_stopping_and_done() -> None:
    assert [ending.gives_up(text) for text in ("不告了", "撤了吧", "算了")] == [True, True, False]
    assert [ending.stops(text) for text in ("算了", "不说了", "不告了")] == [True, True, False]
    assert [ending.done(text) for text in ("好了", "就这些", "没了", "好人")] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老板跑路了", ["fled"]),
        ("联系不上 没饭吃", ["fled", "needy"]),
        ("我今年17", ["minor"]),
        ("没地方住", ["needy"]),
        ("老板欠我钱", []),
        ("我今年57", []),
    ],
)
def test_urgent_words(text: str, expected: list) -> None:
    assert trouble.flags(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日结的活有没有,上家还欠我钱", "日结的活有没有"),
        ("明天武汉有小工做没 上家欠我三千", "明天武汉有小工做没"),
        ("欠我三千,想找个日结的活", "想找个日结的活"),
        ("老板欠我工钱 有人管吗", None),
    ],
)
def test_a_second_wish(text: str, expected: str) -> None:
    span = wants.work_clause(text)
    assert (text[slice(*span)] if span else None) == expected


def test_lists_grow_and_the_rest_is_replaced() -> None:
    facts = merged({"proof": ["chat"], "amount_owed": 8000}, told("还有欠条", {}) | {"amount_owed": 9000})
    assert facts["proof"] == ["chat", "iou"] and facts["amount_owed"] == 9000


def test_own_words_are_replaced_by_codes() -> None:
    assert merged({"proof": "不清楚"}, {"proof": ["iou"]})["proof"] == ["iou"]
