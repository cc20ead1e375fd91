"""Postings and hires."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    text,
)

from bot.store.base import MENTIONS, Base, UtcTime

OPEN, CLOSED, WAITING = "open", "closed", "waiting"
PAUSED, RETURNED, SUSPENDED = "paused", "returned", "suspended"


class Posting(Base):
    """Work on offer. Wages in fen; dates are local calendar days, both inclusive; `start_time` HH:MM local.

    waiting -> open | returned; open <-> paused; open -> suspended (reported by several) -> open | returned;
    closed at any time. `said` is what the employer wrote, `said_mark` the same without figures and signs, hashed;
    `contact` and `contact_phone` (E.164) where they are not the employer's own.
    """

    __tablename__ = "postings"
    __table_args__ = (
        CheckConstraint("seats_taken >= 0 AND seats_taken <= headcount", name="seats"),
        CheckConstraint("headcount > 0", name="headcount"),
        CheckConstraint("date_from <= date_to", name="days"),
        Index("ix_postings_search", "state", "place_code", "date_from"),
    )
    id = Column(Integer, primary_key=True)
    employer_id = Column(ForeignKey("employers.id"), nullable=False, index=True)
    trade = Column(String(40), nullable=False)
    title = Column(String(60), nullable=False)
    place_code = Column(String(6), nullable=False)
    place_name = Column(String(40), nullable=False)  # neighbourhood, shown before the hire
    address = Column(String(120), nullable=False)  # shown to hired workers only
    date_from = Column(Date, nullable=False)
    date_to = Column(Date, nullable=False)
    start_time = Column(String(5))
    wage_min = Column(Integer)
    wage_max = Column(Integer)
    wage_unit = Column(String(10))
    pay_cycle = Column(String(15))
    headcount = Column(Integer, nullable=False)
    seats_taken = Column(Integer, nullable=False, default=0)
    min_age = Column(Integer)
    max_age = Column(Integer)
    notes = Column(Text, nullable=False, default="")
    contact = Column(String(40), info=MENTIONS)
    contact_phone = Column(String(20), info=MENTIONS)
    said = Column(Text, nullable=False, default="", server_default="", info=MENTIONS)
    said_mark = Column(String(32), index=True)
    state = Column(String(10), nullable=False, default=OPEN)
    sample = Column(Boolean, nullable=False, default=False)
    created_at = Column(UtcTime, nullable=False)


_STILL_ON = text("state IN ('offered', 'confirmed', 'arrived')")


class Hire(Base):
    """One worker and one posting. `code` names the question to the employer (“A23”)."""

    __tablename__ = "hires"
    __table_args__ = (
        Index(
            "uq_hires_still_on",
            "posting_id",
            "worker_id",
            unique=True,
            sqlite_where=_STILL_ON,
            postgresql_where=_STILL_ON,
        ),
        Index("ix_hires_state_expires", "state", "expires_at"),
    )
    id = Column(Integer, primary_key=True)
    posting_id = Column(ForeignKey("postings.id"), nullable=False, index=True)
    worker_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    code = Column(String(8), nullable=False, index=True)
    state = Column(String(12), nullable=False)
    people = Column(
        Integer, nullable=False, default=1, server_default="1"
    )  # who come together: seats taken up
    offered_at = Column(UtcTime, nullable=False)
    remind_at = Column(UtcTime, nullable=False)
    expires_at = Column(UtcTime, nullable=False)
    reminded = Column(Boolean, nullable=False, default=False)
    asked_after = Column(Boolean, nullable=False, default=False)
    confirmed_at = Column(UtcTime)
    late = Column(Boolean, nullable=False, default=False, server_default="0")  # taken back at the last moment
    updated_at = Column(UtcTime, nullable=False)


class HireEvent(Base):
    """What happened to a hire, by whom, when. Only ever added to."""

    __tablename__ = "hire_events"
    id = Column(Integer, primary_key=True)
    hire_id = Column(ForeignKey("hires.id"), nullable=False, index=True)
    event = Column(String(20), nullable=False)
    state_before = Column(String(12), nullable=False)
    state_after = Column(String(12), nullable=False)
    actor = Column(String(20), nullable=False)  # worker, employer, clock, staff; seats: none was left
    at = Column(UtcTime, nullable=False)
