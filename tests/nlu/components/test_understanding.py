"""The understanding that leaves the pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components import message_reading
from bot.nlu.components.open_question import OpenQuestion
from bot.nlu.components.understanding import Understanding
from bot.nlu.reading import Reading
from tests.nlu.components.messages import NOW


def understood(task: str, text: str, expecting: str | None = None, **fields: Any) -> Message:
    made = Message({"text": text, "metadata": {"expecting": expecting}})
    message_reading.put(made, Reading(text, NOW, fields=fields))
    made.set("intent", {"name": task, "confidence": 0.91234})
    Understanding().process([made])
    return made


def test_task_confidence_and_fields() -> None:
    made = understood("find_work", "明天洪山", place="420111", date_from="2026-11-25", date_to="2026-11-25")
    assert made.get("understanding") == {
        "task": "find_work",
        "confidence": 0.912,
        "date_from": "2026-11-25",
        "date_to": "2026-11-25",
        "place": "420111",
    }
    assert {"understanding", "entities"} <= made.output_properties


@pytest.mark.parametrize(("expecting", "amount"), [(None, None), ("case", 3200)])
def test_while_a_case_is_being_asked_about_a_sum_is_what_is_owed(
    expecting: str | None, amount: int | None
) -> None:
    made = understood("other", "三千二", expecting, amount_owed=3200)
    assert made.get("understanding").get("amount_owed") == amount


def test_an_answer_to_the_open_question_is_informs() -> None:
    made = understood("other", "姓周的老板", "case", employer_name="周老板")
    OpenQuestion().process([made])
    assert made.get("intent")["name"] == "inform"
    assert made.get("understanding")["task"] == "other"


def test_without_an_open_question_the_task_stays() -> None:
    made = understood("find_work", "有活吗")
    OpenQuestion().process([made])
    assert made.get("intent")["name"] == "find_work"
