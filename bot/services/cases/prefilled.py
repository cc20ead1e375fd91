"""A case that opens out of a hire: employer, days and pay are known already."""

from __future__ import annotations

from typing import Any, Mapping, Optional

from sqlalchemy import select

from bot.core.cases.facts import WAGE
from bot.core.cases.told import figures
from bot.services.cases import ending, intake, progress, questions, records, wages
from bot.services.talk import Talk
from bot.store.help import Case
from bot.store.work import Hire


def open_prefilled(talk: Talk, hire: Hire, facts: Mapping[str, Any], did: str = "") -> Case:
    """“没给钱” after a hire: opens the case (or takes up the hire's own) and asks only what is missing.

    `facts`, each optional: employer_name, employer_phone, place (code), place_name, trade, date_from and date_to (ISO),
    days, day_pay (yuan), amount_owed (yuan). `did` names the work (“昨天光谷小工”).
    """
    case = _of_hire(talk, hire.id)
    new = case is None
    if case is None:
        case = records.open_(talk, WAGE, {}, hire.id)
    known = {name: value for name, value in facts.items() if value is not None}
    case.facts = {**known, **case.facts}
    intake.add(talk, case)  # “还差我两百”: what the same message tells beside
    case.facts = _counted(case.facts)
    talk.state.settle()
    opened = "utter_case_of_hire" if did else "utter_case_opened"
    talk.say(opened if new else "utter_case_added", number=records.number(case), did=did)
    wages.take_stock(talk, case)
    questions.go_on(talk, case)
    return case


def number_of_hire(talk: Talk, hire_id: int) -> str:
    """The number of the case about a hire; empty where there is none."""
    case = _of_hire(talk, hire_id)
    return records.number(case) if case else ""


def paid_since(talk: Talk, hire_id: int) -> None:
    """The worker says that he has been paid after all: his own word ends his part of the case."""
    case = _of_hire(talk, hire_id)
    if case is not None and progress.is_open(case):
        records.note(talk, case, "says_paid")
        ending.settle_paid(talk, case)


def _of_hire(talk: Talk, hire_id: int) -> Optional[Case]:
    query = select(Case).where(Case.hire_id == hire_id).order_by(Case.id.desc())
    return talk.session.execute(query).scalars().first()


def _counted(facts: dict) -> dict:
    total = figures.counted(facts.get("days"), facts.get("day_pay"))
    return {**facts, "amount_counted": total} if total and not facts.get("amount_owed") else facts
