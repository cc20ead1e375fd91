"""What a rule sees of a message, and what a rule is."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Dict, FrozenSet, Iterable, NamedTuple, Optional, Pattern

_TRIM = re.compile(r"[\s,。.!?、;:~…·\-—'\"“”‘’()\[\]{}*^`]+")
_PARTICLES = re.compile(r"(?<=.)[啊呀哈哦噢呢嘛吧呗哇咯啦啰撒咧嘞哒噻]+$")


@dataclass(frozen=True)
class View:
    """One message as the rules see it."""

    text: str  # plain: everyday variants replaced
    gist: str  # plain, found things as marks
    said: str  # the normalised text itself, as the person wrote it
    role: str = "worker"
    fields: Dict[str, Any] = field(default_factory=dict)
    kinds: FrozenSet[str] = frozenset()
    unpaid: bool = False
    guess: str = "other"
    confidence: float = 0.0

    @property
    def bare(self) -> str:
        """The plain text without punctuation, spaces and closing particles."""
        return _PARTICLES.sub("", _TRIM.sub("", self.text))


class Rule(NamedTuple):
    """`task` holds where `says` is found in the text and `unless` is not."""

    task: str
    says: Pattern
    unless: Optional[Pattern] = None

    def holds(self, text: str) -> bool:
        return bool(self.says.search(text)) and not (self.unless and self.unless.search(text))


def rule(task: str, says: str, unless: str = "") -> Rule:
    return Rule(task, re.compile(says), re.compile(unless) if unless else None)


def first(rules: Iterable[Rule], text: str) -> Optional[str]:
    """The task of the first rule that holds."""
    return next((each.task for each in rules if each.holds(text)), None)
