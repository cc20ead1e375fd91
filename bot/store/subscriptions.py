"""Who wants new work told to them, what was told, and who comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import List, Optional, Sequence

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, case, exists, or_, select, update
from sqlalchemy.orm import Session

from bot.core.hire import OPEN as HIRE_OPEN
from bot.store.base import Base, UtcTime
from bot.store.messages import GIVEN_UP, HELD, QUEUED, Outbox
from bot.store.people import Person
from bot.store.work import OPEN, Hire, Posting


class Subscription(Base):
    """What a person wants told; `Person.push` says whether at all. None: it does not matter. Wage in fen a day."""

    __tablename__ = "subscriptions"
    __table_args__ = (Index("ix_subscriptions_wish", "place_code", "trade"),)
    person_id = Column(ForeignKey("persons.id"), primary_key=True)
    place_code = Column(String(6))
    trade = Column(String(40))
    wage_min = Column(Integer)
    since = Column(UtcTime, nullable=False)  # older postings are no news
    told_on = Column(Date)  # local day of the last telling
    told_that_day = Column(Integer, nullable=False, default=0)


class PushPlan(Base):
    """When the next wave for a posting is due; None: no more."""

    __tablename__ = "push_plans"
    posting_id = Column(ForeignKey("postings.id"), primary_key=True)
    next_at = Column(UtcTime, index=True)


class Push(Base):
    """One posting told to one person, once."""

    __tablename__ = "pushes"
    posting_id = Column(ForeignKey("postings.id"), primary_key=True)
    person_id = Column(ForeignKey("persons.id"), primary_key=True, index=True)
    at = Column(UtcTime, nullable=False)


@dataclass(frozen=True)
class Audience:
    """Whom a posting may be told to. `places`: wished places that cover it, the nearest wish first; `trades`:
    the same for trades; `wage` in fen a day, 0 unknown; `limit`: how many at most."""

    places: Sequence[str]
    trades: Sequence[str]
    wage: int
    a_day: int
    limit: int


def plan_new(session: Session, since: datetime, now: datetime) -> None:
    """A first wave for every open posting that has none yet."""
    planned = exists().where(PushPlan.posting_id == Posting.id)
    query = select(Posting.id).where(Posting.state == OPEN, Posting.created_at > since, ~planned)
    for posting_id in session.execute(query).scalars().all():
        session.add(PushPlan(posting_id=posting_id, next_at=now))
    session.flush()


def due(session: Session, now: datetime, limit: int) -> List[int]:
    """The postings whose wave is due, the longest due first."""
    query = select(PushPlan.posting_id).where(PushPlan.next_at <= now).order_by(PushPlan.next_at)
    return list(session.execute(query.limit(limit)).scalars())


def locked_plan(session: Session, posting_id: int) -> PushPlan:
    """The plan as it is now, held until the end of the transaction."""
    return session.get(PushPlan, posting_id, with_for_update=True, populate_existing=True)


def next_people(session: Session, posting: Posting, audience: Audience, today: date) -> List[Subscription]:
    """The best-matching subscribers who were not told of it, who were told least lately first among equals."""
    mine = Subscription.person_id
    query = (
        select(Subscription)
        .join(Person, Person.id == mine)
        .where(
            Person.push.is_(True),
            Subscription.since <= posting.created_at,
            or_(Subscription.told_on.is_(None), Subscription.told_on != today,
                Subscription.told_that_day < audience.a_day),
            or_(Subscription.place_code.is_(None), Subscription.place_code.in_(list(audience.places))),
            or_(Subscription.trade.is_(None), Subscription.trade.in_(list(audience.trades))),
            or_(Subscription.wage_min.is_(None), audience.wage == 0, Subscription.wage_min <= audience.wage),
            or_(Person.age.is_(None), Person.age.between(posting.min_age or 0, posting.max_age or 200)),
            ~exists().where(Push.posting_id == posting.id, Push.person_id == mine),
            ~_busy(posting),
        )
        .order_by(_rank(Subscription.trade, audience.trades), _rank(Subscription.place_code, audience.places),
                  Subscription.told_on.isnot(None), Subscription.told_on, mine)
        .limit(audience.limit)
    )  # fmt: skip
    return list(session.execute(query).scalars())


def _busy(posting: Posting):
    """Asked for, or hired for, something on these days already."""
    other = Posting.__table__.alias("other")
    return exists().where(
        Hire.worker_id == Subscription.person_id,
        Hire.posting_id == other.c.id,
        Hire.state.in_([state.value for state in HIRE_OPEN]),
        other.c.date_from <= posting.date_to,
        other.c.date_to >= posting.date_from,
    )


def _rank(column, best_first: Sequence[str]):
    """0 for the closest wish; no wish at all comes last."""
    return case(
        *[(column == value, number) for number, value in enumerate(best_first)], else_=len(best_first)
    )


def note(session: Session, row: Subscription, posting_id: int, today: date, now: datetime) -> None:
    """Counts the telling."""
    session.add(Push(posting_id=posting_id, person_id=row.person_id, at=now))
    row.told_that_day = row.told_that_day + 1 if row.told_on == today else 1
    row.told_on = today


def subscribe(session: Session, person: Person, wish: dict, now: datetime) -> Subscription:
    """Starts, or changes what is wished."""
    row: Optional[Subscription] = session.get(Subscription, person.id)
    if row is None:
        row = Subscription(person_id=person.id, since=now, told_that_day=0)
        session.add(row)
    if not person.push:
        row.since = now
    for name, value in wish.items():
        setattr(row, name, value)
    person.push = True
    session.flush()
    return row


def unsubscribe(session: Session, person: Person, bulk: int, now: datetime) -> None:
    """Stops at once: what is still on its way is not sent."""
    person.push = False
    session.execute(
        update(Outbox)
        .where(Outbox.person_id == person.id, Outbox.priority == bulk, Outbox.state.in_([QUEUED, HELD]))
        .values(state=GIVEN_UP, error_reason="unsubscribed", updated_at=now)
        .execution_options(synchronize_session=False)
    )
