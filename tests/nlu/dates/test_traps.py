from __future__ import annotations

import pytest

from tests.nlu.dates.reading_dates import claims, dates


@pytest.mark.parametrize(
    "text",
    [
        "三号线",
        "2号线附近有活吗",
        "3号楼",
        "26号楼",
        "2号门",
        "2号厂房",
        "解放路12号",
        "选3号",
        "要3号",
        "第3号",
        "选1、3号",
        "3号那个",
        "把那个4号的派给我",
        "一号和三号都帮我报上",
        "3号",
        "三天两头",
        "一天300",
        "300一天",
        "按天算",
        "干了20天",
        "来了30号人",
        "年纪大了",
        "型号12号",
    ],
)
def test_what_is_no_date_is_left_to_the_other_readers(text: str) -> None:
    assert dates(text) == (None, None)
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("要26号能来的", "2026-11-26"),
        ("26号门口集合", "2026-11-26"),
        ("26号工地要小工", "2026-11-26"),
        ("26号房子打扫", "2026-11-26"),
        ("3号早上集合", "2026-12-03"),
        ("要3号上午能来的", "2026-12-03"),
    ],
)
def test_days_that_look_like_traps(text: str, first: str) -> None:
    assert dates(text) == (first, first)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("每月15号发工资", [("15", "no_date")]),
        ("15号发工资", [("15号", "no_date")]),
        ("10号发上个月工资", [("10号", "no_date")]),
        ("发薪日期:25-30号", [("25", "no_date"), ("30号", "no_date")]),
        ("月底结", []),
        ("老板说月底结,靠谱吗", []),
        ("我三号就交材料了", [("三号", "no_date")]),
    ],
)
def test_a_pay_day_or_an_application_is_no_day_of_work(text: str, claimed: list[tuple[str, str]]) -> None:
    assert dates(text) == (None, None)
    assert claims(text) == claimed
