"""A reply in the webhook's own answer: taken if it fits, given back if nobody was there to get it."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.services import outbox
from bot.services.context import Context
from bot.store.messages import QUEUED, SENT, Outbox


def take_fitting(ctx: Context, inbound_id: int, longest: int) -> str | None:
    """The reply to this message if it has at most `longest` bytes (UTF-8); a longer one is left to send."""
    with ctx.db.reading() as session:
        query = select(Outbox.text).where(Outbox.inbound_id == inbound_id, Outbox.state == QUEUED)
        text = session.execute(query.order_by(Outbox.id).limit(1)).scalar_one_or_none()
    if text is None:
        return None
    if len(text.encode()) > longest:
        outbox.release(ctx, inbound_id)
        return None
    return outbox.take_passive(ctx, inbound_id)


def give_back(ctx: Context, inbound_id: int) -> None:
    """The platform hung up before the reply was written: it waits for the next delivery or the worker."""
    with ctx.db.writing() as session:
        session.execute(
            update(Outbox)
            .where(Outbox.inbound_id == inbound_id, Outbox.state == SENT, Outbox.via == "passive")
            .values(state=QUEUED, via=None, sent_at=None, updated_at=ctx.clock())
            .execution_options(synchronize_session=False)
        )
