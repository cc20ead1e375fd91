"""Whether a confidence means what it says: of the messages with about 0.8, about 80 % should be right. Pure counting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.evaluation.scores import Pair, accuracy

EDGES = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0)


class Bin(NamedTuple):
    """Messages with a confidence of `low` up to, not including, `high` (including 1); the last two are 0..1."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def bins(pairs: Sequence[Pair]) -> list[Bin]:
    """Bins that hold any message, the least sure first."""
    found = []
    for low, high in pairwise(EDGES):
        here = [pair for pair in pairs if low <= pair.got["confidence"] < (high if high < 1 else 2)]
        if here:
            mean = sum(pair.got["confidence"] for pair in here) / len(here)
            found.append(Bin(low, high, len(here), mean, accuracy(here)))
    return found


def mean_gap(found: Sequence[Bin]) -> float:
    """Expected calibration error, 0..1: how far confidence and accuracy are apart, weighed by messages."""
    return sum(each.count * abs(each.confidence - each.right) for each in found) / sum(
        each.count for each in found
    )
