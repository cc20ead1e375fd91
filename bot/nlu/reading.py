"""One message while it is being read: its text, what was found in it, and which characters are spoken for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Dict, List, NamedTuple

BLANK = "\u3000"  # stands in for a claimed character: matches no rule, keeps every offset


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the normalised text, read as `kind`."""

    start: int
    end: int
    kind: str


@dataclass
class Reading:
    """What the readers share. They run in the order of config.yml; an earlier reader's claim stands.

    `text` is normalised (NFKC, simplified, lower case latin); `now` is aware and in Asia/Shanghai.
    """

    text: str
    now: datetime
    role: str = "worker"
    channel: str = "sms"
    looks_back: bool = False  # the talk is about what has been: a wage case, an injury
    unpaid: bool | None = None  # it is about unpaid wages; None: nobody has looked yet
    fields: Dict[str, Any] = field(default_factory=dict)
    spans: List[Span] = field(default_factory=list)
    # What only the task can settle, read both ways; the contract takes from here what a task speaks of.
    hints: Dict[str, Any] = field(default_factory=dict)

    def claim(self, start: int, end: int, kind: str) -> None:
        """Marks characters as read, so that no later reader takes the same digits for something else."""
        self.spans.append(Span(start, end, kind))

    def rest(self, *keep: str) -> str:
        """The text with every claimed character blanked, same length; spans of the kinds in `keep` stay readable."""
        chars = list(self.text)
        for span in self.spans:
            if span.kind not in keep:
                chars[span.start : span.end] = BLANK * (span.end - span.start)
        return "".join(chars)

    def has(self, kind: str) -> bool:
        """True where some reader claimed a span of this kind."""
        return any(span.kind == kind for span in self.spans)
