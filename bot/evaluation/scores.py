"""Scores of answers against what was expected. Pure counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

FIELDS = (
    "date_from", "date_to", "time_of_day", "place", "place_name", "trade", "wage_min", "wage_max", "wage_unit",
    "pay_cycle", "headcount", "amount_owed", "people_owed", "employer_name", "age", "choice",
)  # fmt: skip


class Pair(NamedTuple):
    """One message: what was expected of it and what came out, both as in the contract."""

    text: str
    expected: Mapping[str, Any]
    got: Mapping[str, Any]

    @property
    def wrong_fields(self) -> list[str]:
        """Fields with another value, a missing one or one too many."""
        return [name for name in FIELDS if self.expected.get(name) != self.got.get(name)]


class Score(NamedTuple):
    """Counts of one task or field."""

    right: int
    expected: int
    got: int

    @property
    def precision(self) -> float:
        """Of what came out, the share that is right; 1 where nothing came out."""
        return self.right / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        """Of what was expected, the share that came out; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.expected + self.got
        return 2 * self.right / both if both else 1.0


def task_scores(pairs: Sequence[Pair]) -> dict[str, Score]:
    """By task, in the order of how often it was expected."""
    expected = Counter(pair.expected["task"] for pair in pairs)
    got = Counter(pair.got["task"] for pair in pairs)
    right = Counter(pair.got["task"] for pair in pairs if pair.got["task"] == pair.expected["task"])
    return {task: Score(right[task], count, got[task]) for task, count in expected.most_common()}


def field_scores(pairs: Sequence[Pair]) -> dict[str, Score]:
    """By field of the contract; a field is right only where the whole value is."""
    return {name: _field_score(name, pairs) for name in FIELDS}


def _field_score(name: str, pairs: Iterable[Pair]) -> Score:
    values = [(pair.expected.get(name), pair.got.get(name)) for pair in pairs]
    return Score(
        right=sum(want is not None and want == have for want, have in values),
        expected=sum(want is not None for want, _ in values),
        got=sum(have is not None for _, have in values),
    )


def accuracy(pairs: Sequence[Pair]) -> float:
    """Share of messages whose task is right."""
    return sum(pair.expected["task"] == pair.got["task"] for pair in pairs) / len(pairs)


def all_right(pairs: Sequence[Pair]) -> float:
    """Share of messages where the task and every field are right."""
    return sum(pair.expected["task"] == pair.got["task"] and not pair.wrong_fields for pair in pairs) / len(
        pairs
    )


def worst(pairs: Sequence[Pair], count: int) -> list[Pair]:
    """The most confident wrong tasks first, then messages with the most wrong fields."""
    wrong = [pair for pair in pairs if pair.expected["task"] != pair.got["task"] or pair.wrong_fields]
    return sorted(wrong, key=_badness, reverse=True)[:count]


def _badness(pair: Pair) -> tuple[bool, float, int]:
    wrong_task = pair.expected["task"] != pair.got["task"]
    return wrong_task, pair.got["confidence"] if wrong_task else 0.0, len(pair.wrong_fields)
