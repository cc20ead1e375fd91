"""A posting is stopped: whoever waits for an answer about it is told and shown other work."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.hire import Event, State
from bot.services import next_best
from bot.services.context import Context
from bot.store import hires
from bot.store.work import Posting


def let_go(ctx: Context, session: Session, posting: Posting, actor: str, now: datetime) -> None:
    """Open offers expire; hires that are confirmed stay as they are."""
    for offer in hires.of_posting(session, posting.id, [State.OFFERED]):
        row = hires.get_locked(session, offer.id)
        if row is not None and row.state == State.OFFERED.value:
            hires.move(session, row, Event.EXPIRE, actor, now)
            next_best.tell(ctx, session, row, posting, "utter_work_stopped", now)
