from __future__ import annotations

import pytest

from bot.core.segments import cost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("GSM-7", 0, 1)),
        ("a" * 160, ("GSM-7", 160, 1)),
        ("a" * 161, ("GSM-7", 161, 2)),
        ("€" * 80, ("GSM-7", 160, 1)),
        ("a" * 152 + "€" + "a" * 8, ("GSM-7", 162, 2)),  # the euro sign is not split
        ("工", ("UCS-2", 1, 1)),
        ("工" * 70, ("UCS-2", 70, 1)),
        ("工" * 71, ("UCS-2", 71, 2)),
        ("工" * 134, ("UCS-2", 134, 2)),
        ("工" * 135, ("UCS-2", 135, 3)),
        ("👷" * 35, ("UCS-2", 70, 1)),
        ("👷" * 36, ("UCS-2", 72, 2)),
        ("工" * 66 + "👷" + "工" * 66, ("UCS-2", 134, 3)),  # 66, then 2 + 65, then 1
    ],
)
def test_cost(text: str, expected: tuple) -> None:
    assert cost(text) == expected
