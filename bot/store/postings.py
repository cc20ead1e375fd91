"""Finding postings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import List, NamedTuple, Optional, Sequence

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from bot.store.people import Employer, Person
from bot.store.reviews import PUBLISHED, PostingReview
from bot.store.work import OPEN, PAUSED, RETURNED, SUSPENDED, WAITING, Hire, Posting

MOST = 300


@dataclass(frozen=True)
class Filter:
    """`area` is a prefix of place codes: 42 the province, 4201 a city, 420111 a county; empty: everywhere."""

    first: date
    last: date
    area: str = ""
    counties: Sequence[str] = ()
    trades: Sequence[str] = ()
    besides: Sequence[int] = ()


def find(session: Session, wanted: Filter, today: date, hour: str) -> List[Posting]:
    """Open postings with free seats that overlap these days and have not begun; `hour` is the local HH:MM."""
    query = select(Posting).where(
        Posting.state == OPEN,
        Posting.seats_taken < Posting.headcount,
        Posting.date_from <= wanted.last,
        Posting.date_to >= max(wanted.first, today),
        # a day's work that began this morning is over for today; longer work may be joined tomorrow
        or_(Posting.date_to > today, Posting.start_time.is_(None), Posting.start_time > hour),
    )
    if wanted.area:
        # a range, not LIKE: only that can use the index on both databases
        first, last = wanted.area.ljust(6, "0"), wanted.area.ljust(6, "9")
        query = query.where(Posting.place_code.between(first, last))
    if wanted.counties:
        query = query.where(Posting.place_code.in_(list(wanted.counties)))
    if wanted.trades:
        query = query.where(Posting.trade.in_(list(wanted.trades)))
    if wanted.besides:
        query = query.where(Posting.id.notin_(list(wanted.besides)))
    return list(session.execute(query.order_by(Posting.date_from, Posting.id).limit(MOST)).scalars())


def by_ids(session: Session, ids: Sequence[int]) -> List[Posting]:
    """In the order of the ids; missing ones are left out."""
    rows = session.execute(select(Posting).where(Posting.id.in_(list(ids)))).scalars()
    found = {row.id: row for row in rows}
    return [found[key] for key in ids if key in found]


def of_employer(session: Session, employer_id: int, today: Optional[date] = None) -> List[Posting]:
    """The employer's open postings that are not over, soonest first."""
    query = select(Posting).where(Posting.employer_id == employer_id, Posting.state == OPEN)
    if today:
        query = query.where(Posting.date_to >= today)
    return list(session.execute(query.order_by(Posting.date_from, Posting.id)).scalars())


def alive(session: Session, employer_id: int, today: date) -> List[Posting]:
    """The employer's postings that are not over: not closed or returned, or with somebody hired."""
    query = select(Posting).where(
        Posting.employer_id == employer_id,
        Posting.date_to >= today,
        or_(Posting.state.in_((OPEN, PAUSED, WAITING, SUSPENDED)), Posting.seats_taken > 0),
    )
    return list(session.execute(query.order_by(Posting.date_from, Posting.id)).scalars())


def employer(session: Session, posting: Posting) -> Employer:
    """Who offers the work."""
    return session.get(Employer, posting.employer_id)


class Contact(NamedTuple):
    """Whom a hired worker asks for; `phone` is E.164 or empty."""

    name: str
    phone: str


def contact(session: Session, posting: Posting) -> Contact:
    """The posting's own contact, else its employer."""
    boss = employer(session, posting)
    phone = posting.contact_phone or session.get(Person, boss.person_id).phone or ""
    return Contact(posting.contact or boss.name, phone)


def standing(session: Session, employer_id: int, today: date) -> List[Posting]:
    """What the employer may still steer, soonest first: open, paused, waiting or suspended, and not over."""
    query = select(Posting).where(
        Posting.employer_id == employer_id,
        Posting.date_to >= today,
        Posting.state.in_((OPEN, PAUSED, WAITING, SUSPENDED)),
    )
    return list(session.execute(query.order_by(Posting.date_from, Posting.id)).scalars())


def newest(session: Session, employer_id: int) -> Optional[Posting]:
    """The employer's last posting that was not refused, or None."""
    query = select(Posting).where(Posting.employer_id == employer_id, Posting.state != RETURNED)
    return session.execute(query.order_by(Posting.id.desc()).limit(1)).scalar_one_or_none()


def was_published(session: Session, employer_id: int, besides: int) -> bool:
    """True for an employer of whom some other posting was imported or passed the review."""
    published = exists().where(PostingReview.posting_id == Posting.id, PostingReview.decision == PUBLISHED)
    imported = ~exists().where(PostingReview.posting_id == Posting.id) & (Posting.said == "")
    query = select(Posting.id).where(
        Posting.employer_id == employer_id, Posting.id != besides, or_(published, imported)
    )
    return session.execute(query.limit(1)).first() is not None


def worker_is_on(session: Session, worker_id: int, posting_ids: Sequence[int]) -> List[int]:
    """Those of the postings for which the worker already has an offer or a hire that is still on."""
    states = ["offered", "confirmed", "arrived"]
    query = select(Hire.posting_id).where(
        Hire.worker_id == worker_id, Hire.posting_id.in_(list(posting_ids)), Hire.state.in_(states)
    )
    return list(session.execute(query).scalars())
