"""Inbox, outbox and the state of each talk."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Text

from bot.store.base import MENTIONS, PERSONAL, Base, JsonText, UtcTime

RECEIVED, ANSWERED, FAILED = "received", "answered", "failed"
QUEUED, SENDING, SENT, DELIVERED, UNDELIVERED, GIVEN_UP, HELD = (
    "queued",
    "sending",
    "sent",
    "delivered",
    "undelivered",
    "given_up",
    "held",
)


class Inbound(Base):
    """A message as it came in, stored once under `key` before the platform is answered."""

    __tablename__ = "inbound"
    __table_args__ = (Index("ix_inbound_person_state", "person_id", "state", "id"),)
    id = Column(Integer, primary_key=True)
    key = Column(String(200), unique=True, nullable=False)
    person_id = Column(ForeignKey("persons.id"), nullable=False)
    address_id = Column(ForeignKey("addresses.id"), nullable=False)
    kind = Column(String(20), nullable=False)
    text = Column(Text, nullable=False, default="", info={**PERSONAL, **MENTIONS})
    payload = Column(JsonText, info=PERSONAL)
    state = Column(String(10), nullable=False, default=RECEIVED)
    deliveries = Column(Integer, nullable=False, default=1)
    task = Column(String(30))
    confidence = Column(Float)
    received_at = Column(UtcTime, nullable=False)
    answered_at = Column(UtcTime)


class Outbox(Base):
    """A message to send. `key` makes each telling unique; `not_before` and `claimed_until` are UTC."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "state", "priority", "not_before"),
        Index("ix_outbox_vendor", "channel", "vendor_id"),
    )
    id = Column(Integer, primary_key=True)
    key = Column(String(200), unique=True, nullable=False)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    address_id = Column(ForeignKey("addresses.id"), nullable=False, index=True)
    channel = Column(String(10), nullable=False)
    inbound_id = Column(ForeignKey("inbound.id"), index=True)
    text = Column(Text, nullable=False, info={**PERSONAL, **MENTIONS})
    encoding = Column(String(8), nullable=False)
    segments = Column(Integer, nullable=False)
    priority = Column(Integer, nullable=False, default=0)  # lower goes first: 0 replies, 5 news, 9 bulk
    state = Column(String(12), nullable=False, default=QUEUED)
    via = Column(String(10))  # api, passive, simulator
    attempts = Column(Integer, nullable=False, default=0)
    not_before = Column(UtcTime, nullable=False)
    claim = Column(String(32))  # of the worker that is sending it
    claimed_until = Column(UtcTime)
    vendor_id = Column(String(64))
    error_code = Column(String(20))
    error_reason = Column(String(200))
    created_at = Column(UtcTime, nullable=False)
    sent_at = Column(UtcTime)
    updated_at = Column(UtcTime, nullable=False)


class Conversation(Base):
    """What the bot keeps in mind about a talk; `state` is described in bot/services/state.py."""

    __tablename__ = "conversations"
    person_id = Column(ForeignKey("persons.id"), primary_key=True)
    state = Column(JsonText, nullable=False)
    updated_at = Column(UtcTime, nullable=False)


class ToldList(Base):
    """A numbered list told to somebody out of turn. Only added: the person's own next turn takes it into the talk,
    so that nobody has to lock another person's conversation."""

    __tablename__ = "told_lists"
    id = Column(Integer, primary_key=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    postings = Column(JsonText, nullable=False)
    told_at = Column(UtcTime, nullable=False)


class Token(Base):
    """A vendor's access token, shared by processes where there is no Redis."""

    __tablename__ = "tokens"
    name = Column(String(80), primary_key=True)
    value = Column(String(600), nullable=False)
    expires_at = Column(UtcTime, nullable=False)
