"""A reply in the webhook's own answer: taken if it fits, given back if nobody was there to get it.

It is marked sent before it is written, so that repeats in parallel carry it once. A process may die in between;
then the platform, which got nothing, brings the message again and gets the same reply.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot.services.context import Context
from bot.store.messages import QUEUED, SENT, Outbox

NOT_GOT = timedelta(seconds=4)  # the platform waits five for an answer; sooner it is a quick repeat
PASSIVE = "passive"


def take_fitting(ctx: Context, inbound_id: int, longest: int, came: datetime | None = None) -> str | None:
    """The reply to this message if it has at most `longest` bytes (UTF-8); a longer one is left to send.

    `came`: when this delivery of the message came in (None: just now). One that came so late after the reply was
    taken that the platform cannot have got it gets it again.
    """
    now = ctx.clock()
    with ctx.db.writing() as session:
        query = select(Outbox).where(Outbox.inbound_id == inbound_id).with_for_update()
        row = session.execute(query.order_by(Outbox.id)).scalars().first()
        if row is None or not (row.state == QUEUED or _was_not_got(row, came or now)):
            return None
        if len(row.text.encode()) > longest:
            row.not_before = min(row.not_before, now)
            return None
        row.state, row.via, row.sent_at, row.updated_at = SENT, PASSIVE, now, now
        return row.text


def _was_not_got(row: Outbox, came: datetime) -> bool:
    return row.state == SENT and row.via == PASSIVE and came - row.sent_at >= NOT_GOT


def give_back(ctx: Context, inbound_id: int) -> None:
    """The platform hung up before the reply was written: it waits for the next delivery or the worker."""
    with ctx.db.writing() as session:
        session.execute(
            update(Outbox)
            .where(Outbox.inbound_id == inbound_id, Outbox.state == SENT, Outbox.via == PASSIVE)
            .values(state=QUEUED, via=None, sent_at=None, updated_at=ctx.clock())
            .execution_options(synchronize_session=False)
        )


def release(ctx: Context, inbound_id: int) -> None:
    """The webhook's answer went out without the reply: the delivery worker may have it now."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        session.execute(
            update(Outbox)
            .where(Outbox.inbound_id == inbound_id, Outbox.state == QUEUED, Outbox.not_before > now)
            .values(not_before=now)
            .execution_options(synchronize_session=False)
        )
