"""How many SMS segments a text costs.

Source: 3GPP TS 23.038 (GSM 7-bit default alphabet and extension table); Twilio, "What the heck is a segment?".
"""

from __future__ import annotations

from typing import NamedTuple

_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑܧ¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = "^{}\\[~]|€\f"
UCS2_SINGLE, UCS2_PART = 70, 67
GSM_SINGLE, GSM_PART = 160, 153


class Cost(NamedTuple):
    """`units`: septets (GSM-7) or UTF-16 code units (UCS-2); `segments`: what the carrier bills."""

    encoding: str
    units: int
    segments: int


def cost(text: str) -> Cost:
    """The encoding, length and number of segments of a text; an empty text costs one segment."""
    if all(char in _BASIC or char in _EXTENDED for char in text):
        sizes = [2 if char in _EXTENDED else 1 for char in text]
        return _count("GSM-7", sizes, GSM_SINGLE, GSM_PART)
    sizes = [2 if ord(char) > 0xFFFF else 1 for char in text]
    return _count("UCS-2", sizes, UCS2_SINGLE, UCS2_PART)


def _count(encoding: str, sizes: list[int], single: int, part: int) -> Cost:
    total = sum(sizes)
    if total <= single:
        return Cost(encoding, total, 1)
    segments, room = 1, part
    for size in sizes:  # a character of two units is never split over two segments
        if size > room:
            segments, room = segments + 1, part
        room -= size
    return Cost(encoding, total, segments)
