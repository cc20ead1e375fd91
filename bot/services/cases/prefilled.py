"""A case that opens out of a hire: employer, days and pay are known already."""

from __future__ import annotations

from typing import Any, Mapping

from sqlalchemy import select

from bot.core.cases.facts import WAGE
from bot.core.cases.told import figures
from bot.services.cases import questions, records, wages
from bot.services.talk import Talk
from bot.store.help import Case
from bot.store.work import Hire


def open_prefilled(talk: Talk, hire: Hire, facts: Mapping[str, Any]) -> Case:
    """“没给钱” after a hire: opens the case (or takes up the hire's own) and asks only what is missing.

    `facts`, each optional: employer_name, employer_phone, place (code), place_name, trade, date_from and date_to (ISO),
    days, day_pay (yuan), amount_owed (yuan).
    """
    case = talk.session.execute(select(Case).where(Case.hire_id == hire.id)).scalars().first()
    new = case is None
    if case is None:
        case = records.open_(talk, WAGE, {}, hire.id)
    known = {name: value for name, value in facts.items() if value is not None}
    case.facts = _counted({**known, **case.facts})
    talk.state.settle()
    talk.say("utter_case_opened" if new else "utter_case_added", number=records.number(case))
    wages.take_stock(talk, case)
    questions.go_on(talk, case)
    return case


def _counted(facts: dict) -> dict:
    total = figures.counted(facts.get("days"), facts.get("day_pay"))
    return {**facts, "amount_counted": total} if total and not facts.get("amount_owed") else facts
