from __future__ import annotations

from typing import Any, Dict, List

import pytest

from bot.core.posting import draft

FULL = {
    "trade": "general_labor", "headcount": 5, "place": "420111", "date_from": "2026-11-25", "wage_min": 300,
    "wage_max": 300, "address": "光谷大道1号", "start_time": "07:00", "phone": "+8613800000001",
}  # fmt: skip


def after(*told: List[Dict[str, Any]], text: str = "") -> Dict[str, Any]:
    kept = draft.new()
    for jobs in told:
        draft.take(kept, jobs, text)
    return kept


@pytest.mark.parametrize(
    ("without", "step"),
    [
        ((), "ok"), (("headcount",), "headcount"), (("trade",), "trade"), (("place",), "place"),
        (("date_from",), "date"), (("wage_min", "wage_max"), "wage"), (("address", "start_time"), "where"),
        (("address",), "address"), (("start_time",), "hour"), (("phone",), "phone"),
        (("trade", "headcount"), "headcount"), (("place", "wage_min", "wage_max"), "place"),
    ],
)  # fmt: skip
def test_what_is_missing_is_asked_in_order(without: tuple, step: str) -> None:
    kept = after([{name: value for name, value in FULL.items() if name not in without}])
    assert draft.missing(kept, named=True)[0] == step


def test_a_city_is_not_fine_enough() -> None:
    assert draft.missing(after([{**FULL, "place": "420100"}]), named=True)[0] == "county"


def test_a_new_employer_is_asked_for_a_name_once() -> None:
    kept = after([FULL])
    assert draft.missing(kept, named=False)[0] == "name"
    kept["name"] = "周老板"
    assert draft.missing(kept, named=False)[0] == "ok"
    assert draft.missing(after([{**FULL, "contact": "张工"}]), named=False)[0] == "ok"


@pytest.mark.parametrize(
    ("figure", "unit"), [(300, "day"), (150, "day"), (4500, "month"), (1200, None), (20, None)]
)
def test_the_unit_that_is_plain_is_not_asked_for(figure: int, unit: str) -> None:
    assert after([{"wage_min": figure, "wage_max": figure}])["jobs"][0].get("wage_unit") == unit


def test_told_again_replaces() -> None:
    kept = after([FULL], [{"headcount": 8}], [{"date_from": "2026-11-27", "date_to": "2026-11-27"}])
    assert (kept["jobs"][0]["headcount"], kept["jobs"][0]["date_from"]) == (8, "2026-11-27")
    assert len(kept["jobs"]) == 1


def test_another_trade_with_its_count_is_another_job() -> None:
    kept = after([FULL], [{"trade": "bricklayer", "headcount": 2, "wage_min": 400, "wage_max": 400}])
    assert [(job["trade"], job["headcount"], job["place"]) for job in kept["jobs"]] == [
        ("general_labor", 5, "420111"),
        ("bricklayer", 2, "420111"),
    ]


def test_another_trade_as_a_correction_is_not() -> None:
    kept = after([FULL])
    draft.take(kept, [{"trade": "bricklayer"}], "不是小工是瓦工")
    assert [job["trade"] for job in kept["jobs"]] == ["bricklayer"]


def test_a_correction_finds_its_job() -> None:
    kept = after([FULL], [{"trade": "bricklayer", "headcount": 2, "wage_min": 400, "wage_max": 400}])
    draft.take(kept, [{"trade": "general_labor", "headcount": 9}], "小工改成9个")
    assert [job["headcount"] for job in kept["jobs"]] == [9, 2]


def test_a_shared_fact_is_true_of_all() -> None:
    kept = after([{"trade": "carpenter", "headcount": 3}, {"trade": "general_labor", "headcount": 5}])
    draft.take(kept, [{"date_from": "2026-11-25", "date_to": "2026-11-25"}], "明天")
    assert [job["date_from"] for job in kept["jobs"]] == ["2026-11-25", "2026-11-25"]


def test_work_by_the_month_goes_on() -> None:
    kept = after(
        [{"wage_min": 4000, "wage_unit": "month", "date_from": "2026-12-01", "date_to": "2026-12-01"}]
    )
    assert kept["jobs"][0]["date_to"] == "2027-01-01"


def test_what_one_job_lacks_is_meant_for_that_one() -> None:
    day, next_day = "2026-11-25", "2026-11-26"
    kept = after([{"trade": "carpenter", "headcount": 3, "date_from": day, "date_to": day}])
    kept["jobs"].append({"trade": "general_labor", "headcount": 5})
    draft.take(kept, [{"date_from": next_day, "date_to": next_day}], "后天")
    assert [job["date_from"] for job in kept["jobs"]] == [day, next_day]
