"""Numbers of identity and bank cards."""

from __future__ import annotations

import pytest

from bot.core.masking import MARK, mask_cards, was_masked


@pytest.mark.parametrize(
    "number",
    [
        "420111196801011234",
        "42011119680101123X",
        "6222021234567890123",
        "6222 0212 3456 7890 123",
        "6222-0212-3456-7890",
        "420111 19680101 1234",
        "4201111968010112345",
    ],
)
def test_masked(number: str) -> None:
    text = mask_cards(f"我的号是{number}，谢谢")
    assert text == f"我的号是{MARK}，谢谢" and was_masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "+8613812345678",
        "13812345678 13912345678",
        "8000块",
        "2026-08-01到2026-10-31",
        "027-12345678",
    ],
)
def test_left_alone(text: str) -> None:
    assert mask_cards(text) == text and not was_masked(text)
