"""Our side in a process of its own, as the benchmark runs it."""

from __future__ import annotations

from bench.figures import Answer
from bench.sides import interleaved, side
from bench.understanding import measure
from bot.evaluation.sets import MessageSet
from tests.support.model import trained_model

ROWS = [
    {
        "text": text,
        "now": "2026-11-24T09:10:00+08:00",
        "role": "worker",
        "channel": "sms",
        "expect": {"task": task},
    }
    for text, task in (
        ("明天,工地,武汉", "find_work"),
        ("老板欠我两千块工资", "wage_dispute"),
        ("你好", "other"),
    )
]


def test_a_side_answers_and_is_measured() -> None:
    with side("ours", trained_model()) as ours:
        (answers,) = interleaved([ours], ROWS)
        assert [answer.task for answer in answers] == ["find_work", "wage_dispute", "greet"]
        assert all(
            isinstance(answer, Answer) and answer.cpu > 0 and answer.memory > 100 for answer in answers
        )
        (found,) = measure(
            [ours], [MessageSet("messages_1", ROWS[:1]), MessageSet("messages_4", ROWS[1:])], 2
        )
    assert (found.accuracy, found.accuracy_unseen) == (2 / 3, 0.5)
