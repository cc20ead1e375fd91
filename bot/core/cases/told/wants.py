"""A wish for work in the same message as unpaid wages: neither is dropped."""

from __future__ import annotations

import re
from typing import Optional, Tuple

_CLAUSE = re.compile(r"[^,，。;；!！?？\n]+")
_WISH = re.compile(
    r"有没有?.{0,8}(?:活|事做|工作|做的?)|(?:活|工作|事做|小工|杂工|工)(?:有没有?|还?有[吗么没不])|有(?:没有)?.{0,8}(?:活|工作)[吗么没干做]"
    r"|有.{0,8}(?:做|干)[没吗不]|想?找(?:个|点|份)?(?:日结|临时|短工|别的|新)?的?(?:活|事做|工作)|(?:给|帮)我.{0,4}(?:介绍|安排|找)(?:个|点|份)?.{0,4}(?:活|工作)"
    r"|想(?:先)?(?:干|做)(?:点|个)?(?:日结|别的|小工|散工)"
)
_AHEAD = (("大后天", 3), ("后天", 2), ("明天", 1), ("明早", 1), ("今天", 0), ("今晚", 0), ("现在", 0))
_CLAIM = re.compile("欠|没给|不给|没结|不结|没发|不发|拖")


def work_clause(text: str) -> Optional[Tuple[int, int]]:
    """Where the wish stands in the text (start, end), or None. Clauses end at punctuation, else at a blank."""
    for clauses in (_CLAUSE.finditer(text), re.finditer(r"[^\s,，。;；!！?？]+", text)):
        for clause in clauses:
            if _WISH.search(clause[0]) and not _CLAIM.search(clause[0]):
                return clause.span()
    return None


def days_ahead(text: str) -> Optional[int]:
    """“明天” is 1: in a message about unpaid wages the date reader looks back and leaves such words alone."""
    return next((days for word, days in _AHEAD if word in text), None)
