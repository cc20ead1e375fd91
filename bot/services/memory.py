"""What a talk stands at when a message comes in: the stored state, and what was told out of turn since."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import NamedTuple, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core import promise_words
from bot.services.state import (
    ABOUT_LASTS,
    ABOUT_POSTING,
    CASE,
    CHOICE,
    DANGER,
    MORE,
    OFFERS,
    PAID,
    TalkState,
)
from bot.store import hires, promises
from bot.store.messages import Conversation, ToldList
from bot.store.promises import Prompt

_KEEPS = (CASE,)  # its answers may look like those to an older question


class Heard(NamedTuple):
    """A message that is to be answered: its words decide to which open question it belongs. `at` is UTC."""

    text: str
    at: datetime


def state_of(
    session: Session, person_id: int, now: datetime, lock: bool = False, heard: Optional[Heard] = None
) -> TalkState:
    """The state as it counts now. `lock`: nobody else changes this talk until the transaction ends."""
    row = session.get(Conversation, person_id, with_for_update=lock or None, populate_existing=lock)
    state = TalkState.of(row.state if row else None)
    _forget_what_is_over(state, now)
    _take_told_list(session, person_id, state)
    if _asked_about_workers(session, person_id, state):
        state.expecting = OFFERS
        _take_told_offers(session, person_id, state, now)
    if heard:
        _take_prompt(session, person_id, state, heard)
    return state


def save(session: Session, person_id: int, state: TalkState, now: datetime) -> None:
    """Into the row that the transaction has locked."""
    if state.behind is not None:
        state.settle()
    if state.expecting and state.asked_at is None:
        state.asked_at = now.isoformat()
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
    if state.expecting in (None, MORE):
        state.ask(CHOICE)
        state.asked_at = row.told_at.isoformat()


def _asked_about_workers(session: Session, person_id: int, state: TalkState) -> bool:
    """Open questions to an employer count unless something else was asked after them."""
    if state.expecting not in (None, MORE, OFFERS, CHOICE, *ABOUT_POSTING):
        return False
    questions = hires.open_questions(session, person_id)
    if not questions or state.expecting in (None, MORE, OFFERS):
        return bool(questions)
    asked = _listed_at(state) if state.expecting == CHOICE else datetime.fromisoformat(state.pending["since"])
    return _newest(questions) > asked


def _take_told_offers(session: Session, person_id: int, state: TalkState, now: datetime) -> None:
    """A numbered list of workers that was told out of turn, unless one was shown since."""
    rows = [row for row in promises.live_prompts(session, person_id, now) if row.kind == OFFERS]
    if rows and _after(rows[0].asked_at, state.asked_at if state.pending.get("listed") else None):
        state.pending, state.asked_at = {"listed": list(rows[0].hires)}, rows[0].asked_at.isoformat()


def _take_prompt(session: Session, person_id: int, state: TalkState, heard: Heard) -> None:
    """The question out of turn that this message answers; “1” belongs to whatever was asked last."""
    if state.expecting == DANGER:
        return
    since, text = _asked_last(session, person_id, state), unicodedata.normalize("NFKC", heard.text)
    for row in promises.live_prompts(session, person_id, heard.at):
        said = promise_words.read(row.kind, text) if row.kind in promise_words.KINDS else None
        newer = row.asked_at <= heard.at and _after(row.asked_at, since)
        if said and _belongs(said.weight, row, newer, state.expecting in _KEEPS):
            state.put_in_front(row.kind, prompt=row.id)
            return


def _may_change(row: Prompt) -> bool:
    """Unanswered; wages that were not paid may be paid later."""
    return (
        row.answered_at is None or row.kind == PAID and row.answer in (promise_words.TWO, promise_words.LATER)
    )


def _belongs(weight: int, row: Prompt, newer: bool, kept: bool) -> bool:
    """`newer`: asked after the talk's own question; `kept`: that one takes whatever could be meant for it."""
    if weight == promise_words.BARE:
        return newer and row.answered_at is None
    if kept and not newer:
        return False
    return weight == promise_words.PLAIN or _may_change(row)


def _asked_last(session: Session, person_id: int, state: TalkState) -> Optional[str]:
    """When the talk's own question was put (ISO 8601 UTC); None where there is none."""
    if state.expecting != OFFERS:
        return state.asked_at if state.expecting else None
    newest = max((row.offered_at for row in hires.open_questions(session, person_id)), default=None)
    stamps = [state.asked_at if state.pending.get("listed") else None, newest and newest.isoformat()]
    return max(filter(None, stamps), default=None)


def _after(moment: datetime, stamp: Optional[str]) -> bool:
    return stamp is None or moment > datetime.fromisoformat(stamp)


def _newest(questions: list) -> datetime:
    return max(row.offered_at for row in questions)


def _listed_at(state: TalkState) -> datetime:
    return datetime.fromisoformat(str(state.listed_at))
