"""Which fields a task speaks of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.nlu.contract import entities_of, fields_for
from bot.nlu.reading import Reading
from tests.nlu.components.messages import NOW  # Tuesday 24 November 2026


def told(task: str, text: str = "", **fields: Any) -> dict[str, Any]:
    return fields_for(task, Reading(text, NOW, fields=fields))


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


def test_in_a_wage_case_a_sum_without_a_unit_is_what_is_owed() -> None:
    assert told("wage_dispute", wage_min=5000, wage_max=5000) == {"amount_owed": 5000}
    assert told("wage_dispute", wage_min=300, wage_max=300, wage_unit="day") == {
        "wage_min": 300,
        "wage_max": 300,
        "wage_unit": "day",
    }


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("那就去第三家算了", [3]),
        ("我老婆去1,我去3", [1, 3]),
        ("二号和五号师傅都要", [2, 5]),
        ("看了半天,第10个吧", [10]),
        ("就那个近的", None),
        ("第二个,明天8点到", [2]),
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
