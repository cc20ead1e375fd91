"""By which name the one who owes is called. The texts are as the normaliser hands them on."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.places import Gazetteer
from bot.core.trades import TradeBook
from bot.nlu.employers import read_employer_name
from bot.nlu.places import PlaceReader
from bot.nlu.reading import Reading
from bot.nlu.trades import TradeReader

NOW = datetime.fromisoformat("2026-11-24T09:10:00+08:00")
Readers = tuple[PlaceReader, TradeReader]


@pytest.fixture(scope="module")
def readers(places: Gazetteer, trades: TradeBook) -> Readers:
    return PlaceReader(places), TradeReader(trades)


def read(readers: Readers, text: str) -> str | None:
    reading = Reading(text, NOW)
    for reader in readers:
        reader.read(reading)
    name = read_employer_name(reading)
    assert reading.fields.get("employer_name") == name
    return name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王老板欠我五千块工钱不给", "王老板"),
        ("包工头王某跑了", "王某"),
        ("姓王的老板不给钱", "姓王的老板"),
        ("是个姓吴的女老板 开服装厂的", "姓吴的女老板"),
        ("张工头电话打不通", "张工头"),
        ("老李欠我工资", "老李"),
        ("工头老张", "老张"),
        ("老板叫张建国", "张建国"),
        ("包工头李大强欠我们八个人工资", "李大强"),
        ("一分钱没给 老板姓胡", "老板姓胡"),
        ("工地在宜昌白洋 老板河南人姓马", "姓马"),
        ("项目经理姓周 一直拖", "项目经理姓周"),
        ("跟着陈经理做", "陈经理"),
        ("李总说月底给", "李总"),
        ("欠我钱的是刘队长", "刘队长"),
        ("钱是刘工头欠的 他说甲方没给", "刘工头"),
        ("胡老板娘没结账", "胡老板娘"),
        ("跟王哥干的", "王哥"),
        ("小区门口贴传单的王姐没给我钱", "王姐"),
        ("跟着熊师傅在恩施龙凤镇刷漆 熊师傅不给钱", "熊师傅"),
        ("那个王胖子欠我钱", "王胖子"),
        ("李老板介绍我去的张总那里干的 张总没给钱", "张总"),
        ("我叫王建国,工头陈三不给钱", "陈三"),
        ("老桂喊我给他送菜,钱没给", "老桂"),
        ("是一个叫张伟的包工头", "张伟"),
        ("那个叫黑皮的工头跑了", "黑皮"),
        ("欠我钱的人叫周国平", "周国平"),
    ],
)
def test_bosses(readers: Readers, text: str, name: str) -> None:
    assert read(readers, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在xx劳务公司做了两个月没发工资", "xx劳务公司"),
        ("宏达建筑公司拖欠", "宏达建筑公司"),
        ("武汉宏达劳务有限公司欠薪", "武汉宏达劳务有限公司"),
        ("公司叫武汉明天会更好家政服务有限公司", "武汉明天会更好家政服务有限公司"),
        ("在中建三局项目部干了三个月", "中建三局项目部"),
        ("华润二期项目部", "华润二期项目部"),
        ("我在蜀香火锅店端盘子 老板不给钱", "蜀香火锅店"),
        ("金凤凰服装厂欠我四千", "金凤凰服装厂"),
        ("鑫源物业不给工资", "鑫源物业"),
        ("我在顺达物流分拣,到现在没给", "顺达物流"),
        ("在四季酒店做了客房 经理不给结", "四季酒店"),
        ("果香源果业不给工钱", "果香源果业"),
        ("公司叫麦田云仓,拖着工资", "麦田云仓"),
        ("襄州喜洋洋酒楼欠我九千", "喜洋洋酒楼"),
        ("在鑫达装饰干了两个月没给钱", "鑫达装饰"),
        ("阳光家政扣了我500", "阳光家政"),
        ("宏远建筑公司欠我们五个人的工钱", "宏远建筑公司"),
        ("宏远公司欠我9000", "宏远公司"),
    ],
)
def test_firms(readers: Readers, text: str, name: str) -> None:
    assert read(readers, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "老板不给钱", "公司拖欠工资", "老板娘不给钱", "项目部不给钱", "某劳务公司", "在武汉的建筑公司做", "一家餐馆洗碗",
        "武汉某餐馆欠薪", "在汉川一家服装厂做", "河南老板跑了", "黄石老板欠钱", "温州老板", "老板是老乡", "总共欠五千",
        "王总共给了两千", "何时给钱", "老家有事", "老河口的工地", "给人家装修", "我是王老板招两个小工", "我叫王建国",
        "还有点事要回公司", "钢筋工班组15人 哪里有活", "在左岭的耳机厂没发工资", "学生暑假进厂手烫了", "做饭的钱老板娘赖着",
        "说不清公司全名", "脚肿得老高", "老板管不管", "产假工资公司没发", "人家公司一分没给", "外地建筑公司欠我钱", "我们店里端火锅的", "有活没", "",
    ],
)  # fmt: skip
def test_nobody_is_named(readers: Readers, text: str) -> None:
    assert read(readers, text) is None
