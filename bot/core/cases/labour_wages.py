"""Wages owed by a company, a shop, a workshop: the usual case, and what is taken where nothing speaks against it."""

from __future__ import annotations

from typing import List

from bot.core.cases import routes
from bot.core.cases.facts import INJURY, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route

KIND = "labour_wages"


def applies(facts: Facts) -> bool:
    """Any wage case may be one: only the arbitration commission and the courts decide."""
    return facts.kind != INJURY


def ways(facts: Facts, law: LawBook) -> List[Route]:
    """Inspection first (it investigates by itself), then arbitration; talks and legal help beside them."""
    found = [routes.inspection(), routes.arbitration(), routes.mediation(), routes.legal_aid()]
    if crime_possible(facts, law):
        found.append(police())
    return found


def crime_possible(facts: Facts, law: LawBook) -> bool:
    """True where the sum reaches the lower bound of the span and the employer has fled: for staff to look at."""
    if "fled" not in facts.flags or facts.amount is None:
        return False
    rule = law["crime_threshold"].numbers
    if facts.people >= rule["many_people"]:
        return facts.amount >= rule["many_yuan"]
    return facts.amount >= rule["one_yuan"] and months(facts) >= rule["one_months"]


def months(facts: Facts) -> int:
    """Whole months of the period, 0 where it is unknown."""
    if not (facts.started and facts.ended):
        return 0
    return round(((facts.ended - facts.started).days + 1) / 30.4)


def police() -> Route:
    """Only after an order to pay, handed over by the labour authority; never promised to the worker."""
    return Route(
        routes.POLICE,
        "逃匿且数额够到幅度下限：人社部门责令支付后仍不付的，移送公安",
        ("crime", "crime_threshold", "crime_flight"),
        "够不够罪由公安、法院定；本省具体数额要核",
    )
