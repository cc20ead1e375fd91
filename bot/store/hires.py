"""Hires: finding them, moving them on, and counting seats so that no posting is ever over-hired."""

from __future__ import annotations

from datetime import datetime
from typing import List, Optional, Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.core import hire
from bot.core.hire import Event, State
from bot.store.people import Employer
from bot.store.work import Hire, HireEvent, Posting

SEATS = "seats"  # the actor where the last seat went to somebody else
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and O: they read as 1 and 0


class NoSeat(Exception):
    """The posting has not that many seats left; nothing was changed."""


def code_for(hire_id: int) -> str:
    """“A10” … “Z99”: short to type, not repeated within 2,160 hires."""
    return f"{_LETTERS[(hire_id // 90) % len(_LETTERS)]}{10 + hire_id % 90}"


def add(
    session: Session,
    posting_id: int,
    worker_id: int,
    now: datetime,
    remind_at: datetime,
    expires_at: datetime,
    people: int = 1,
):
    """A new offer, of so many people who come together.

    The unique index refuses a second one while the first is still on (IntegrityError)."""
    row = Hire(
        posting_id=posting_id,
        worker_id=worker_id,
        code="",
        state=State.OFFERED.value,
        people=people,
        offered_at=now,
        remind_at=remind_at,
        expires_at=expires_at,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    row.code = code_for(row.id)
    session.add(_event(row, "offer", "", row.state, "worker", now))
    return row


def move(session: Session, row: Hire, event: Event, actor: str, now: datetime) -> State:
    """Moves a hire on, and the posting's seats with it.

    Raises hire.IllegalMove or NoSeat; the row was locked by the caller (`get_locked`).
    """
    before = State(row.state)
    after = hire.after(before, event)
    if after in hire.SEATED and before not in hire.SEATED:
        _take_seats(session, row)
    if before in hire.SEATED and after not in hire.SEATED:
        _free_seats(session, row)
    row.state, row.updated_at = after.value, now
    if event == Event.CONFIRM:
        row.confirmed_at = now
    session.add(_event(row, event.value, before.value, after.value, actor, now))
    session.flush()
    return after


def _take_seats(session: Session, hire: Hire) -> None:
    # One guarded statement: whatever runs beside it, the count cannot pass the headcount.
    done = session.execute(
        update(Posting)
        .where(Posting.id == hire.posting_id, Posting.seats_taken + hire.people <= Posting.headcount)
        .values(seats_taken=Posting.seats_taken + hire.people)
        .execution_options(synchronize_session="fetch")
    )
    if done.rowcount != 1:
        raise NoSeat(hire.posting_id)


def _free_seats(session: Session, hire: Hire) -> None:
    session.execute(
        update(Posting)
        .where(Posting.id == hire.posting_id, Posting.seats_taken >= hire.people)
        .values(seats_taken=Posting.seats_taken - hire.people)
        .execution_options(synchronize_session="fetch")
    )


def _event(row: Hire, event: str, before: str, after: str, actor: str, now: datetime) -> HireEvent:
    return HireEvent(hire_id=row.id, event=event, state_before=before, state_after=after, actor=actor, at=now)


def get_locked(session: Session, hire_id: int) -> Optional[Hire]:
    """The row as it is now, locked until the transaction ends."""
    query = select(Hire).where(Hire.id == hire_id).with_for_update().execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def open_questions(session: Session, person_id: int) -> List[Hire]:
    """What this person, as an employer, was asked and has not answered; oldest first."""
    query = (
        select(Hire)
        .join(Posting, Posting.id == Hire.posting_id)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Employer.person_id == person_id, Hire.state == State.OFFERED.value)
    )
    return list(session.execute(query.order_by(Hire.id)).scalars())


def of_worker(session: Session, worker_id: int, states: List[State]) -> List[Hire]:
    """The worker's hires in these states, soonest work first."""
    query = (
        select(Hire)
        .join(Posting, Posting.id == Hire.posting_id)
        .where(Hire.worker_id == worker_id, Hire.state.in_([state.value for state in states]))
    )
    return list(session.execute(query.order_by(Posting.date_from, Hire.id)).scalars())


def of_posting(session: Session, posting_id: int, states: List[State]) -> List[Hire]:
    """The posting's hires in these states, oldest first."""
    query = select(Hire).where(Hire.posting_id == posting_id, Hire.state.in_([s.value for s in states]))
    return list(session.execute(query.order_by(Hire.id)).scalars())


def get_all_locked(session: Session, hire_ids: Sequence[int]) -> List[Hire]:
    """Several rows, locked in the order of their ids: two who lock the same ones never wait for each other."""
    rows = [get_locked(session, key) for key in sorted(set(hire_ids))]
    return [row for row in rows if row is not None]


def refused_for_seats(session: Session, posting_id: int) -> List[Hire]:
    """Those who were told that it was full, in the order in which they had asked."""
    query = (
        select(Hire)
        .join(HireEvent, HireEvent.hire_id == Hire.id)
        .where(
            Hire.posting_id == posting_id,
            Hire.state == State.DECLINED.value,
            HireEvent.event == Event.DECLINE.value,
            HireEvent.actor == SEATS,
        )
    )
    return list(session.execute(query.order_by(Hire.id)).scalars())


def postings_of(session: Session, worker_id: int) -> List[int]:
    """Every posting that the worker has ever asked for."""
    return list(
        session.execute(select(Hire.posting_id).where(Hire.worker_id == worker_id).distinct()).scalars()
    )


def times_in(session: Session, worker_id: int, states: List[State]) -> int:
    """How often the worker's hires stand in these states (the record that an employer is shown)."""
    query = select(Hire.id).where(Hire.worker_id == worker_id, Hire.state.in_([s.value for s in states]))
    return len(session.execute(query).all())


def times_late(session: Session, worker_id: int) -> int:
    """How often the worker took a hire back at the last moment."""
    query = select(Hire.id).where(Hire.worker_id == worker_id, Hire.late.is_(True))
    return len(session.execute(query).all())
