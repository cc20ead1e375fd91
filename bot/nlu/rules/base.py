"""What a rule sees of a message, and what a rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, NamedTuple, Optional, Pattern, Tuple

_TRIM = re.compile(r"[\s,。.!?、;:~…·\-—'\"“”‘’()\[\]{}*^`]+")
_PARTICLES = re.compile(r"(?<=.)[啊呀哈哦噢呢嘛吧呗哇咯啦啰撒咧嘞哒噻]+$")


# By how much less likely than the text alone suggests. A new sender counts as a worker, so an employer's first message
# must still be heard.
_UNLIKELY: Dict[str, Dict[str, float]] = {"employer": {"find_work": 0.01}, "worker": {"post_job": 0.4}}


class Guess(NamedTuple):
    """A task and how sure that is, 0..1."""

    task: str
    confidence: float


_SURE = 0.95
_LONG = 80  # characters


def certain(task: str) -> Guess:
    """A rule's word: as often right."""
    return Guess(task, _SURE)


@dataclass(frozen=True)
class View:
    """One message as the rules see it."""

    text: str  # plain: everyday variants replaced
    gist: str  # plain, found things as marks
    said: str  # the normalised text itself, as the person wrote it
    role: str = "worker"
    fields: Dict[str, Any] = field(default_factory=dict)
    unpaid: bool = False
    guesses: Tuple[Guess, ...] = ()

    @property
    def best(self) -> Guess:
        """The likeliest guess for this sender: an employer does not look for work, a worker seldom offers it."""
        unlikely = _UNLIKELY.get(self.role, {})
        return max(self.guesses, key=lambda guess: guess.confidence * unlikely.get(guess.task, 1))

    @property
    def guess(self) -> str:
        """The task of the best guess."""
        return self.best.task if self.guesses else "other"

    def chance(self, task: str) -> float:
        """How likely the classifier holds the task, 0..1; 0 where it is not among its best guesses."""
        return next((guess.confidence for guess in self.guesses if guess.task == task), 0.0)

    @property
    def long(self) -> bool:
        """True for a letter rather than a message: it speaks of many things."""
        return len(self.text) > _LONG

    @property
    def opening(self) -> str:
        """Where a letter says what it is about."""
        return self.text[:_LONG]

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
