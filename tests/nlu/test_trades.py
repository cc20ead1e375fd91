"""Which trade messages speak of. The texts are as the normaliser hands them on."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.trades import TradeBook
from bot.nlu.reading import Reading
from bot.nlu.trades import TradeReader

NOW = datetime.fromisoformat("2026-11-24T09:10:00+08:00")


@pytest.fixture(scope="module")
def reader(trades: TradeBook) -> TradeReader:
    return TradeReader(trades)


def read(reader: TradeReader, text: str) -> str | None:
    reading = Reading(text, NOW)
    reader.read(reading)
    return reading.fields.get("trade")


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("小工 三百一天 包吃不", "general_labor"),
        ("搬砖的活", "general_labor"),
        ("泥瓦匠有活吗", "bricklayer"),
        ("会砌墙", "bricklayer"),
        ("贴瓷砖", "tiler"),
        ("工地支模", "carpenter"),
        ("扎钢筋260", "rebar"),
        ("搭外架", "scaffolder"),
        ("打灰今晚", "concrete"),
        ("氩弧焊", "welder"),
        ("水电师傅", "electrician"),
        ("通下水道", "plumber"),
        ("刮大白", "painter"),
        ("刮瓷", "painter"),
        ("卫生间防水", "waterproofer"),
        ("吊顶", "decorator"),
        ("砸墙", "demolition"),
        ("开挖机的", "excavator"),
        ("塔吊司机", "excavator"),
        ("剪草", "landscaper"),
        ("卸货", "loader"),
        ("您家要不要扁担", "loader"),
        ("我要搬家找两个人", "mover"),
        ("快递分拣", "sorter"),
        ("送快递", "courier"),
        ("送外卖", "rider"),
        ("代驾", "driver"),
        ("叉车", "forklift"),
        ("打螺丝", "assembler"),
        ("踩缝纫机", "garment"),
        ("数控车床", "machinist"),
        ("质检", "inspector"),
        ("打扫卫生的", "cleaner"),
        ("家政钟点工", "cleaner"),
        ("带伢一天好多", "nanny"),
        ("陪护老人", "caregiver"),
        ("端盘子", "waiter"),
        ("洗碗", "kitchen"),
        ("厨师", "cook"),
        ("看大门", "security"),
        ("发传单", "promoter"),
        ("超市理货", "cashier"),
        ("当群演", "event_staff"),
        ("修空调", "repair"),
        ("插秧", "farm_worker"),
        ("摘橘子", "picker"),
        ("捡虾", "fishery"),
    ],
)
def test_every_trade_by_the_words_people_use(reader: TradeReader, text: str, trade: str) -> None:
    assert read(reader, text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("工地上有活吗", "construction"),
        ("工地小工", "general_labor"),
        ("建筑工地保安", "security"),
        ("进厂", "factory"),
        ("电子厂", "factory"),
        ("盐厂招工", "factory"),
        ("电子厂普工", "assembler"),
        ("服装厂招人", "garment"),
        ("仓库招人", "logistics"),
        ("物流园卸货", "loader"),
        ("酒店招人", "service"),
        ("酒店保洁", "cleaner"),
        ("食堂招人", "kitchen"),
        ("食堂招厨师", "cook"),
        ("养老院护工", "caregiver"),
        ("农村的活", "agriculture"),
        ("装修小工", "general_labor"),
        ("在餐馆做服务员", "waiter"),
    ],
)
def test_the_sector_counts_only_where_nothing_finer_is_named(
    reader: TradeReader, text: str, trade: str
) -> None:
    assert read(reader, text) == trade


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("招瓦工2个小工3个", "bricklayer"),
        ("会电工焊工", "electrician"),
        ("我是钢筋工现在想找保安", "security"),
        ("以前做过保安,想去工地", "construction"),
        ("我做了十年瓦工,想找轻松点的", "bricklayer"),
        ("不想做保安想做保洁", "cleaner"),
        ("想学电焊", "welder"),
        ("电工证要怎么考", "electrician"),
        ("干过保安 身体好", "security"),
        ("会不会电工", "electrician"),
        ("大小工都要", "general_labor"),
    ],
)
def test_the_trade_wished_for_or_named_first(reader: TradeReader, text: str, trade: str) -> None:
    assert read(reader, text) == trade


@pytest.mark.parametrize(
    "text", ["不做小工", "除了保安都行", "不会电工", "木工不做", "不想当服务员", "保安以外都可以"]
)
def test_a_refused_trade_is_not_the_trade(reader: TradeReader, text: str) -> None:
    assert read(reader, text) is None


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("找小功", "general_labor"),
        ("小宫两个", "general_labor"),
        ("刚筋工", "rebar"),
        ("钢精工两个", "rebar"),
        ("保节一个", "cleaner"),
        ("报洁阿姨", "cleaner"),
        ("快递分减", "sorter"),
        ("刮逆子", "painter"),
        ("电汉工", "welder"),
        ("岔车师傅", "forklift"),
        ("谢货", "loader"),
        ("服物员", "waiter"),
        ("xiaogong", "general_labor"),
        ("zhao baoan", "security"),
    ],
)
def test_mistyped_misheard_and_latin_words(reader: TradeReader, text: str, trade: str) -> None:
    assert read(reader, text) == trade


@pytest.mark.parametrize(
    "text",
    [
        "打工", "做工的", "零工有吗", "临时工", "我是工人", "日结有吗", "有活没", "土木工程", "机电工程师", "水电费怎么收",
        "包水电吗", "司机师傅接人", "为人民服务", "服务区", "你们服务态度太差", "工资太低", "小工资料", "小公司",
        "李工你好", "点工多少钱", "报案", "理工大学", "打包行李", "打包票", "外卖到了吗", "快递到了", "开车去接你", "我在接电话",
        "死机了,真气人", "勤工助学", "包工头跑了", "复工了吗", "中午食堂见", "晚上去酒吧吗", "酒店在哪里", "开车慢点",
        "破快递,不急啦", "找人工客服", "老板说干满三个月才给钱", "我不想活了", "你好", "谢谢", "公司拖欠工资", "手机加飞信",
        "用工地址在哪", "驿站有没有水喝", "社保断了能补吗", "你的验证码是123456", "",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_trades(reader: TradeReader, text: str) -> None:
    assert read(reader, text) is None


def test_words_are_claimed_and_claimed_characters_are_no_trade(reader: TradeReader) -> None:
    reading = Reading("大冶保安镇小工", NOW)
    reading.claim(0, 5, "place")
    reader.read(reading)
    assert reading.fields == {"trade": "general_labor"}
    assert [tuple(span) for span in reading.spans] == [(0, 5, "place"), (5, 7, "trade")]
