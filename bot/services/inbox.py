"""Storing what came in, once, before the platform is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core.address import Address
from bot.core.masking import mask_cards
from bot.services.context import Context
from bot.store.messages import RECEIVED, Inbound
from bot.store.people import ensure_address

LONGEST = 4000  # characters kept of one message


@dataclass(frozen=True)
class Incoming:
    """A message in our words. `key` is what makes a repeated delivery the same message."""

    key: str
    address: Address
    kind: str  # text, voice, image, video, location, link, event, media, unknown
    text: str = ""
    payload: Dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Accepted:
    """`deliveries` counts how often the platform brought it; `fresh` is true the first time."""

    inbound_id: int
    person_id: int
    deliveries: int

    @property
    def fresh(self) -> bool:
        """True where this delivery stored the message."""
        return self.deliveries == 1


def accept(ctx: Context, incoming: Incoming) -> Accepted:
    """Stores the message, or counts one more delivery of it. Safe when the same one comes in parallel."""
    again = _count_again(ctx, incoming.key)
    if again:
        return again
    try:
        return _store(ctx, incoming)
    except IntegrityError:
        again = _count_again(ctx, incoming.key)
        if again is None:
            raise
        return again


def waiting_people(ctx: Context) -> List[int]:
    """Whose messages are stored and not answered: taken up after a start."""
    with ctx.db.reading() as session:
        query = select(Inbound.person_id).where(Inbound.state == RECEIVED).distinct()
        return list(session.execute(query).scalars())


def _store(ctx: Context, incoming: Incoming) -> Accepted:
    now = ctx.clock()
    with ctx.db.writing() as session:
        address = ensure_address(session, incoming.address, now)
        address.last_inbound_at, address.following = now, True
        row = Inbound(
            key=incoming.key,
            person_id=address.person_id,
            address_id=address.id,
            kind=incoming.kind,
            text=mask_cards(incoming.text.replace("\0", ""))[:LONGEST],  # such numbers are never kept
            payload=incoming.payload,
            received_at=now,
        )
        session.add(row)
        session.flush()
        return Accepted(row.id, row.person_id, 1)


def _count_again(ctx: Context, key: str) -> Optional[Accepted]:
    with ctx.db.reading() as session:
        if _find(session, key) is None:
            return None
    with ctx.db.writing() as session:
        row = _find(session, key, lock=True)
        assert row is not None  # inbox rows are never deleted
        row.deliveries += 1
        return Accepted(row.id, row.person_id, row.deliveries)


def _find(session: Session, key: str, lock: bool = False) -> Optional[Inbound]:
    query = select(Inbound).where(Inbound.key == key)
    return session.execute(query.with_for_update() if lock else query).scalar_one_or_none()
