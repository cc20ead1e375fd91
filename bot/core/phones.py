"""Phone numbers: one stored form (E.164), one shown form, one masked form."""

from __future__ import annotations

import re
from typing import Optional


def to_e164(text: str) -> Optional[str]:
    """ "138 0000 0001" -> "+8613800000001"; other countries only with their +; None where it is no number."""
    digits = re.sub(r"[\s\-()]", "", text or "")
    if re.fullmatch(r"(?:\+?86|0086)?1[3-9]\d{9}", digits):
        return "+86" + digits[-11:]
    if re.fullmatch(r"(?:\+?86)?0\d{9,11}", digits):
        return "+86" + digits.replace("+86", "").lstrip("0") if digits.startswith("+") else "+86" + digits[1:]
    return digits if re.fullmatch(r"\+[1-9]\d{6,14}", digits) else None


def shown(e164: str) -> str:
    """As people here dial it: without +86."""
    return re.sub(r"^\+86", "", e164)


def masked(e164: str) -> str:
    """For pages and lists: only the last four digits."""
    return "*" * max(len(shown(e164)) - 4, 0) + shown(e164)[-4:]
