"""Ratings in a short answer: “1”, “好”, “都好”, “1 李四3”."""

from __future__ import annotations

import re
from typing import Dict, List, Optional

_WORDS = (
    (3, re.compile(r"3|不好|差|不行|坏|不满意")),
    (2, re.compile(r"2|一般|还行|还可以|马马虎虎|凑合|将就")),
    (1, re.compile(r"1|好|不错|满意|可以|没得说")),
)


def read_scores(text: str, names: List[str]) -> Dict[int, int]:
    """Score (1 good, 2 so-so, 3 bad) by place in `names`; what is said of nobody counts for all who are not named."""
    words = text.strip().lower()
    found: Dict[int, int] = {}
    for place, name in enumerate(names):
        own = re.search(rf"{re.escape(name)}[^\u4e00-\u9fff\d]*([^,,。;;\s]{{1,4}})", words) if name else None
        score = _score(own.group(1)) if own else None
        if own and score:
            found[place] = score
            words = words.replace(own.group(0), " ")
    general = _score(words)
    if general:
        found.update({place: general for place in range(len(names)) if place not in found})
    return found


def _score(words: str) -> Optional[int]:
    return next((score for score, row in _WORDS if row.search(words)), None)
