"""Where messages say that the work is. The texts are as the normaliser hands them on."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.places import Gazetteer
from bot.nlu.places import PlaceReader
from bot.nlu.reading import Reading

NOW = datetime.fromisoformat("2026-11-24T09:10:00+08:00")
NOWHERE = (None, None)


@pytest.fixture(scope="module")
def reader(places: Gazetteer) -> PlaceReader:
    return PlaceReader(places)


def read(reader: PlaceReader, text: str) -> tuple[str | None, str | None]:
    reading = Reading(text, NOW)
    reader.read(reading)
    return reading.fields.get("place"), reading.fields.get("place_name")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("明天,工地,武汉", "420100", "武汉"),
        ("明天武汉工地小工2人300", "420100", "武汉"),
        ("武汉市洪山区有没有活", "420111", "洪山区"),
        ("在黄陂找事做", "420116", "黄陂"),
        ("恩施找事", "422800", "恩施"),
        ("恩施市找事", "422801", "恩施市"),
        ("荆州招人吗", "421000", "荆州"),
        ("荆州区招人吗", "421003", "荆州区"),
        ("沙市有活吗", "421002", "沙市"),
        ("随县种香菇", "421321", "随县"),
        ("公安县摘棉花", "421022", "公安县"),
        ("五峰摘茶", "420529", "五峰"),
        ("仙桃做衣服", "429004", "仙桃"),
        ("神农架有事做吗", "429021", "神农架"),
        ("我是湖北的哪里都行", "420000", None),
        ("全省哪里摘茶叶工资高", "420000", None),
        ("省内都可以", "420000", None),
        ("襄樊这边要不要女小工", "420600", "襄樊"),
        ("大冶县的", "420281", "大冶县"),
    ],
)
def test_cities_and_counties(reader: PlaceReader, text: str, code: str, words: str | None) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("光谷附近", "420111", "光谷"),
        ("江夏光谷", "420115", "光谷"),
        ("光谷佛祖岭", "420115", "佛祖岭"),
        ("汉口的活", "420100", "汉口"),
        ("武汉汉口", "420100", "汉口"),
        ("汉口江汉路发传单", "420103", "江汉路"),
        ("武昌街道口附近", "420106", "街道口"),
        ("街道口", "420111", "街道口"),
        ("在沌口上班", "420114", "沌口"),
        ("阳逻开发区招普工", "420117", "阳逻开发区"),
        ("麻城宋埠镇摘茶叶", "421181", "宋埠镇"),
        ("红安七里坪", "421122", "七里坪"),
        ("恩施七里坪有活吗", "422801", "七里坪"),
        ("七里坪", "421122", "七里坪"),
        ("红安城关镇", "421122", "城关镇"),
        ("房县城关镇要瓦工", "420325", "城关镇"),
        ("新洲李集", "420117", "李集"),
        ("大悟河口镇", "420922", "河口镇"),
        ("大冶保安镇有活没", "420281", "保安镇"),
        ("襄阳张湾", "420607", "张湾"),
        ("蔡甸张湾", "420114", "张湾"),
        ("十堰张湾区", "420303", "张湾区"),
        ("英山温泉", "421124", "温泉"),
        ("咸宁温泉招保洁", "421202", "温泉"),
        ("沙市胜利街", "421002", "胜利街"),
        ("保康马良摘茶", "420626", "马良"),
        ("荆州公安埠河摘葡萄", "421022", "埠河"),
        ("鄂州花湖机场装卸", "420704", "鄂州花湖机场"),
        ("武汉火车站卸货", "420111", "武汉火车站"),
        ("汉口火车站哪里找活", "420103", "汉口火车站"),
        ("家里老人住院 找个护工 同济医院", "420104", "同济医院"),
        ("华科食堂打饭", "420111", "华科"),
        ("江汉大学要保安", "420114", "江汉大学"),
        ("中山公园门口集合", "420103", "中山公园"),
        ("解放大道搞卫生", "420100", "解放大道"),
        ("洪山广场", "420106", "洪山广场"),
        ("利川谋道苏马荡民宿", "422802", "苏马荡"),
        ("潜江江汉油田", "429005", "江汉油田"),
        ("龙感湖捞虾", "421171", "龙感湖"),
        ("武汉市江夏区纸坊街", "420115", "纸坊街"),
        ("浠水散花", "421125", "散花"),
    ],
)
def test_streets_towns_and_popular_names(reader: PlaceReader, text: str, code: str, words: str) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("去深圳的厂可以介绍吗", "440300", "深圳"),
        ("广东深圳", "440300", "深圳"),
        ("想克广东 有厂进没得", "440000", "广东"),
        ("跟包工头去新疆摘棉花", "650000", "新疆"),
        ("在中山打工", "442000", "中山"),
    ],
)
def test_places_outside_the_province(reader: PlaceReader, text: str, code: str, words: str) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("五汉有活吗", "420100", "武汉"),
        ("宏山区", "420111", "洪山区"),
        ("五汉宏山区有活吗", "420111", "洪山区"),
        ("红山区洗碗", "420111", "洪山区"),
        ("光古附近", "420111", "光谷"),
        ("光骨有没有骑手", "420111", "光谷"),
        ("皇陂有小工吗", "420116", "黄陂"),
        ("我在江下", "420115", "江夏"),
        ("将夏区 小工", "420115", "江夏区"),
        ("蔡店区有什么活", "420114", "蔡甸区"),
        ("桥口区 古田", "420104", "古田"),
        ("想去阳罗港扛包", "420117", "阳罗"),
        ("wh 小工", "420100", "武汉"),
        ("wuhan xiaogong", "420100", "武汉"),
        ("wuhan guanggu xiaogong", "420111", "光谷"),
    ],
)
def test_mistyped_misheard_and_latin_names(reader: PlaceReader, text: str, code: str, words: str) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("从黄冈来武汉找活", "420100", "武汉"),
        ("家在黄冈想去武汉做事", "420100", "武汉"),
        ("老家麻城的想在黄陂干活", "420116", "黄陂"),
        ("老家恩施建始的,现在宜昌伍家岗租房,会水电", "420503", "伍家岗"),
        ("家住孝感,孩子在武昌读书,想在武昌做家政", "420106", "武昌"),
        ("我是随州的人在汉口,工地小工", "420100", "汉口"),
        ("深圳回来的想在武汉找活", "420100", "武汉"),
        ("想从深圳回湖北找事做", "420000", None),
        ("去过深圳现在想在襄阳", "420600", "襄阳"),
        ("不想在武汉了 回荆门有事做吗", "420800", "荆门"),
        ("先回孝感看我妈,再到江汉区做事", "420103", "江汉区"),
        ("师傅回河南过年了,樊城要个厨师", "420606", "樊城"),
        ("我弟要回深圳,沙市请个护工", "421002", "沙市"),
        ("我住南湖 想去光谷上班", "420111", "光谷"),
        ("河南信阳来的,人在武汉,哪里有事做", "420100", "武汉"),
        ("去年到武汉打工在光谷一个工地做", "420111", "光谷"),
        ("家住汉阳", "420105", "汉阳"),
        ("工地包住武昌", "420106", "武昌"),
        ("我是黄冈麻城人", "421181", "麻城"),
        ("本人有电工证 黄冈蕲春人", "421126", "蕲春"),
        ("我儿子在深圳打工,我在孝感", "420900", "孝感"),
    ],
)
def test_the_place_of_work_comes_before_the_home(
    reader: PlaceReader, text: str, code: str, words: str | None
) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("不是汉阳是武昌", "420106", "武昌"),
        ("武昌不是汉阳", "420106", "武昌"),
        ("汉阳不对武昌", "420106", "武昌"),
        ("说错了不是宜昌是宜城", "420684", "宜城"),
        ("不去武昌,汉口可以", "420100", "汉口"),
        ("不要武汉的 要咸宁的", "421200", "咸宁"),
        ("明天能不能去武昌做", "420106", "武昌"),
        ("去不去武昌", "420106", "武昌"),
        ("是不是在汉阳", "420105", "汉阳"),
        ("武昌不行吗", "420106", "武昌"),
        ("不去江夏太远了 洪山青山都行", "420100", None),
    ],
)
def test_corrections_and_refusals(reader: PlaceReader, text: str, code: str, words: str | None) -> None:
    assert read(reader, text) == (code, words)


@pytest.mark.parametrize(
    "text",
    [
        "不去武昌",
        "武汉以外的有吗",
        "除了武昌都行",
        "不想去汉阳和武昌",
        "汉阳武昌都不去",
        "别给我推荐汉南的",
        "武昌太远了",
    ],
)
def test_a_refused_place_is_not_the_place(reader: PlaceReader, text: str) -> None:
    assert read(reader, text) == NOWHERE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("汉口或者武昌", "420100"),
        ("汉口,武昌,汉阳都可以", "420100"),
        ("去汉口或武昌都行", "420100"),
        ("去武昌也行去汉口也行", "420100"),
        ("江夏或洪山 小工", "420100"),
        ("宜昌或者荆州", "420000"),
    ],
)
def test_two_wished_places_are_the_area_that_holds_both(reader: PlaceReader, text: str, code: str) -> None:
    assert read(reader, text) == (code, None)


@pytest.mark.parametrize(
    "text",
    [
        "老板是河南人欠我工资",
        "河南老板跑了",
        "四川老板欠我钱",
        "包工头是安徽的",
    ],
)
def test_where_the_boss_comes_from_is_no_place_of_work(reader: PlaceReader, text: str) -> None:
    assert read(reader, text) == NOWHERE


@pytest.mark.parametrize(
    "text",
    [
        "胜利完成", "中山路", "民主路的餐馆", "胜利街附近", "洪山路", "上海路", "为人民服务", "我要去公安局报案",
        "我要报公安", "在新店开张", "新厂招工", "便宜都行", "普通城市", "今天门口集合", "工资现场结", "现场工资保洁",
        "流水线有吗", "花园小区保洁", "长江边钓鱼", "和平饭店", "广场舞", "凤凰城小区", "城中村拆除", "路口等我",
        "青山绿水", "桂花开了", "太平了", "劳动合同", "学院", "车站", "港口", "西湖", "朝阳", "武昌鱼多少钱一斤",
        "武汉话我听不懂", "汉口银行招保安", "湖北宏泰劳务公司拖欠", "北京时间八点", "重庆火锅店招洗碗工",
        "兰州拉面店要人", "沙县小吃帮忙", "城关镇找活", "同城配送", "影城招人", "你的验证码是123456", "wheel", "hsbc",
        "有活没", "你好", "算了不去了", "社保断了能补吗", "保洁招人", "小工 三百一天 包吃不", "恍然大悟", "晚上吃什么",
        "我在家里等你", "老板说干满三个月才给钱", "高兴山上玩", "沿江岸边走走", "太阳新村", "领了工资再说", "",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_places(reader: PlaceReader, text: str) -> None:
    assert read(reader, text) == NOWHERE


def test_where_somebody_is_insured_is_no_place(reader: PlaceReader) -> None:
    assert read(reader, "社保在广东交的,转得回来吗") == NOWHERE


def test_a_place_is_claimed_and_claimed_characters_are_no_place(reader: PlaceReader) -> None:
    reading = Reading("武汉保安镇", NOW)
    reading.claim(0, 2, "employer")
    reader.read(reading)
    assert reading.fields == {"place": "420281", "place_name": "保安镇"}
    assert [tuple(span) for span in reading.spans] == [(0, 2, "employer"), (2, 5, "place")]


def test_a_refused_place_is_claimed_too(reader: PlaceReader) -> None:
    reading = Reading("不去保安镇", NOW)
    reader.read(reading)
    assert reading.fields == {}
    assert [tuple(span) for span in reading.spans] == [(2, 5, "place")]
