"""Which tasks are taken for which."""

from __future__ import annotations

from pathlib import Path

from bot.evaluation import picture
from bot.evaluation.confusion import Confusion, largest, matrix
from bot.evaluation.scores import Pair


def pairs(*tasks: tuple[str, str]) -> list[Pair]:
    return [Pair("", {"task": want}, {"task": have, "confidence": 0.9}) for want, have in tasks]


PAIRS = pairs(
    ("deny", "deny"), ("deny", "other"), ("deny", "other"), ("deny", "affirm"), ("other", "deny"), ("other", "other")
)  # fmt: skip


def test_the_largest_come_first_and_equals_by_name() -> None:
    assert largest(PAIRS, 2) == [Confusion("deny", "other", 2, 0.5), Confusion("deny", "affirm", 1, 0.25)]
    assert len(largest(PAIRS, 9)) == 3


def test_the_matrix_has_a_row_for_tasks_that_were_never_expected() -> None:
    assert matrix(PAIRS) == (["deny", "other", "affirm"], [[1, 2, 1], [1, 1, 0], [0, 0, 0]])


def test_the_picture_is_drawn_and_always_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "images" / "first.png", tmp_path / "second.png"
    picture.draw(PAIRS, first)
    picture.draw(PAIRS, second)
    assert first.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert first.read_bytes() == second.read_bytes()
