"""What needs a person: escalated talks and cases; and the stations."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

from bot.store.base import MENTIONS, PERSONAL, Base, JsonText, UtcTime


class Escalation(Base):
    """A talk that staff must look at. `urgency` 0 is life in danger, 9 can wait."""

    __tablename__ = "escalations"
    id = Column(Integer, primary_key=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    inbound_id = Column(ForeignKey("inbound.id"), index=True)
    reason = Column(String(20), nullable=False)
    urgency = Column(Integer, nullable=False)
    state = Column(String(10), nullable=False, default="open")
    created_at = Column(UtcTime, nullable=False)


class Case(Base):
    """A wage dispute, an injury or a crisis. `facts` as told, corrected at any time; never deleted.

    `due_at`: when the step is overdue; `paid_asked_at`: staff report it paid and the person has not answered yet;
    `notice_due_at`: the notice goes out by then, even if the questions stay unanswered; `join_code` of a group."""

    __tablename__ = "cases"
    id = Column(Integer, primary_key=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    kind = Column(String(20), nullable=False)
    state = Column(String(20), nullable=False, default="registered")
    facts = Column(JsonText, nullable=False, info=PERSONAL)
    hire_id = Column(ForeignKey("hires.id"))
    urgency = Column(Integer, nullable=False, default=2, server_default="2")
    holder = Column(String(40), nullable=False, default="", server_default="")
    reason = Column(String(200), nullable=False, default="", server_default="")  # why it ended unpaid
    join_code = Column(String(4), index=True)
    due_at = Column(UtcTime)
    overdue_told_at = Column(UtcTime)
    notice_due_at = Column(UtcTime)
    paid_asked_at = Column(UtcTime)
    created_at = Column(UtcTime, nullable=False)
    updated_at = Column(UtcTime, nullable=False)


class CaseEvent(Base):
    """A case's log. Only ever added to."""

    __tablename__ = "case_events"
    id = Column(Integer, primary_key=True)
    case_id = Column(ForeignKey("cases.id"), nullable=False, index=True)
    what = Column(String(30), nullable=False)
    detail = Column(Text, nullable=False, default="", info=MENTIONS)
    inbound_id = Column(ForeignKey("inbound.id"))
    at = Column(UtcTime, nullable=False)


class Station(Base):
    """A station that people can walk to."""

    __tablename__ = "stations"
    id = Column(Integer, primary_key=True)
    name = Column(String(60), nullable=False, unique=True)
    place_code = Column(String(6), nullable=False, index=True)
    address = Column(String(120), nullable=False)
    phone = Column(String(20), nullable=False, default="")
    hours = Column(String(60), nullable=False, default="")
    facilities = Column(String(120), nullable=False, default="")
    source = Column(String(120), nullable=False, default="")
    sample = Column(Boolean, nullable=False, default=False)
