"""Handing a talk to a person: an escalation row, and an honest word about what happens next."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.talk import Talk
from bot.store.help import Escalation

# How urgent each reason is: 0 life in danger, 9 can wait.
URGENCY = {
    "crisis": 0,
    "injury": 1,
    "wage_dispute": 2,
    "report_posting": 3,
    "asked": 4,
    "post_job": 4,
    "complaint": 5,
    "delete_my_data": 5,
    "question": 6,
    "not_understood": 6,
    "failed": 3,
    "case_overdue": 2,
    "case_not_paid": 1,
}
MISSES_BEFORE_HELP = 2


def escalate(talk: Talk, reason: str, urgency: Optional[int] = None) -> Escalation:
    """Opens a row for staff; one open row a person and reason is enough. `urgency`: more urgent than usual."""
    row = call_staff(talk.session, talk.person.id, reason, talk.now, urgency)
    row.inbound_id = talk.turn.inbound_id
    return row


def call_staff(
    session: Session, person_id: int, reason: str, now: datetime, urgency: Optional[int] = None
) -> Escalation:
    """The same where nobody has written just now. An open row only ever becomes more urgent."""
    row, level = _open_row(session, person_id, reason), URGENCY[reason] if urgency is None else urgency
    if row is None:
        row = Escalation(person_id=person_id, reason=reason, urgency=level, created_at=now)
        session.add(row)
    row.urgency = min(row.urgency, level)
    return row


def _open_row(session: Session, person_id: int, reason: str) -> Optional[Escalation]:
    query = select(Escalation).where(
        Escalation.person_id == person_id, Escalation.reason == reason, Escalation.state == "open"
    )
    return session.execute(query).scalars().first()


def to_a_person(talk: Talk) -> None:
    """“转人工”."""
    escalate(talk, "asked")
    talk.state.misses = 0
    talk.say("utter_handed_over")


def not_understood(talk: Talk) -> None:
    """Asks back with examples once; the second time in a row a person is called."""
    talk.state.misses += 1
    if talk.state.misses < MISSES_BEFORE_HELP:
        talk.say("utter_not_understood_employer" if talk.employer else "utter_not_understood")
        return
    escalate(talk, "not_understood")
    talk.say("utter_not_understood_handed_over")
