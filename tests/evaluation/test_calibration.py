"""Confidence beside accuracy."""

from __future__ import annotations

import pytest

from bot.evaluation.calibration import bins, mean_gap
from bot.evaluation.scores import Pair


def pair(confidence: float, right: bool) -> Pair:
    return Pair("", {"task": "greet"}, {"task": "greet" if right else "other", "confidence": confidence})


def test_each_message_is_in_one_bin() -> None:
    found = bins([pair(0.3, False), pair(0.4, True), pair(0.95, True), pair(1.0, True), pair(0.0, False)])
    assert [(each.low, each.high, each.count, each.right) for each in found] == [
        (0.0, 0.3, 1, 0.0),
        (0.3, 0.5, 2, 0.5),
        (0.95, 1.0, 2, 1.0),
    ]
    assert found[1].confidence == pytest.approx(0.35)


def test_the_gap_is_weighed_by_messages() -> None:
    # 3 of 4 right at 0.6: off by 0.15; 1 of 1 right at 0.9: off by 0.1.
    found = bins([pair(0.6, True), pair(0.6, True), pair(0.6, True), pair(0.6, False), pair(0.9, True)])
    assert mean_gap(found) == pytest.approx((4 * 0.15 + 0.1) / 5)
