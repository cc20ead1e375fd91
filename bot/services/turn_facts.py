"""What the dialogue is told about a message before it reads it."""
from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Dict, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.context import Context
from bot.services.post_job import is_detail
from bot.services.state import OFFERS, POSTING, TalkState
from bot.store import hires
from bot.store.messages import ANSWERED, RECEIVED, Conversation, Inbound
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
        query = (
            select(Inbound, AddressRow)
            .join(AddressRow, AddressRow.id == Inbound.address_id)
            .where(Inbound.person_id == person_id, Inbound.state == RECEIVED)
        )
        found = session.execute(query.order_by(Inbound.id).limit(1)).first()
        return _facts(ctx, session, *found) if found else None


def _facts(ctx: Context, session: Session, row: Inbound, address: AddressRow) -> TurnFacts:
    return TurnFacts(
        inbound_id=row.id,
        person_id=row.person_id,
        channel=address.channel,
        kind=row.kind,
        text=_words(ctx, row),
        role="employer" if employer_of(session, row.person_id) else "worker",
        expecting=_expecting(session, row.person_id, ctx.clock()),
        now=row.received_at.astimezone(ctx.zone),  # “明天” is counted from when it was sent
    )


def _words(ctx: Context, row: Inbound) -> str:
    if row.kind == "location" and not row.text and row.payload:
        code = ctx.places.nearest(float(row.payload["longitude"]), float(row.payload["latitude"]))
        return ctx.places.name_of(code) if code else ""
    # Rasa takes a leading slash as a command for itself (“/restart”); a person's slash is only a slash.
    return unicodedata.normalize("NFKC", row.text).strip().lstrip("/ ")


def expecting(ctx: Context, person_id: int) -> Optional[str]:
    """What the bot waits for from this person."""
    with ctx.db.reading() as session:
        return _expecting(session, person_id, ctx.clock())


def _expecting(session: Session, person_id: int, now: datetime) -> Optional[str]:
    row = session.get(Conversation, person_id)
    state = TalkState.of(row.state if row else None)
    asked = None if state.expecting == POSTING and not is_detail(state.pending["since"], now) else state.expecting
    if asked in (None, POSTING) and hires.open_questions(session, person_id):
        return OFFERS
    return asked


def is_answered(ctx: Context, inbound_id: int) -> bool:
    """True once the message was dealt with."""
    with ctx.db.reading() as session:
        row = session.get(Inbound, inbound_id)
        return row is not None and row.state == ANSWERED
