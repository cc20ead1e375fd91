"""Codes that prove a phone number: made, kept as a hash, compared."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import Optional

_ALONE = re.compile(r"\D*(\d{6})\D*")


def six_digits() -> str:
    """A fresh code from the system's source of randomness."""
    return f"{secrets.randbelow(1_000_000):06d}"


def sealed(code: str, salt: str) -> str:
    """What is stored instead of the code. Short-lived and few tries: a plain hash is enough."""
    return hashlib.sha256(f"{salt}:{code}".encode()).hexdigest()


def matches(code: str, salt: str, stored: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(sealed(code, salt), stored)


def read(text: str) -> Optional[str]:
    """The code in a short message (“验证码是 123456”), or None."""
    found = _ALONE.fullmatch(text.strip()) if len(text) <= 20 else None
    return found.group(1) if found else None
