"""Taking a person out of every table. A column says for itself what it holds:

`info=PERSONAL`: told by or about the row's own person; emptied with them.
`info=MENTIONS`: text to or from others that may name the person; name and numbers are taken out.
"""

from __future__ import annotations

from typing import Any, List

from sqlalchemy import String, cast, func, literal, select, update
from sqlalchemy.orm import Session

from bot.store.base import Base, JsonText
from bot.store.messages import Conversation
from bot.store.people import AddressRow, Person

GONE = "［已删除］"
_SHORTEST_NAME = 2  # one character alone would be found everywhere


def forget(session: Session, person: Person) -> None:
    """Empties what the person's own rows hold, then takes the name and the numbers out of everybody else's texts.

    Figures without a person (hires, seats, dates) stay. A new message from the number begins a new person.
    """
    needles = _needles(session, person)
    for table in Base.metadata.sorted_tables:
        owner = next((key.parent for key in table.foreign_keys if key.column.table.name == "persons"), None)
        for column in table.columns:
            if owner is not None and column.info.get("personal"):
                session.execute(update(table).where(owner == person.id).values({column.name: _empty(column)}))
            if column.info.get("mentions"):
                _scrub(session, table, column, needles)
    _unname(session, person)
    session.flush()
    session.expire_all()


def _needles(session: Session, person: Person) -> List[str]:
    """The longest first, so that no part of a number is left over."""
    query = select(AddressRow.value).where(AddressRow.person_id == person.id)
    words = {person.name or "", person.phone or "", *session.execute(query).scalars()}
    words |= {word.replace("+86", "") for word in words}
    return sorted((word for word in words if len(word) >= _SHORTEST_NAME), key=len, reverse=True)


def _empty(column: Any) -> Any:
    if isinstance(column.type, JsonText):
        return None if column.nullable else {}
    return None if column.nullable else ""


def _scrub(session: Session, table: Any, column: Any, needles: List[str]) -> None:
    for word in needles:
        clean = func.replace(cast(column, String), word, GONE)
        hit = cast(column, String).like(literal(f"%{word}%"))
        session.execute(update(table).where(hit).values({column.name: clean}))


def _unname(session: Session, person: Person) -> None:
    talk = session.get(Conversation, person.id)
    if talk is not None:
        talk.state = {}
    query = select(AddressRow).where(AddressRow.person_id == person.id)
    for row in session.execute(query).scalars():
        row.value, row.following = f"deleted:{row.id}", False
    person.name = person.phone = person.trade = person.home_code = person.age = None
    person.push, person.forget_at = False, None
