"""When an unsure message is asked back about, and with what."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

import pytest

from bot.core.meanings import NAMES, choices

Ranking = Sequence[Tuple[str, float]]
CASES: List[Tuple[str, float, Ranking, Optional[List[str]]]] = [
    ("find_work", 0.9, [("find_work", 0.9), ("post_job", 0.05)], None),
    ("find_work", 0.4, [("find_work", 0.4), ("post_job", 0.3)], ["find_work", "post_job"]),
    ("find_work", 0.4, [("find_work", 0.4), ("post_job", 0.1)], None),
    ("cancel", 0.3, [("my_jobs", 0.3), ("cancel", 0.28), ("deny", 0.2)], ["cancel", "my_jobs"]),
    ("other", 0.5, [("other", 0.5), ("training", 0.2), ("guidance", 0.18)], ["training", "guidance"]),
    ("other", 0.7, [("other", 0.7), ("training", 0.16), ("guidance", 0.15)], None),
    ("affirm", 0.2, [("affirm", 0.2), ("training", 0.2), ("guidance", 0.2)], None),
    ("help", 0.25, [("help", 0.25), ("human", 0.2), ("guidance", 0.17), ("training", 0.16)],
     ["help", "human", "guidance"]),
]  # fmt: skip


@pytest.mark.parametrize("task, sure, ranking, offered", CASES)
def test_choices(task: str, sure: float, ranking: Ranking, offered: Optional[List[str]]) -> None:
    assert choices(task, sure, ranking) == offered


def test_danger_is_never_a_matter_of_choice() -> None:
    assert "crisis" not in NAMES
