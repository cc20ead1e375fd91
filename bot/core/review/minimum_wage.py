"""Pay below the place's minimum wage; where no figure is at hand, that is said instead of guessed."""

from __future__ import annotations

from typing import Iterator, Optional

from bot.core.review.facts import BLOCK, NOTE, Background, Facts, Finding
from bot.core.wording import yuan

_LAW = "劳动法第四十八条：支付劳动者的工资不得低于当地最低工资标准"
_HOURS_A_DAY = 8


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    pay = facts.wage_max if facts.wage_max is not None else facts.wage_min
    if pay is None or facts.wage_unit not in ("hour", "day", "month"):
        return
    least = _least(facts.wage_unit, background)
    if least is None:
        yield Finding("minimum_wage_unknown", NOTE, "没有当地最低工资的数字，这一项没有核对", _LAW)
    elif pay < least:
        yield Finding(
            "minimum_wage",
            BLOCK,
            f"低于当地最低工资：给{yuan(pay)}元，最低{yuan(least)}元",
            _LAW,
            f"工钱不能低于当地最低工资{yuan(least)}元",
        )


def _least(unit: str, background: Background) -> Optional[int]:
    """In fen for the unit; a day's work is eight hours of it."""
    if unit == "month":
        return background.least_month
    if background.least_hour is None:
        return None
    return background.least_hour * (_HOURS_A_DAY if unit == "day" else 1)
