"""The few plain words that must be heard even where the dialogue model has failed."""

from __future__ import annotations

import re
from typing import Optional

_WORDS = (
    (
        "crisis",
        re.compile(
            r"不想活|活不下去|跳楼|跳江|跳桥|自杀|寻死|想死|杀了|砍死|同归于尽|被关|不让.{0,4}走|救命|锁在"
        ),
    ),
    ("injury", re.compile(r"受伤|工伤|摔[了下断伤]|砸[到了伤]|断了|流血|骨折|触电|烫伤|晕倒")),
    (
        "wage_dispute",
        re.compile(
            r"(?:工[钱资]|钱|薪).{0,6}(?:没|不|冇)(?:给|发|结)|欠.{0,8}(?:钱|工资|薪|万|千|百|\d)"
            r"|(?:没|不|冇)(?:给|发|结).{0,3}(?:工[钱资]|钱)"
        ),
    ),
)


def plainly(text: str) -> Optional[str]:
    """crisis, injury or wage_dispute, the most urgent first; None where no such word is in the text."""
    return next((task for task, words in _WORDS if words.search(text)), None)
