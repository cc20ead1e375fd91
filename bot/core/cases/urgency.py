"""What makes a wage case urgent, and what the person is told to do now."""

from __future__ import annotations

from datetime import date
from typing import FrozenSet, List, Optional

from bot.core.cases.clocks import Clock
from bot.core.cases.facts import FLED, LIMIT, MANY, MINOR, NEEDY, Facts
from bot.core.cases.law import LawBook

USUAL, URGENT = 2, 1  # urgency of the row that staff see: 0 life in danger, 9 can wait
ORDER = (NEEDY, FLED, LIMIT, MINOR, MANY)  # which is spoken of first


def flags_of(facts: Facts, running: List[Clock], law: LawBook, today: date) -> FrozenSet[str]:
    """Those told in words, and those that follow from the facts."""
    flags = set(facts.flags)
    if facts.people >= law.number("representatives", "people"):
        flags.add(MANY)
    if facts.age is not None and facts.age < law.number("young_workers", "age"):
        flags.add(MINOR)
    if any(clock.near(today) for clock in running):
        flags.add(LIMIT)
    return frozenset(flags)


def level(flags: FrozenSet[str]) -> int:
    """The urgency of the attention row."""
    return URGENT if flags else USUAL


def to_say(flags: FrozenSet[str], said: FrozenSet[str]) -> Optional[str]:
    """The one flag to speak of now: the first in `ORDER` of those that are new."""
    return next((flag for flag in ORDER if flag in flags and flag not in said), None)
