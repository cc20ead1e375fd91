"""What a talk stands at when a message comes in: the stored state, and what was told out of turn since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.state import ABOUT_LASTS, ABOUT_POSTING, CHOICE, OFFERS, TalkState
from bot.store import hires
from bot.store.messages import Conversation, ToldList


def state_of(session: Session, person_id: int, now: datetime, lock: bool = False) -> TalkState:
    """The state as it counts now. `lock`: nobody else changes this talk until the transaction ends."""
    row = session.get(Conversation, person_id, with_for_update=lock or None, populate_existing=lock)
    state = TalkState.of(row.state if row else None)
    _forget_what_is_over(state, now)
    _take_told_list(session, person_id, state)
    if _asked_about_workers(session, person_id, state):
        state.expecting = OFFERS
    return state


def save(session: Session, person_id: int, state: TalkState, now: datetime) -> None:
    """Into the row that the transaction has locked."""
    row = session.get(Conversation, person_id)
    row.state, row.updated_at = state.as_dict(), now
    session.flush()


def told(session: Session, person_id: int, postings: list, now: datetime) -> None:
    """Notes a list that is told to somebody who did not write just now."""
    session.add(ToldList(person_id=person_id, postings=postings, told_at=now))


def _forget_what_is_over(state: TalkState, now: datetime) -> None:
    if state.expecting in ABOUT_LASTS and not state.still_about(now):
        state.settle()


def _take_told_list(session: Session, person_id: int, state: TalkState) -> None:
    """A newer list replaces the one before it, but never the question that is open about something else."""
    query = select(ToldList).where(ToldList.person_id == person_id).order_by(ToldList.id.desc()).limit(1)
    row = session.execute(query).scalar_one_or_none()
    if row is None or row.id <= state.told or state.listed_at and row.told_at < _listed_at(state):
        return
    state.told, state.listed, state.listed_at = row.id, list(row.postings), row.told_at.isoformat()
    state.seen += [key for key in row.postings if key not in state.seen]
    if state.expecting is None:
        state.ask(CHOICE)


def _asked_about_workers(session: Session, person_id: int, state: TalkState) -> bool:
    """Open questions to an employer count unless something else was asked after them."""
    if state.expecting not in (None, OFFERS, CHOICE, *ABOUT_POSTING):
        return False
    questions = hires.open_questions(session, person_id)
    if not questions or state.expecting in (None, OFFERS):
        return bool(questions)
    asked = _listed_at(state) if state.expecting == CHOICE else datetime.fromisoformat(state.pending["since"])
    return _newest(questions) > asked


def _newest(questions: list) -> datetime:
    return max(row.offered_at for row in questions)


def _listed_at(state: TalkState) -> datetime:
    return datetime.fromisoformat(str(state.listed_at))
