"""All that the rules say about one case: which kinds it may be, where to go in which order, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import List, Tuple

from bot.core.cases import building_site, injury, iou, labour_wages, service_wages
from bot.core.cases.clocks import Clock, clocks
from bot.core.cases.facts import LIMIT, MANY, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route
from bot.core.cases.urgency import flags_of

KINDS = (injury, service_wages, building_site, iou, labour_wages)  # the special ones first


@dataclass(frozen=True)
class Advice:
    """`kinds`: what it may be, likeliest first. `routes`: in the order to go. `notes`: for staff."""

    kinds: Tuple[str, ...]
    routes: Tuple[Route, ...]
    clocks: Tuple[Clock, ...]
    flags: frozenset
    notes: Tuple[str, ...]


def advise(facts: Facts, law: LawBook, today: date) -> Advice:
    """Facts in, routes and clocks out; the same institution is named once."""
    kinds = [kind for kind in KINDS if kind.applies(facts)]
    ways: List[Route] = []
    for kind in kinds:
        known = {way.to for way in ways}
        ways += [way for way in kind.ways(facts, law) if way.to not in known]
    running = clocks(facts, law)
    flags = flags_of(facts, running, law, today)
    notes = _notes(facts, law, running, flags, today)
    return Advice(tuple(kind.KIND for kind in kinds), tuple(ways), tuple(running), flags, tuple(notes))


def _notes(facts: Facts, law: LawBook, running: List[Clock], flags: frozenset, today: date) -> List[str]:
    notes = [service_wages.doubt(facts, law)]
    if facts.people >= law.number("representatives", "people"):
        notes.append(_cited(law, "representatives"))
    if MANY in flags:
        notes.append(_cited(law, "mass_incident"))
    if LIMIT in flags:
        notes.append(_cited(law, "legal_aid_at_once"))
    if any(clock.passed(today) for clock in running):
        notes.append(f"有期限可能已过，别一口回绝：{_cited(law, 'arbitration_limit')}")
    if facts.on_behalf:
        notes.append(_cited(law, "proxy"))
    if facts.age is not None and facts.age < law.number("young_workers", "age"):
        notes += [_cited(law, "no_child_labour"), _cited(law, "report_child_labour")]
    return [note for note in notes if note]


def _cited(law: LawBook, rule_id: str) -> str:
    rule = law[rule_id]
    return f"{rule.cited}：{rule.says}"
