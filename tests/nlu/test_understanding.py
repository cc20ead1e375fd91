"""The trained model: whole messages, as people send them."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import pytest

from tests.nlu.components.messages import NOW  # Tuesday 24 November 2026, 09:10
from tests.support.model import understander


def understood(
    text: str, role: str = "worker", now: datetime | None = NOW, channel: str = "sms"
) -> dict[str, Any]:
    return asyncio.run(understander().understand(text, now, role, channel))


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "明天,工地,武汉",
            "worker",
            {
                "task": "find_work",
                "date_from": "2026-11-25",
                "date_to": "2026-11-25",
                "place": "420100",
                "trade": "construction",
            },
        ),
        (
            "小工 三百一天 包吃不",
            "worker",
            {
                "task": "find_work",
                "trade": "general_labor",
                "wage_min": 300,
                "wage_max": 300,
                "wage_unit": "day",
            },
        ),
        (
            "光谷招3个电工 明天 350一天",
            "employer",
            {
                "task": "post_job",
                "date_from": "2026-11-25",
                "date_to": "2026-11-25",
                "place": "420111",
                "place_name": "光谷",
                "trade": "electrician",
                "wage_min": 350,
                "wage_max": 350,
                "wage_unit": "day",
                "headcount": 3,
            },
        ),
        (
            "王老板欠我和工友4个人一万二工资不给",
            "worker",
            {"task": "wage_dispute", "amount_owed": 12000, "people_owed": 4, "employer_name": "王老板"},
        ),
        ("1和3", "worker", {"task": "choose", "choice": [1, 3]}),
        (
            "我55岁,会电工,住汉阳",
            "worker",
            {"task": "profile", "place": "420105", "trade": "electrician", "age": 55},
        ),
        ("我不想活了", "worker", {"task": "crisis"}),
        ("在工地上摔断了腿", "worker", {"task": "injury", "trade": "construction"}),
        ("退订", "worker", {"task": "unsubscribe"}),
        ("驿站几点开门", "worker", {"task": "station_info"}),
        ("哈哈哈", "worker", {"task": "other"}),
    ],
)
def test_task_and_fields(text: str, role: str, expected: dict[str, Any]) -> None:
    got = understood(text, role)
    assert 0 <= got.pop("confidence") <= 1
    assert got == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\n\n", "😂", "a" * 50_000, "欠" * 5_000, "1" * 3_000, "/restart", "/greet"]
)
def test_odd_texts_have_an_answer(text: str) -> None:
    got = understood(text)
    assert set(got) >= {"task", "confidence"}


@pytest.mark.parametrize("text", ["/restart", "/session_start", "/wage_dispute", "/back"])
def test_nobody_can_name_an_intent(text: str) -> None:
    assert understood(text)["task"] == "other"


def test_without_a_time_it_is_now() -> None:
    assert understood("明天有活吗", now=None)["date_from"] >= datetime.now().date().isoformat()


def test_what_was_asked_before_leaves_no_trace() -> None:
    first = understood("明天洪山有活吗")
    understood("老板欠我3000工资")
    assert understood("明天洪山有活吗") == first
