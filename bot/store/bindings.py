"""Proving that a phone number belongs to a WeChat user, and making one person of two."""

from __future__ import annotations

from datetime import datetime
from typing import Any, List, Tuple

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Session

from bot.core.hire import Event, State
from bot.store import cases, hires
from bot.store.base import MENTIONS, Base, UtcTime
from bot.store.people import Person, employer_of


class Binding(Base):
    """A code sent to `phone` (E.164) for the person who asked; `seal` is its hash."""

    __tablename__ = "bindings"
    id = Column(Integer, primary_key=True)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    phone = Column(String(20), nullable=False, index=True, info=MENTIONS)
    seal = Column(String(64), nullable=False, default="")
    tries = Column(Integer, nullable=False, default=0)
    expires_at = Column(UtcTime, nullable=False)
    created_at = Column(UtcTime, nullable=False)


def asked_since(session: Session, person_id: int, phone: str, since: datetime) -> int:
    """How many codes this person asked for, or this number was sent, whichever is more."""
    counts = [
        session.execute(select(func.count(Binding.id)).where(mine, Binding.created_at > since)).scalar_one()
        for mine in (Binding.person_id == person_id, Binding.phone == phone)
    ]
    return max(counts)


def merge(session: Session, keep: Person, other: Person, now: datetime) -> None:
    """Everything of `other` becomes `keep`'s: addresses, messages, hires, cases, employer. `other` stays as an empty
    row, so that a message that is being answered just now finds it and is tried again."""
    _withdraw_twins(session, keep, other, now)
    _merge_employers(session, keep, other)
    cases.drop_twins(session, keep.id, other.id)
    for table, column in _references("persons"):
        if table.name != "conversations":
            _drop_doubles(session, table, column, keep.id, other.id)
            session.execute(update(table).where(column == other.id).values({column.name: keep.id}))
    phone, other.phone = other.phone, None
    session.flush()
    keep.phone = phone or keep.phone
    for name in ("name", "trade", "home_code", "age"):
        setattr(keep, name, getattr(keep, name) or getattr(other, name))
        setattr(other, name, None)
    keep.push, other.push = keep.push or other.push, False
    session.flush()
    session.expire_all()


def _references(to: str) -> List[Tuple[Any, Any]]:
    return [
        (table, key.parent)
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == to
    ]


def _drop_doubles(session: Session, table: Any, column: Any, keep_id: int, other_id: int) -> None:
    """Both were told the same posting, or both have a standing wish: one row is enough, `keep`'s stays."""
    for names in _unique_with(table, column):
        mine = table.alias("mine")
        same = [mine.c[name] == table.c[name] for name in names if name != column.name]
        twin = select(mine.c[column.name]).where(mine.c[column.name] == keep_id, *same)
        session.execute(delete(table).where(column == other_id, twin.exists()))


def _unique_with(table: Any, column: Any) -> List[List[str]]:
    """The columns of each rule of the table by which a person's row must be unique."""
    rules = [rule for rule in table.constraints if isinstance(rule, (PrimaryKeyConstraint, UniqueConstraint))]
    return [list(rule.columns.keys()) for rule in rules if column.name in rule.columns]


def _withdraw_twins(session: Session, keep: Person, other: Person, now: datetime) -> None:
    """The same posting asked for by both: one hire is enough, the further one stays."""
    on = [State.OFFERED, State.CONFIRMED, State.ARRIVED]
    mine = {row.posting_id: row for row in hires.of_worker(session, keep.id, on)}
    for theirs in hires.of_worker(session, other.id, on):
        twin = mine.get(theirs.posting_id)
        if twin is None:
            continue
        spare = twin if twin.state == State.OFFERED.value else theirs
        row = hires.get_locked(session, spare.id)
        if row is not None and State(row.state) in (State.OFFERED, State.CONFIRMED):
            hires.move(session, row, Event.WITHDRAW, "system", now)


def _merge_employers(session: Session, keep: Person, other: Person) -> None:
    mine, theirs = employer_of(session, keep.id), employer_of(session, other.id)
    if mine is None or theirs is None:
        return
    for table, column in _references("employers"):
        session.execute(update(table).where(column == mine.id).values({column.name: theirs.id}))
    session.delete(mine)
    session.flush()
