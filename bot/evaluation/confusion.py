"""Which tasks are taken for which. Pure counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bot.evaluation.scores import Pair


class Confusion(NamedTuple):
    """So many messages of the task `expected` came out as `got`; `share` of all that were expected, 0..1."""

    expected: str
    got: str
    count: int
    share: float


def largest(pairs: Sequence[Pair], count: int) -> list[Confusion]:
    """The most frequent confusions; those of equal count by name."""
    tasks = Counter(pair.expected["task"] for pair in pairs)
    wrong = Counter(
        (pair.expected["task"], pair.got["task"])
        for pair in pairs
        if pair.expected["task"] != pair.got["task"]
    )
    ranked = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))
    return [Confusion(want, have, n, n / tasks[want]) for (want, have), n in ranked[:count]]


def matrix(pairs: Sequence[Pair]) -> tuple[list[str], list[list[int]]]:
    """The tasks, the most frequently expected first, and a row of counts a task: how often it came out as each."""
    expected = Counter(pair.expected["task"] for pair in pairs)
    others = sorted({pair.got["task"] for pair in pairs} - expected.keys())
    tasks = [task for task, _ in expected.most_common()] + others
    counts = Counter((pair.expected["task"], pair.got["task"]) for pair in pairs)
    return tasks, [[counts[want, have] for have in tasks] for want in tasks]
