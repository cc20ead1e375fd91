from __future__ import annotations

import pytest

from tests.nlu.dates.reading_dates import read


def time_of(text: str) -> str | None:
    return read(text).fields.get("time_of_day")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("早七点", "07:00"),
        ("早上7点半", "07:30"),
        ("上午8:30", "08:30"),
        ("中午12点", "12:00"),
        ("中午一点", "13:00"),
        ("下午三点", "15:00"),
        ("下午1点半", "13:30"),
        ("傍晚六点", "18:00"),
        ("晚上8点到早上6点", "20:00"),
        ("晚上十二点", "00:00"),
        ("晚上1点", "01:00"),
        ("夜里2点", "02:00"),
        ("夜里11点", "23:00"),
        ("凌晨3点", "03:00"),
        ("7:30", "07:30"),
        ("02:30", "02:30"),
        ("2:30", "14:30"),
        ("19点", "19:00"),
        ("24点", "00:00"),
        ("六点", "06:00"),
        ("11点", "11:00"),
        ("3点", "15:00"),
        ("一点半", "13:30"),
        ("1点到岗", "13:00"),
        ("七点一刻", "07:15"),
        ("七点二十五分", "07:25"),
        ("8点15", "08:15"),
        ("8时30分", "08:30"),
        ("午后二时", "14:00"),
        ("8点-17点", "08:00"),
        ("8-17点", "08:00"),
        ("8:00-18:00", "08:00"),
        ("面试时间:09:00-16:00", "09:00"),
        ("早8晚6", "08:00"),
        ("朝九晚五", "09:00"),
        ("早上7.30", "07:30"),
        ("7.30集合", "07:30"),
        ("晚上7-10点", "19:00"),
        ("下午去,5点集合", "17:00"),
        ("夜班,八点到岗", "20:00"),
        ("晚上八点到早上六点22块一小时", "20:00"),
        ("明早7点", "07:00"),
        ("今晚8点", "20:00"),
        ("周六早八点", "08:00"),
    ],
)
def test_clock_times(text: str, time: str) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("大清早", "early"),
        ("凌晨到岗", "early"),
        ("天不亮就走", "early"),
        ("后天一早", "early"),
        ("早上", "morning"),
        ("上午去", "morning"),
        ("明早", "morning"),
        ("26号早", "morning"),
        ("白班", "morning"),
        ("中午", "noon"),
        ("下午有活吗", "afternoon"),
        ("傍晚", "evening"),
        ("晚上", "evening"),
        ("今晚", "evening"),
        ("周六晚", "evening"),
        ("夜班", "night"),
        ("夜里", "night"),
        ("通宵", "night"),
        ("后半夜的活", "night"),
        ("今晚通宵", "night"),
        ("早上干到晚上8点", "morning"),
        ("不是上午是下午", "afternoon"),
        ("上午没空下午可以", "afternoon"),
    ],
)
def test_parts_of_the_day(text: str, part: str) -> None:
    assert time_of(text) == part


@pytest.mark.parametrize(
    ("text", "time"), [("7点不对8点", "08:00"), ("早上7点改成8点", "08:00"), ("不是7点是9点", "09:00")]
)
def test_the_corrected_hour_wins(text: str, time: str) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize(
    "text",
    [
        "过早",
        "明天早点",
        "早就",
        "趁早",
        "越早上工越好",
        "晚点到",
        "今天晚点回",
        "中午饭",
        "中午就十分钟歇气",
        "包中餐",
        "包午饭",
        "中午包饭",
        "晚上包住",
        "早饭",
        "夜市",
        "下午茶",
        "早上好",
        "晚上好",
        "2点5万",
        "1点5倍",
        "快点",
        "一点",
        "有点",
        "差点",
        "高1点",
        "早一点到",
        "快一点到",
        "地点光谷",
        "网点",
        "站点",
        "早点铺",
        "一天12个点",
        "18块一个点",
        "24小时",
        "1:3",
        "有两点要说",
        "不上夜班",
        "夜班不干",
        "不要通宵",
        "上午下午都可以",
        "白班夜班都行",
        "两班倒",
        "等了一上午",
        "干到晚上8点",
        "从现在卸到天黑",
        "白天来晚上回去",
    ],
)
def test_what_is_no_time_of_work(text: str) -> None:
    assert time_of(text) is None


def test_claims_keep_the_figures_from_the_other_readers() -> None:
    reading = read("早上8点到17点 3人")
    assert reading.rest().strip() == "到\u3000\u3000\u3000 3人".strip()
    assert {span.kind for span in reading.spans} == {"time"}
