"""Figures of one side, and how two sides compare. Pure counting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FASTEST_MS, MOST_OF_STOCK = 5.0, 0.5  # what we promise of our median


class Answer(NamedTuple):
    """One message: `wall` and `cpu` in milliseconds, `memory` of the process in MB."""

    task: str
    wall: float
    cpu: float
    memory: float


class Figures(NamedTuple):
    """Times in milliseconds a message, memory in MB, `ready` in seconds, accuracies 0..1 (tasks)."""

    wall_p50: float
    wall_p99: float
    cpu_p50: float
    cpu_p99: float
    memory: float
    ready: float
    accuracy: float
    accuracy_unseen: float


def figures(
    answers: Sequence[Answer], right: Sequence[bool], unseen: Sequence[bool], ready: float
) -> Figures:
    """Over all answers of a side; `right` and `unseen` tell of each, in the same order."""
    wall, cpu = [each.wall for each in answers], [each.cpu for each in answers]
    new = [ok for ok, fresh in zip(right, unseen, strict=True) if fresh]
    return Figures(
        percentile(wall, 50),
        percentile(wall, 99),
        percentile(cpu, 50),
        percentile(cpu, 99),
        answers[-1].memory,
        ready,
        sum(right) / len(right),
        sum(new) / len(new) if new else 0.0,
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of all do not exceed."""
    ranked = sorted(values)
    return ranked[max(-(-len(ranked) * percent // 100) - 1, 0)]


def kept(ours: Figures, stock: Figures) -> dict[str, bool]:
    """Our promises, in words, and whether each is kept."""
    return {
        f"我们的中位数不超过 {FASTEST_MS:.0f} 毫秒": ours.wall_p50 <= FASTEST_MS,
        "我们的中位数不超过标准流水线的一半": ours.wall_p50 <= MOST_OF_STOCK * stock.wall_p50,
        "我们的进程占内存更少": ours.memory < stock.memory,
    }
