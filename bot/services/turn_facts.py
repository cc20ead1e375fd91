"""What the dialogue is told about a message before it reads it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Dict, Optional, Tuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services import memory
from bot.services.context import Context
from bot.store.messages import ANSWERED, RECEIVED, Inbound
from bot.store.people import AddressRow, employer_of

_KINDS_WITH_WORDS = ("text", "voice", "location", "click")


@dataclass(frozen=True)
class TurnFacts:
    """One waiting message. `expecting` is the open question; `now` is local, with its offset."""

    inbound_id: int
    person_id: int
    channel: str
    kind: str
    text: str
    role: str
    expecting: Optional[str]
    now: datetime
    age_seconds: float = 0.0

    @property
    def for_dialogue(self) -> bool:
        """False for pictures, empty texts and events: they have no words to understand."""
        return self.kind in _KINDS_WITH_WORDS and bool(self.text.strip())

    def metadata(self) -> Dict[str, Any]:
        """As it travels through Rasa to the NLU components and the action."""
        return {
            "inbound_id": self.inbound_id,
            "now": self.now.isoformat(),
            "role": self.role,
            "channel": self.channel,
            "expecting": self.expecting,
        }


def next_turn(ctx: Context, person_id: int) -> Optional[TurnFacts]:
    """The person's oldest unanswered message, or None."""
    with ctx.db.reading() as session:
        found = _next(session, person_id)
        return _facts(ctx, session, *found) if found else None


def _next(session: Session, person_id: int) -> Optional[Tuple[Inbound, AddressRow]]:
    query = (
        select(Inbound, AddressRow)
        .join(AddressRow, AddressRow.id == Inbound.address_id)
        .where(Inbound.person_id == person_id, Inbound.state == RECEIVED)
    )
    return session.execute(query.order_by(Inbound.id).limit(1)).first()


def _facts(ctx: Context, session: Session, row: Inbound, address: AddressRow) -> TurnFacts:
    return TurnFacts(
        inbound_id=row.id,
        person_id=row.person_id,
        channel=address.channel,
        kind=row.kind,
        text=_words(ctx, row),
        role=_role(session, row.person_id, ctx.clock()),
        expecting=_expecting(ctx, session, row.person_id, row),
        now=row.received_at.astimezone(ctx.zone),  # “明天” is counted from when it was sent
        age_seconds=(ctx.clock() - row.received_at).total_seconds(),
    )


def _role(session: Session, person_id: int, now: datetime) -> str:
    """Who is about to post work is an employer, too."""
    posts = employer_of(session, person_id) or memory.state_of(session, person_id, now).has_draft(now)
    return "employer" if posts else "worker"


def _words(ctx: Context, row: Inbound) -> str:
    if row.kind == "location" and not row.text:
        return _place_words(ctx, row.payload or {})
    # Rasa takes a leading slash as a command for itself (“/restart”); a person's slash is only a slash.
    return unicodedata.normalize("NFKC", row.text).strip().lstrip("/ ")


def _place_words(ctx: Context, payload: Dict[str, Any]) -> str:
    try:
        code = ctx.places.nearest(float(payload["longitude"]), float(payload["latitude"]))
    except (KeyError, TypeError, ValueError):  # no such point: the person is asked to type
        return ""
    return ctx.places.name_of(code) if code else ""


def expecting(ctx: Context, person_id: int) -> Optional[str]:
    """Which open question the person's oldest unanswered message belongs to; without one, what is waited for."""
    with ctx.db.reading() as session:
        found = _next(session, person_id)
        return _expecting(ctx, session, person_id, found[0] if found else None)


def _expecting(ctx: Context, session: Session, person_id: int, row: Optional[Inbound]) -> Optional[str]:
    heard = memory.Heard(_words(ctx, row), row.received_at) if row else None
    return memory.state_of(session, person_id, ctx.clock(), heard=heard).expecting


def is_answered(ctx: Context, inbound_id: int) -> bool:
    """True once the message was dealt with."""
    with ctx.db.reading() as session:
        row = session.get(Inbound, inbound_id)
        return row is not None and row.state == ANSWERED
