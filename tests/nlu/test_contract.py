"""Which fields a task speaks of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.nlu.contract import entities_of, fields_for
from bot.nlu.reading import Reading
from tests.nlu.amounts import read
from tests.nlu.components.messages import NOW  # Tuesday 24 November 2026


def told(task: str, text: str = "", **fields: Any) -> dict[str, Any]:
    return fields_for(task, Reading(text, NOW, fields=fields, unpaid=task == "wage_dispute"))


@pytest.mark.parametrize(
    ("task", "fields", "expected"),
    [
        ("wage_dispute", {"amount_owed": 3000, "people_owed": 2}, {"amount_owed": 3000, "people_owed": 2}),
        ("find_work", {"amount_owed": 3000, "employer_name": "周老板"}, {}),
        ("post_job", {"headcount": 3}, {"headcount": 3}),
        ("complaint", {"headcount": 3}, {}),
        ("choose", {"choice": [1, 3]}, {"choice": [1, 3]}),
        ("find_work", {"choice": [1]}, {}),
        ("find_work", {"wage_min": 300, "wage_unit": "day"}, {"wage_min": 300, "wage_unit": "day"}),
        ("training", {"wage_min": 300}, {}),
        ("guidance", {"age": 58, "trade": "general_labor"}, {"age": 58, "trade": "general_labor"}),
        ("other", {"date_from": "2026-11-25", "date_to": "2026-11-25", "place": "420111"}, {}),
        ("thanks", {"date_from": "2026-11-25"}, {}),
    ],
)
def test_fields_belong_to_tasks(task: str, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    shown = told(task, **fields)
    shown.pop("date_to", None)
    assert shown == expected


@pytest.mark.parametrize(
    ("task", "first", "last", "expected"),
    [
        ("find_work", "2026-11-24", "2026-11-24", ("2026-11-24", "2026-11-24")),
        ("find_work", "2026-11-20", "2026-11-30", ("2026-11-24", "2026-11-30")),
        ("post_job", "2026-11-20", "2026-11-23", (None, None)),
        ("find_work", "2026-11-20", None, (None, None)),
        ("wage_dispute", "2026-07-01", "2026-09-30", ("2026-07-01", "2026-09-30")),
        ("injury", "2026-11-23", "2026-11-23", ("2026-11-23", "2026-11-23")),
    ],
)
def test_work_is_today_or_later(task: str, first: str, last: str | None, expected: tuple[Any, Any]) -> None:
    shown = told(task, date_from=first, date_to=last)
    assert (shown.get("date_from"), shown.get("date_to")) == expected


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("wage_dispute", "2026-10-08"),
        ("injury", "2026-10-08"),
        ("find_work", "2026-12-08"),
        ("my_jobs", "2026-12-08"),
        ("rights_question", None),
        ("complaint", None),
    ],
)
def test_the_task_tells_which_way_days_are_looked_for(task: str, expected: str | None) -> None:
    both = {"dates_behind": ("2026-10-08", "2026-10-08"), "dates_ahead": ("2026-12-08", "2026-12-08")}
    assert fields_for(task, Reading("8号", NOW, hints=both)).get("date_from") == expected


@pytest.mark.parametrize(
    ("task", "hints", "expected"),
    [
        ("cancel", {"trade_hinted": "excavator"}, "excavator"),
        ("injury", {"trade_hinted": "scaffolder"}, None),
        ("cancel", {"trade_refused": "caregiver"}, "caregiver"),
        ("guidance", {"trade_refused": "carpenter"}, "carpenter"),
        ("unsubscribe", {"trade_hinted": "excavator"}, "excavator"),
        ("find_work", {"trade_refused": "caregiver"}, None),
    ],
)
def test_a_hint_of_a_trade_counts_where_the_task_says_so(
    task: str, hints: dict[str, str], expected: str | None
) -> None:
    assert fields_for(task, Reading("", NOW, hints=hints)).get("trade") == expected


def traded(task: str, text: str, word: str, trade: str, **more: Any) -> str | None:
    """The trade shown for a text in which `word` was read as it."""
    reading = Reading(text, NOW, fields={"trade": trade, **more})
    reading.claim(text.index(word), text.index(word) + len(word), "trade")
    return fields_for(task, reading).get("trade")


@pytest.mark.parametrize(
    ("text", "word", "firm", "expected"),
    [
        ("清亮保洁公司欠我钱", "保洁公司", "清亮保洁公司", None),
        ("家政公司欠我钱", "家政公司", "家政公司", "cleaner"),
        ("清亮公司欠我保洁的钱", "保洁", "清亮公司", "cleaner"),
        ("左岭的家政公司欠我钱", "家政公司", "左岭的家政公司", "cleaner"),
    ],
)
def test_a_word_in_a_firms_own_name_is_no_trade(
    text: str, word: str, firm: str, expected: str | None
) -> None:
    assert traded("wage_dispute", text, word, "cleaner", employer_name=firm) == expected


@pytest.mark.parametrize(
    ("task", "expected"), [("find_work", "service"), ("human", None), ("complaint", None)]
)
def test_a_sector_alone_is_only_where_it_was(task: str, expected: str | None) -> None:
    reading = Reading("商场", NOW, fields={"trade": "service"}, hints={"sector": "service"})
    assert fields_for(task, reading).get("trade") == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("周末兼职每周推给我", None), ("这周末的兼职发我", "2026-11-28")]
)
def test_a_standing_request_names_no_day(text: str, expected: str | None) -> None:
    reading = Reading(text, NOW, fields={"date_from": "2026-11-28", "date_to": "2026-11-29"})
    assert fields_for("subscribe", reading).get("date_from") == expected


def test_values_are_plain_json() -> None:
    shown = told(
        "wage_dispute", date_from=date(2026, 7, 1), amount_owed=Decimal("3000"), wage_min=Decimal("12.5")
    )
    assert (shown["date_from"], shown["amount_owed"], shown["wage_min"]) == ("2026-07-01", 3000, 12.5)
    assert isinstance(shown["amount_owed"], int)


@pytest.mark.parametrize(
    ("task", "text", "expected"),
    [
        # Nothing but the task tells that these are debts and people unpaid.
        ("wage_dispute", "五千", {"amount_owed": 5000}),
        ("wage_dispute", "900", {"amount_owed": 900}),
        ("wage_dispute", "食堂四个阿姨,一万二都打了水漂", {"amount_owed": 12000, "people_owed": 4}),
        ("wage_dispute", "一天260,算到一共5200", {"wage_min": 260, "wage_max": 260, "wage_unit": "day", "amount_owed": 5200}),
        ("case_status", "我们班组九个人的案子有进展没", {"people_owed": 9}),
        # And that these are none.
        ("post_job", "店里从不拖,现在人手欠三个,一人240", {"headcount": 3, "wage_min": 240, "wage_max": 240}),
        ("find_work", "老板跑了,我们六个人另外找活", {"headcount": 6}),
    ],
)  # fmt: skip
def test_the_task_tells_what_figures_are(task: str, text: str, expected: dict[str, Any]) -> None:
    reading = read(text, "employer" if task == "post_job" else "worker")
    assert fields_for(task, reading) == expected


@pytest.mark.parametrize(
    ("task", "text", "expected"),
    [
        ("find_work", "就我一个人,想找个近的", {}),  # who looks alone is no group
        ("post_job", "一个人就够了", {"headcount": 1}),
        ("profile", "退伍兵,61,不喝酒", {"age": 61}),
        ("profile", "我爸,49,住汉阳", {}),  # it may be somebody else's
        ("find_work", "退伍兵,61,不喝酒", {}),
        ("report_posting", "第4条是骗人的,先要钱", {"choice": [4]}),
        ("report_posting", "第二天就叫交押金", {}),
    ],
)
def test_what_only_the_task_makes_clear(task: str, text: str, expected: dict[str, Any]) -> None:
    assert fields_for(task, read(text)) == expected


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("那就去第三家算了", [3]),
        ("我老婆去1,我去3", [1, 3]),
        ("二号和五号师傅都要", [2, 5]),
        ("看了半天,第10个吧", [10]),
        ("就那个近的", None),
        ("第二个,明天8点到", [2]),
        ("头一个就蛮好,报那个", [1]),
        ("1 3 行,2 不要", [1, 3]),
        ("2号太远了不去,要4号", [4]),
        ("前三个", [1, 2, 3]),
        ("倒数第二个", None),
        ("a23 1", [1]),
    ],
)
def test_picks_inside_a_longer_choice(text: str, picks: list[int] | None) -> None:
    assert told("choose", text).get("choice") == picks


def test_one_entity_a_kind_where_it_was_first_found() -> None:
    reading = Reading("洪山或者武昌小工", NOW, fields={"place": "420111", "trade": "general_labor"})
    reading.claim(6, 8, "trade")
    reading.claim(4, 6, "place")
    reading.claim(0, 2, "place")
    reading.claim(2, 4, "mask")
    assert entities_of(reading) == [
        {"entity": "place", "start": 0, "end": 2, "value": "420111", "extractor": "Understanding"},
        {"entity": "trade", "start": 6, "end": 8, "value": "general_labor", "extractor": "Understanding"},
    ]
