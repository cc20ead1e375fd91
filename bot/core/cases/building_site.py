"""Building sites: the general contractor pays first, whoever hired the workers."""

from __future__ import annotations

from typing import List

from bot.core.cases import routes
from bot.core.cases.facts import HOME, INJURY, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route

KIND = "building_site"


def applies(facts: Facts) -> bool:
    """Not a house that a family has built by itself: there is no general contractor."""
    return facts.kind != INJURY and facts.building and facts.directed != HOME


def ways(facts: Facts, law: LawBook) -> List[Route]:
    """The contractor's pay officer first (named on the board at the gate), then the authorities."""
    contractor = Route(
        routes.CONTRACTOR,
        "分包、包工头欠的，由总包先行清偿；名字电话在工地维权告示牌上",
        ("contractor_pays_first", "given_to_a_person", "notice_board", "pay_officer"),
    )
    authority = Route(
        routes.AUTHORITY,
        "挂靠、违法分包转包导致的欠薪由主管部门督办",
        ("building_authority", "right_to_complain"),
    )
    return [contractor, routes.inspection(), authority]
