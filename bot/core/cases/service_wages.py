"""Pay for work that is perhaps no labour relation: for a family, by the piece in one's own way, past pension age."""

from __future__ import annotations

from typing import List

from bot.core.cases import routes
from bot.core.cases.facts import HOME, INJURY, OWN_WAY, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route

KIND = "service_wages"
_WHO_DECIDES = "算劳动关系还是劳务关系，由仲裁委、法院定"


def applies(facts: Facts) -> bool:
    """Said by the worker, never concluded from age alone (see `over_age`)."""
    return facts.kind != INJURY and facts.directed in (HOME, OWN_WAY)


def over_age(facts: Facts, law: LawBook) -> bool:
    """True from 60 on: some of these are service relations. Both ways stay open."""
    return facts.age is not None and facts.age >= law.number("retirement_age", "age")


def ways(facts: Facts, law: LawBook) -> List[Route]:
    """Mediation, then the court; arbitration only where somebody sees a labour relation in it."""
    rules = ("no_labour_dispute",) if facts.directed == HOME else ("mediated_sum",)
    court = Route(routes.COURT, "劳务报酬，调解不成向法院起诉", (*rules, "mediated_sum"), _WHO_DECIDES)
    return [routes.mediation("给家庭、个人干的活，先请街道乡镇调解"), court, routes.legal_aid()]


def doubt(facts: Facts, law: LawBook) -> str:
    """For the case page."""
    rules = [law["pension_drawn"], law["retirement_age"]]
    told = "；".join(f"{rule.cited}：{rule.says}" for rule in rules)
    return f"60岁以上：{told}。{_WHO_DECIDES}，先按劳动关系去投诉也可以" if over_age(facts, law) else ""
