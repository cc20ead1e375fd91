"""Identity and bank card numbers: never asked for, never kept."""

from __future__ import annotations

import re

MARK = "[证件号已隐去]"
# 17 figures and a last one that may be X; bank cards of 16 to 19; also in groups as they stand on a card.
_CARD = re.compile(
    r"(?<!\d)(?:\d{15,18}[\dxXⅹ]|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?|\d{6}[ -](?:19|20)\d{6}[ -]?\d{3}[\dxX])(?!\d)"
)


def mask_cards(text: str) -> str:
    """The text without such numbers. Phone numbers stay."""
    return _CARD.sub(MARK, text)


def was_masked(text: str) -> bool:
    """True where a number was taken out (also after NFKC, which leaves the mark as it is)."""
    return MARK in text
