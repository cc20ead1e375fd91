"""Cases of people: who joined one, and the questions that are asked of the tables."""

from __future__ import annotations

from datetime import datetime
from typing import Any, List, Optional

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, UniqueConstraint, select
from sqlalchemy.orm import Session

from bot.core.cases.states import ENDS
from bot.store.base import PERSONAL, Base, UtcTime
from bot.store.help import Case, CaseEvent, Escalation

_ENDED = tuple(end.value for end in ENDS) + ("closed",)


class CaseMember(Base):
    """Somebody else who was not paid by the same debtor. `amount` in yuan, None where it is not told."""

    __tablename__ = "case_members"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)
    id = Column(Integer, primary_key=True)
    case_id = Column(ForeignKey("cases.id"), nullable=False, index=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    name = Column(String(40), nullable=False, default="", info=PERSONAL)
    amount = Column(Integer)
    paid = Column(Boolean, nullable=False, default=False)
    at = Column(UtcTime, nullable=False)


class Contact(Base):
    """Whom to ring or visit, as staff imported it. `place_code` of a county, a city or the province."""

    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("institution", "kind", "place_code"),)
    id = Column(Integer, primary_key=True)
    institution = Column(String(80), nullable=False)
    kind = Column(String(20), nullable=False, index=True)
    place_code = Column(String(6), nullable=False, index=True)
    phone = Column(String(40), nullable=False, default="")
    address = Column(String(120), nullable=False, default="")
    hours = Column(String(60), nullable=False, default="")
    source = Column(String(200), nullable=False)
    checked = Column(String(10), nullable=False)


def still_open() -> Any:
    """The condition for cases in which something is to be done."""
    return Case.state.notin_(_ENDED)


def of_person(session: Session, person_id: int) -> List[Case]:
    """The person's own cases and those that he joined, newest first."""
    joined = select(CaseMember.case_id).where(CaseMember.person_id == person_id)
    query = select(Case).where((Case.person_id == person_id) | Case.id.in_(joined))
    return session.execute(query.order_by(Case.id.desc())).scalars().all()


def members(session: Session, case_id: int) -> List[CaseMember]:
    """Who joined, in that order."""
    query = select(CaseMember).where(CaseMember.case_id == case_id)
    return session.execute(query.order_by(CaseMember.id)).scalars().all()


def member(session: Session, case_id: int, person_id: int) -> Optional[CaseMember]:
    """This person's part in the case, or None."""
    query = select(CaseMember).where(CaseMember.case_id == case_id, CaseMember.person_id == person_id)
    return session.execute(query).scalar_one_or_none()


def by_join_code(session: Session, code: str) -> Optional[Case]:
    """The open case that goes by this code."""
    query = select(Case).where(Case.join_code == code, still_open()).order_by(Case.id.desc())
    return session.execute(query).scalars().first()


def locked(session: Session, case_id: int) -> Optional[Case]:
    """The case, held until the end of the transaction."""
    return session.get(Case, case_id, with_for_update=True, populate_existing=True)


def log(
    session: Session, case: Case, what: str, detail: str, now: datetime, inbound_id: Optional[int] = None
) -> CaseEvent:
    """Adds to the case's log, whose rows are never changed."""
    row = CaseEvent(case_id=case.id, what=what, detail=detail[:2000], inbound_id=inbound_id, at=now)
    session.add(row)
    session.flush()
    return row


def drop_twins(session: Session, keep_id: int, other_id: int) -> None:
    """Two persons turn out to be one: in a case of which one is already part, the other's part goes."""
    for row in session.execute(
        select(CaseMember).where(CaseMember.person_id.in_((keep_id, other_id)))
    ).scalars():
        spare = {keep_id: other_id, other_id: keep_id}[row.person_id]
        own = session.get(Case, row.case_id).person_id == spare
        if own or row.person_id == other_id and member(session, row.case_id, keep_id):
            session.delete(row)
    session.flush()


def settle_calls(session: Session, person_id: int, reasons: List[str]) -> None:
    """Staff have taken it up: the calls for help that belong to it are done."""
    query = select(Escalation).where(
        Escalation.person_id == person_id, Escalation.reason.in_(reasons), Escalation.state == "open"
    )
    for row in session.execute(query).scalars():
        row.state = "done"
