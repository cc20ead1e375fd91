"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_RULES = {"l": "---", "r": "---:"}


def table(head: Sequence[str], sides: str, rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table; `sides` says of each column whether it stands left (l) or right (r)."""
    return [_line(head), _line([_RULES[side] for side in sides]), *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def cell(text: str) -> str:
    """Any text on one line, so that it neither ends its cell nor is taken for marks."""
    for char in "\\|*_`<[~$":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())


def percent(share: float) -> str:
    """0.9284 as 92.8%."""
    return f"{share:.1%}"
