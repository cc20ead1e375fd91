"""Wage disputes, injuries and people in danger: recorded at once, whatever is missing."""
from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Dict, List, Optional

from sqlalchemy import select

from bot.core.refine import leaves_open
from bot.services.hand_off import escalate
from bot.services.state import CASE
from bot.services.talk import Talk
from bot.store.help import Case, CaseEvent

WAGE, INJURY, CRISIS = "wage_dispute", "injury", "crisis"
JOINED_WITHIN = timedelta(days=60)
_ASKED = ("employer_name", "amount_owed", "place", "period")  # in this order, one at a time
_KEPT = (
    "employer_name", "amount_owed", "people_owed", "place", "place_name", "trade",
    "wage_min", "wage_max", "wage_unit", "date_from", "date_to",
)  # fmt: skip
_SKIP = re.compile(r"不知道|不晓得|不清楚|记不|忘了|跳过|没有了?$|不想说|冇得|说不清|^无$")
_CARD = re.compile(r"(?<!\d)(?:\d{17}[\dxX]|\d{16}|\d{19})(?!\d)")


def open_wage_case(talk: Talk) -> None:
    """One sentence is enough: the case gets its number at once; then one short question at a time."""
    case = _current(talk, WAGE)
    new = case is None
    if case is None:
        case = _open(talk, WAGE)
        escalate(talk, WAGE)
    _add_facts(talk, case)
    question = _next_question(talk, case)
    talk.say("utter_case_opened" if new else "utter_case_added", number=number(case))
    _ask_or_finish(talk, case, question)


def take_case_fact(talk: Talk) -> None:
    """An answer to the case's open question, in whatever words; “不知道” is an answer too."""
    case = talk.session.get(Case, talk.state.pending["case"])
    asked = talk.state.pending["asked"]
    _add_facts(talk, case)
    if case.facts.get(asked) is None:
        words = talk.turn.text.strip()
        value = "不清楚" if _SKIP.search(words) or leaves_open(words) else mask_cards(words)[:60]
        case.facts = {**case.facts, asked: value}
    talk.say("utter_noted")
    _ask_or_finish(talk, case, _next_question(talk, case))


def injury(talk: Talk) -> None:
    """First what to do now; no form questions."""
    case = _current(talk, INJURY) or _open(talk, INJURY)
    escalate(talk, INJURY)
    _add_facts(talk, case)
    talk.state.settle()
    talk.say("utter_injury", number=number(case))


def crisis(talk: Talk) -> None:
    """Somebody may be in danger: calm, humane, short; never a form question. Staff see it on top."""
    case = _current(talk, CRISIS) or _open(talk, CRISIS)
    escalate(talk, CRISIS)
    _add_facts(talk, case)
    talk.state.settle()
    talk.say("utter_crisis")


def status(talk: Talk) -> None:
    """The true state of the person's own case."""
    case = _latest(talk)
    if case is None:
        talk.say("utter_no_case")
        return
    when = case.created_at.astimezone(talk.ctx.zone)
    talk.say("utter_case_status", number=number(case), day=f"{when.month}月{when.day}日")


def number(case: Case) -> str:
    """“W12”: what the person is given to ask by."""
    return f"W{case.id}"


def mask_cards(text: str) -> str:
    """Identity and bank card numbers are not kept."""
    return _CARD.sub("[证件号已隐去]", text)


def _open(talk: Talk, kind: str) -> Case:
    case = Case(
        person_id=talk.person.id, kind=kind, facts={}, created_at=talk.now, updated_at=talk.now
    )
    talk.session.add(case)
    talk.session.flush()
    _log(talk, case, "registered")
    return case


def _current(talk: Talk, kind: str) -> Optional[Case]:
    """The same trouble told again is joined, not doubled."""
    query = select(Case).where(
        Case.person_id == talk.person.id,
        Case.kind == kind,
        Case.state == "registered",
        Case.created_at > talk.now - JOINED_WITHIN,
    )
    return talk.session.execute(query.order_by(Case.id.desc())).scalars().first()


def _latest(talk: Talk) -> Optional[Case]:
    query = select(Case).where(Case.person_id == talk.person.id).order_by(Case.id.desc())
    return talk.session.execute(query).scalars().first()


def _add_facts(talk: Talk, case: Case) -> None:
    told: Dict[str, Any] = {k: talk.turn.get(k) for k in _KEPT if talk.turn.get(k) is not None}
    case.facts = {**case.facts, **told}
    case.updated_at = talk.now
    _log(talk, case, "told")


def _log(talk: Talk, case: Case, what: str) -> None:
    talk.session.add(
        CaseEvent(
            case_id=case.id,
            what=what,
            detail=mask_cards(talk.turn.text)[:2000],
            inbound_id=talk.turn.inbound_id,
            at=talk.now,
        )
    )


def _next_question(talk: Talk, case: Case) -> Optional[str]:
    facts = dict(case.facts)
    if facts.get("date_from") or facts.get("wage_min") is None and facts.get("period"):
        facts["period"] = facts.get("period") or facts.get("date_from")
    missing: List[str] = [name for name in _ASKED if facts.get(name) is None]
    return missing[0] if missing else None


def _ask_or_finish(talk: Talk, case: Case, question: Optional[str]) -> None:
    if question:
        talk.state.ask(CASE, case=case.id, asked=question)
        talk.say(f"utter_ask_case_{question}")
        return
    talk.state.settle()
    talk.say("utter_case_next_steps", number=number(case))


def period(case: Case) -> Optional[date]:
    """The day the trouble began, where the person told it."""
    told = case.facts.get("date_from")
    return date.fromisoformat(told) if told else None
