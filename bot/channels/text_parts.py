"""Cuts a long text for channels that limit the bytes of one message."""

from __future__ import annotations

import re

# Where to cut, best first: after a line, after a sentence, after a clause.
_CUTS = (r"\n", r"[。！？!?;；]", r"[,，、\s]")


def parts(text: str, longest: int) -> list[str]:
    """The text in pieces of at most `longest` bytes (UTF-8), none empty, cut where a reader would pause."""
    pieces, rest = [], text.strip()
    while rest:
        head = rest if len(rest.encode()) <= longest else _head(rest, longest)
        pieces.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return pieces


def _head(text: str, longest: int) -> str:
    fitting = text.encode()[:longest].decode(errors="ignore")
    for cut in _CUTS:
        ends = [match.end() for match in re.finditer(cut, fitting)]
        # A cut in the first half would leave many short messages.
        if ends and ends[-1] * 2 >= len(fitting):
            return fitting[: ends[-1]]
    return fitting
