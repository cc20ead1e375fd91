"""How the reading of a message begins."""

from __future__ import annotations

from datetime import datetime

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components.message_reading import TRAINING_TIME, ZONE
from bot.nlu.components.normaliser import LONGEST, Normaliser
from tests.nlu.components.messages import examples, reading_of


def begun(text: str | None, **metadata: str) -> Message:
    made = Message({"text": text, "metadata": metadata or None})
    Normaliser().process([made])
    return made


def test_one_spelling_and_the_facts_of_the_message() -> None:
    made = begun("明天有活嗎ABC", now="2026-11-24T01:10:00+00:00", role="employer", channel="wechat")
    reading = reading_of(made)
    assert made.get("text") == reading.text == "明天有活吗abc"
    assert (reading.now, reading.role, reading.channel) == (
        datetime(2026, 11, 24, 9, 10, tzinfo=ZONE),
        "employer",
        "wechat",
    )


def test_without_metadata_it_is_a_worker_by_sms_now() -> None:
    before = datetime.now(ZONE)
    reading = reading_of(begun("有活吗"))
    assert (reading.role, reading.channel) == ("worker", "sms")
    assert before <= reading.now <= datetime.now(ZONE)


def test_a_time_without_an_offset_is_shanghais() -> None:
    reading = reading_of(begun("有活吗", now="2026-11-24T09:10:00"))
    assert reading.now == datetime(2026, 11, 24, 9, 10, tzinfo=ZONE)


@pytest.mark.parametrize("text", ["/restart", " /greet{}", "/session_start"])  # full-width too
def test_people_cannot_command_rasa(text: str) -> None:
    assert not begun(text).get("text").lstrip().startswith("/")


@pytest.mark.parametrize("text", ["", None])
def test_nothing_is_an_empty_reading(text: str | None) -> None:
    made = begun(text)
    assert (made.get("text"), reading_of(made).text) == ("", "")


def test_a_very_long_text_is_cut() -> None:
    assert len(reading_of(begun("啊" * 100_000)).text) == LONGEST


def test_training_does_not_depend_on_the_day() -> None:
    data = examples(("find_work", "明天有活吗"))
    Normaliser().process_training_data(data)
    assert reading_of(data.training_examples[0]).now == TRAINING_TIME
