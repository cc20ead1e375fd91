"""The list of the rules, and running them."""

from __future__ import annotations

from typing import Callable, Iterable, List, Tuple

from bot.core.review import (
    abroad,
    agents,
    basics,
    copies,
    discrimination,
    fees,
    first_time,
    hours,
    minimum_wage,
    minors,
    outside_contact,
    pay_level,
    scam,
    wage_cases,
)
from bot.core.review.facts import BLOCK, Background, Facts, Finding

Rule = Callable[[Facts, Background], Iterable[Finding]]
RULES: Tuple[Rule, ...] = (
    scam.check,
    fees.check,
    abroad.check,
    minors.check,
    wage_cases.check,
    copies.check,
    outside_contact.check,
    agents.check,
    discrimination.check,
    hours.check,
    pay_level.check,
    minimum_wage.check,
    basics.check,
    first_time.check,
)


def review(facts: Facts, background: Background) -> List[Finding]:
    """Everything found, what staff must look at first."""
    found = [finding for rule in RULES for finding in rule(facts, background)]
    return sorted(found, key=lambda finding: finding.severity != BLOCK)


def blocks(findings: Iterable[Finding]) -> List[Finding]:
    """Those that keep a posting from going live by itself."""
    return [finding for finding in findings if finding.severity == BLOCK]
