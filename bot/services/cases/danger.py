"""Injuries and people in danger: first what to do now, never a form question."""

from __future__ import annotations

from bot.core.cases.facts import CRISIS, INJURY, WAGE
from bot.services.cases import intake, records, urgent, wages
from bot.services.hand_off import escalate
from bot.services.state import DANGER
from bot.services.talk import Talk
from bot.store.help import Case

_FOLLOW = {CRISIS: "utter_crisis_follow", INJURY: "utter_injury_follow"}
_LEVEL = {CRISIS: 0, INJURY: 1}


def injury(talk: Talk) -> None:
    """First what to do now; no form questions."""
    case = _record(talk, INJURY)
    talk.say("utter_injury", number=records.number(case))
    if wages.speaks_of_pay(talk):
        _keep_wages_too(talk)


def crisis(talk: Talk) -> None:
    """Somebody may be in danger: calm, humane, short; never a form question. Staff see it on top."""
    _record(talk, CRISIS)
    talk.say("utter_crisis")


def in_danger(talk: Talk) -> None:
    """What is written in the hours after: it belongs to that, goes to staff, and is never met with a form."""
    case = talk.session.get(Case, talk.state.pending["case"])
    escalate(talk, case.kind)
    intake.add(talk, case)
    talk.state.pending["since"] = talk.now.isoformat()
    talk.say(_FOLLOW[case.kind])
    if talk.turn.task == WAGE or wages.speaks_of_pay(talk):
        _keep_wages_too(talk)


def _record(talk: Talk, kind: str) -> Case:
    case = records.current(talk, kind) or records.open_(talk, kind)
    case.urgency = _LEVEL[kind]
    escalate(talk, kind)
    intake.add(talk, case)
    talk.state.ask(DANGER, case=case.id, since=talk.now.isoformat())
    return case


def _keep_wages_too(talk: Talk) -> None:
    """Two troubles in one message: neither is dropped."""
    case = records.for_debtor(talk, talk.turn.get("employer_name")) or records.open_(talk, WAGE)
    intake.add(talk, case)
    case.urgency = urgent.advice_for(talk, case).flags and 1 or case.urgency
    escalate(talk, WAGE, case.urgency)
    talk.say("utter_wages_too", number=records.number(case))
