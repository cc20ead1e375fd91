"""Trades told by what is done, read by the reader of trades. The texts are as the normaliser hands them on."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.trades import Deed, TradeBook, TradeWord
from bot.nlu.common_words import common_words
from bot.nlu.reading import Reading
from bot.nlu.trade_deeds import apart, joined, rules
from bot.nlu.trades import TradeReader

NOW = datetime.fromisoformat("2026-11-24T09:10:00+08:00")
MASON = TradeWord("bricklayer", deed=True)
WALLS = [Deed(MASON, ("砌", "垒"), ("墙", "围墙"))]


@pytest.fixture(scope="module")
def reader(trades: TradeBook) -> TradeReader:
    return TradeReader(trades)


def read(reader: TradeReader, text: str) -> Reading:
    reading = Reading(text, NOW)
    reader.read(reading)
    return reading


def test_every_verb_is_joined_with_every_object() -> None:
    assert joined(WALLS) == {"砌墙": MASON, "砌围墙": MASON, "垒墙": MASON, "垒围墙": MASON}


def test_of_rows_that_fit_alike_the_first_counts() -> None:
    other = Deed(TradeWord("general_labor", deed=True), ("垒",), ("墙",))
    assert joined([*WALLS, other])["垒墙"] == MASON


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("砌了三个月围墙", "砌了三个月围墙"),
        ("砌过墙", "砌过墙"),
        ("围墙要人砌,三百一天", "围墙要人砌"),
        ("墙砌了十几天", "墙砌"),
        ("砌墙", None),  # a word by itself, no deed apart
        ("砌好就走,墙上有字", None),
    ],
)
def test_verb_and_object_may_stand_apart(text: str, found: str | None) -> None:
    hits = apart(text, rules(WALLS), common_words())
    assert [text[start:end] for start, end, _ in hits] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("扎了半辈子钢筋", "rebar"),
        ("端了十来年盘子", "waiter"),
        ("卸一车化肥,来三个人", "loader"),
        ("汉口有没有柜子卸", "loader"),
        ("老屋要拆,带大锤来", "demolition"),
        ("三层楼的墙要刷", "painter"),
        ("柑橘熟了没人摘", "picker"),
        ("塘里虾子要人捞", "fishery"),
        ("捞了二十天虾子没给钱", "fishery"),
        ("挖个菜地,半天", "farm_worker"),
        ("给合作社插了十天秧", "farm_worker"),
        ("打了半个月灰", "concrete"),
        ("摘惯了果子的", "picker"),
        ("守了大半年门", "security"),
        ("在食堂打了五年菜", "kitchen"),
        ("刷哈墙就走", "painter"),
        ("收茶叶的女工", "picker"),
        ("装两台空调", "repair"),
        ("请人看店", "cashier"),
        ("挖化粪池,两个人", "general_labor"),
        ("搬了一天的厂", "mover"),
        ("跟船打鱼要不要人", "fishery"),
        ("关模拆模", "carpenter"),
        ("切钢筋的时候", "rebar"),
    ],
)
def test_work_by_what_is_done(reader: TradeReader, text: str, trade: str) -> None:
    assert read(reader, text).fields.get("trade") == trade


@pytest.mark.parametrize(
    "text",
    [
        "我带着伢来的,给点活",
        "一个女人带两个伢,要工钱",
        "下面来了好多人要工作",
        "叫他莫看手机,好好干",
        "多买点白菜,工资发了就回",
        "这几种菜多少钱一斤,老板",
        "寒假工还招不招",
        "有夫妻工的消息没有",
        "找工人的信息发给我",
        "我发的单子有人接没,老板",
        "工作人员看人下菜碟",
        "他要起草合同,老板说的",
        "窗户都封了,给钱",
    ],
)
def test_what_only_looks_like_work(reader: TradeReader, text: str) -> None:
    assert read(reader, text).fields.get("trade") is None


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("做灯管的厂,穿线绕盘,要普工三十名", "assembler"),
        ("灶上切菜的时候烫了,厨师就我一个", "cook"),
        ("要六个扎钢筋的两个电焊的", "rebar"),
        ("端过盘子,想做打扫楼道的", "cleaner"),
        ("开过货车,保安也做得", "security"),
        ("会贴砖不会水电", "tiler"),
        ("打扫卫生的门牌找不到,保安又不让进", "cleaner"),
        ("家常菜的店要洗碗阿姨", "kitchen"),
    ],
)
def test_a_jobs_name_and_what_is_done_now_come_first(reader: TradeReader, text: str, trade: str) -> None:
    assert read(reader, text).fields.get("trade") == trade


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("挖机打不燃火了", {"trade_hinted": "excavator"}),
        ("塔吊上看得见江", {"trade_hinted": "excavator"}),
        ("护工不用来了", {"trade_refused": "caregiver"}),
        ("流水线工不要来", {"trade_refused": "assembler"}),
        ("要电工两个", {}),
    ],
)
def test_what_the_task_must_settle_is_a_hint(reader: TradeReader, text: str, hints: dict[str, str]) -> None:
    assert read(reader, text).hints == hints


def test_what_another_reader_took_does_not_cut_a_word(reader: TradeReader) -> None:
    """“上送” is a word; in 晚上|送餐 it is none."""
    reading = Reading("晚上送餐", NOW)
    reading.claim(0, 2, "time")
    reader.read(reading)
    assert reading.fields == {"trade": "rider"}
