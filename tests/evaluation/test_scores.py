"""Counting right and wrong answers."""

from __future__ import annotations

from typing import Any

from bot.evaluation.scores import Pair, Score, accuracy, all_right, field_scores, task_scores, worst


def pair(want: str, have: str, confidence: float = 0.9, expected: Any = None, got: Any = None) -> Pair:
    return Pair(
        "", {"task": want, **(expected or {})}, {"task": have, "confidence": confidence, **(got or {})}
    )


PAIRS = [
    pair("greet", "greet"),
    pair("greet", "thanks", 0.4),
    pair("thanks", "thanks"),
    pair("find_work", "find_work", expected={"place": "420111", "age": 55}, got={"place": "420112"}),
]


def test_tasks() -> None:
    scores = task_scores(PAIRS)
    assert scores == {"greet": Score(1, 2, 1), "thanks": Score(1, 1, 2), "find_work": Score(1, 1, 1)}
    assert (scores["greet"].precision, scores["greet"].recall) == (1.0, 0.5)
    assert round(scores["greet"].f1, 3) == 0.667


def test_fields_are_right_only_as_a_whole() -> None:
    scores = field_scores(PAIRS)
    assert scores["place"] == Score(0, 1, 1)
    assert scores["age"] == Score(0, 1, 0)
    assert scores["trade"] == Score(0, 0, 0)
    assert (scores["trade"].precision, scores["trade"].recall, scores["trade"].f1) == (1.0, 1.0, 1.0)


def test_shares_of_messages() -> None:
    assert (accuracy(PAIRS), all_right(PAIRS)) == (0.75, 0.5)


def test_wrong_tasks_come_before_wrong_fields() -> None:
    assert worst(PAIRS, 5) == [PAIRS[1], PAIRS[3]]
    assert worst(PAIRS, 1) == [PAIRS[1]]
