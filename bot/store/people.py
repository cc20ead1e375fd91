"""Persons, where they can be reached, and employers."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, UniqueConstraint, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core.address import SMS, Address
from bot.store.base import Base, UtcTime
from bot.store.messages import Conversation


class Person(Base):
    """Somebody we talk with. `phone` (E.164) is proven: messages come from it, or staff imported it."""

    __tablename__ = "persons"
    id = Column(Integer, primary_key=True)
    phone = Column(String(20), unique=True)
    name = Column(String(40))
    trade = Column(String(40))
    home_code = Column(String(6))
    age = Column(Integer)
    push = Column(Boolean, nullable=False, default=False)  # wants new work told: bot/store/subscriptions.py
    agreed_at = Column(UtcTime)  # was told who sees name and number, and went on (个人信息保护法 第十四条)
    forget_at = Column(UtcTime, index=True)  # asked to be deleted: wiped after the last answer is out
    created_at = Column(UtcTime, nullable=False)


class AddressRow(Base):
    """One way to reach a person. `last_inbound_at` opens WeChat's 48-hour window."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("channel", "value"),)
    id = Column(Integer, primary_key=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    channel = Column(String(10), nullable=False)
    value = Column(String(64), nullable=False)
    account = Column(String(64), nullable=False, default="")
    following = Column(Boolean, nullable=False, default=True)
    last_inbound_at = Column(UtcTime)

    @property
    def address(self) -> Address:
        """The plain value object."""
        return Address(self.channel, self.value, self.account)


class Employer(Base):
    """Who posts work. `person_id` is the contact who answers for it by message."""

    __tablename__ = "employers"
    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)
    person_id = Column(ForeignKey("persons.id"), nullable=False, unique=True)
    sample = Column(Boolean, nullable=False, default=False)
    created_at = Column(UtcTime, nullable=False)


def at_address(session: Session, address: Address) -> Optional[AddressRow]:
    """The row of an address, or None."""
    query = select(AddressRow).where(AddressRow.channel == address.channel, AddressRow.value == address.value)
    return session.execute(query).scalar_one_or_none()


def ensure_address(session: Session, address: Address, now: datetime) -> AddressRow:
    """Finds or adds the person behind an address; safe when two requests bring the same new person at once."""
    row = at_address(session, address)
    if row is not None:
        return row
    try:
        with session.begin_nested():
            return _add_address(session, address, now)
    except IntegrityError:
        found = at_address(session, address)
        if found is None:
            raise
        return found


def _add_address(session: Session, address: Address, now: datetime) -> AddressRow:
    phone = address.value if address.channel == SMS else None
    person = by_phone(session, phone) if phone else None
    if person is None:
        person = Person(phone=phone, created_at=now, push=False)
        session.add(person)
        session.flush()
        # Made with the person, so that it can always be locked and is never made twice.
        session.add(Conversation(person_id=person.id, state={}, updated_at=now))
    row = AddressRow(
        person_id=person.id,
        channel=address.channel,
        value=address.value,
        account=address.account,
        following=True,
    )
    session.add(row)
    session.flush()
    return row


def by_phone(session: Session, phone: str) -> Optional[Person]:
    """The person whose proven number this is."""
    return session.execute(select(Person).where(Person.phone == phone)).scalar_one_or_none()


def employer_of(session: Session, person_id: int) -> Optional[Employer]:
    """The employer that this person answers for, or None."""
    return session.execute(select(Employer).where(Employer.person_id == person_id)).scalar_one_or_none()


def best_address(session: Session, person_id: int) -> Optional[AddressRow]:
    """Where the person last wrote from; a number that never wrote counts last."""
    query = select(AddressRow).where(AddressRow.person_id == person_id, AddressRow.following.is_(True))
    rows = session.execute(query.order_by(AddressRow.id)).scalars().all()
    written = [row for row in rows if row.last_inbound_at]
    if written:
        return max(written, key=lambda row: row.last_inbound_at)
    return next((row for row in rows if row.channel == SMS), rows[0] if rows else None)


def sms_address(session: Session, person_id: int) -> Optional[AddressRow]:
    """The person's phone as an address, or None."""
    query = select(AddressRow).where(AddressRow.person_id == person_id, AddressRow.channel == SMS)
    return session.execute(query.order_by(AddressRow.id)).scalars().first()
