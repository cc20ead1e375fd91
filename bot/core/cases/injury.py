"""An injury at work: recognition by the social insurance authority, whoever applies."""

from __future__ import annotations

from typing import List

from bot.core.cases import routes
from bot.core.cases.facts import INJURY, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route

KIND = "injury"


def applies(facts: Facts) -> bool:
    """Cases that were opened as an injury."""
    return facts.kind == INJURY


def ways(facts: Facts, law: LawBook) -> List[Route]:
    """The employer within 30 days, else the worker or the family within a year."""
    why = "单位30日内申请工伤认定；单位不申请的，本人、近亲属或工会1年内可直接申请"
    rules = ("injury_employer", "injury_papers", "injury_burden", "injury_decided", "injury_uninsured")
    return [Route(routes.SOCIAL, why, rules, "算不算工伤由社会保险行政部门认定"), routes.legal_aid()]
