"""A written acknowledgement of the debt opens the way straight to the court."""

from __future__ import annotations

from typing import List

from bot.core.cases import routes
from bot.core.cases.facts import INJURY, IOU, Facts
from bot.core.cases.law import LawBook
from bot.core.cases.routes import Route

KIND = "iou"


def applies(facts: Facts) -> bool:
    """True where the worker holds one."""
    return facts.kind != INJURY and (IOU in facts.agreed or IOU in facts.proof)


def ways(facts: Facts, law: LawBook) -> List[Route]:
    """The court, also by a payment order."""
    why = "凭工资欠条可直接起诉，不涉及其他争议的按普通民事纠纷受理；也可申请支付令"
    return [Route(routes.COURT, why, ("iou_to_court", "payment_order", "property_held"))]
