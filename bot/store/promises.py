"""What is due about a hire, what was asked about it out of turn, and how both sides found each other."""

from __future__ import annotations

from datetime import datetime
from typing import Collection, List, Optional

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, UniqueConstraint, select
from sqlalchemy.orm import Session

from bot.store.base import Base, JsonText, UtcTime
from bot.store.work import Hire, Posting


class Timer(Base):
    """Something that falls due about a hire. `done_at` is set in the transaction that does it: never done twice."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("hire_id", "kind"), Index("ix_timers_due", "done_at", "due_at"))
    id = Column(Integer, primary_key=True)
    hire_id = Column(ForeignKey("hires.id"), nullable=False)
    kind = Column(String(12), nullable=False)
    due_at = Column(UtcTime, nullable=False)
    done_at = Column(UtcTime)


class Prompt(Base):
    """A question asked out of turn. Read, never copied, into the talk of the person it was put to.

    `key` is that of the message which asked it; `kind` a value of the slot `expecting`; `hires` those it is about, in
    the order shown; `until` when an answer comes too late.
    """

    __tablename__ = "prompts"
    __table_args__ = (Index("ix_prompts_person", "person_id", "until"),)
    id = Column(Integer, primary_key=True)
    key = Column(String(100), unique=True, nullable=False)
    person_id = Column(ForeignKey("persons.id"), nullable=False)
    kind = Column(String(12), nullable=False, index=True)
    posting_id = Column(ForeignKey("postings.id"), nullable=False, index=True)
    hires = Column(JsonText, nullable=False)
    asked_at = Column(UtcTime, nullable=False)
    until = Column(UtcTime, nullable=False)
    answer = Column(String(12))
    answered_at = Column(UtcTime)


class Rating(Base):
    """How a hire went, by one side: 1 good, 2 so-so, 3 bad. `by` is worker or employer."""

    __tablename__ = "ratings"
    __table_args__ = (
        UniqueConstraint("hire_id", "by"),
        CheckConstraint("score BETWEEN 1 AND 3", name="score"),
    )
    id = Column(Integer, primary_key=True)
    hire_id = Column(ForeignKey("hires.id"), nullable=False)
    by = Column(String(10), nullable=False)
    score = Column(Integer, nullable=False)
    at = Column(UtcTime, nullable=False)


def plan(session: Session, hire_id: int, kind: str, due_at: datetime) -> None:
    """Sets the time of something, also of what was done before: then it is done again."""
    row = timer(session, hire_id, kind)
    if row is None:
        session.add(Timer(hire_id=hire_id, kind=kind, due_at=due_at))
    else:
        row.due_at, row.done_at = due_at, None
    session.flush()


def timer(session: Session, hire_id: int, kind: str) -> Optional[Timer]:
    """As it is now in the database."""
    query = select(Timer).where(Timer.hire_id == hire_id, Timer.kind == kind)
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def due_timers(session: Session, now: datetime, most: int) -> List[Timer]:
    """Not done yet, the longest due first."""
    query = select(Timer).where(Timer.done_at.is_(None), Timer.due_at <= now)
    return list(session.execute(query.order_by(Timer.due_at, Timer.id).limit(most)).scalars())


def live_prompts(session: Session, person_id: int, now: datetime) -> List[Prompt]:
    """Those that may still be answered or corrected, the newest first."""
    query = select(Prompt).where(Prompt.person_id == person_id, Prompt.until > now)
    return list(session.execute(query.order_by(Prompt.asked_at.desc(), Prompt.id.desc())).scalars())


def of_posting(session: Session, posting_id: int, kind: str) -> List[Prompt]:
    """Every question of a kind about a posting, oldest first."""
    query = select(Prompt).where(Prompt.posting_id == posting_id, Prompt.kind == kind)
    return list(session.execute(query.order_by(Prompt.id)).scalars())


def run_out(session: Session, kind: str, now: datetime) -> List[int]:
    """The postings of questions of a kind whose time has passed without an answer."""
    query = select(Prompt.posting_id).where(
        Prompt.kind == kind, Prompt.answered_at.is_(None), Prompt.until <= now
    )
    return list(session.execute(query.distinct()).scalars())


def prompt_locked(session: Session, prompt_id: int) -> Optional[Prompt]:
    """The row as it is now, locked until the transaction ends."""
    query = select(Prompt).where(Prompt.id == prompt_id).with_for_update()
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def rate(session: Session, hire_id: int, by: str, score: int, now: datetime) -> None:
    """The last word of a side counts."""
    query = select(Rating).where(Rating.hire_id == hire_id, Rating.by == by)
    row = session.execute(query).scalar_one_or_none()
    if row is None:
        row = Rating(hire_id=hire_id, by=by)
        session.add(row)
    row.score, row.at = score, now
    session.flush()


def scores_of_worker(session: Session, worker_id: int) -> List[int]:
    """What employers gave."""
    query = select(Rating.score).join(Hire, Hire.id == Rating.hire_id)
    return list(session.execute(query.where(Hire.worker_id == worker_id, Rating.by == "employer")).scalars())


def scores_of_employers(session: Session, employer_ids: Collection[int]) -> List[tuple]:
    """(employer id, score) of what workers gave."""
    query = (
        select(Posting.employer_id, Rating.score)
        .join(Hire, Hire.id == Rating.hire_id)
        .join(Posting, Posting.id == Hire.posting_id)
        .where(Posting.employer_id.in_(list(employer_ids)), Rating.by == "worker")
    )
    return [tuple(row) for row in session.execute(query)]
