"""Writing messages to send, and what becomes of them.

    queued -> sending -> sent -> delivered | undelivered        receipts only move forward
       ^         |-> given_up
       |-- held <-|   WeChat's window is closed: kept until the person writes again
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import List, Optional

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from bot.core.address import Address
from bot.core.segments import cost
from bot.services.context import Context
from bot.store.messages import (
    DELIVERED,
    GIVEN_UP,
    HELD,
    QUEUED,
    SENDING,
    SENT,
    UNDELIVERED,
    Outbox,
)
from bot.store.people import AddressRow, best_address

REPLY, NEWS, BULK = 0, 5, 9
CLAIM = timedelta(minutes=2)  # after that a row in `sending` belongs to a worker that died
PASSIVE_HOLD = timedelta(seconds=16)  # WeChat tries three times, five seconds apart
_RANK = {QUEUED: 0, SENDING: 1, SENT: 2, DELIVERED: 3, UNDELIVERED: 3, GIVEN_UP: 3}


@dataclass(frozen=True)
class Due:
    """One claimed message, copied out of the database so that no connection is held while the vendor is called.

    `retaken`: an earlier worker died with it; the vendor may have it already.
    """

    id: int
    address: Address
    text: str
    attempts: int
    created_at: datetime
    retaken: bool


def write(
    session: Session,
    *,
    key: str,
    address: AddressRow,
    text: str,
    now: datetime,
    priority: int = NEWS,
    inbound_id: Optional[int] = None,
    hold: timedelta = timedelta(0),
) -> Outbox:
    """Adds a message inside the caller's transaction: told if and only if the fact is stored. `key` is unique."""
    size = cost(text)
    row = Outbox(
        key=key,
        person_id=address.person_id,
        address_id=address.id,
        channel=address.channel,
        inbound_id=inbound_id,
        text=text,
        encoding=size.encoding,
        segments=size.segments,
        priority=priority,
        not_before=now + hold,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    return row


def tell(session: Session, person_id: int, key: str, text: str, now: datetime) -> Optional[Outbox]:
    """Writes to the person's best address; None where there is none (a person at the counter)."""
    address = best_address(session, person_id)
    return write(session, key=key, address=address, text=text, now=now) if address else None


def claim(ctx: Context, channels: List[str], limit: int) -> List[Due]:
    """Takes due messages for this worker; several workers never get the same row."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        query = (
            select(Outbox, AddressRow)
            .join(AddressRow, AddressRow.id == Outbox.address_id)
            .where(Outbox.channel.in_(channels), _is_due(now))
            .order_by(Outbox.priority, Outbox.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=Outbox)
        )
        return [_take(row, address.address, now) for row, address in session.execute(query).all()]


def _is_due(now: datetime):
    fresh = (Outbox.state == QUEUED) & (Outbox.not_before <= now)
    orphaned = (Outbox.state == SENDING) & (Outbox.claimed_until < now)
    return or_(fresh, orphaned)


def _take(row: Outbox, address: Address, now: datetime) -> Due:
    retaken = row.state == SENDING
    row.state, row.claimed_until, row.attempts, row.updated_at = SENDING, now + CLAIM, row.attempts + 1, now
    return Due(row.id, address, row.text, row.attempts, row.created_at, retaken)


def sent(ctx: Context, outbox_id: int, vendor_id: str, via: str, state: str = SENT) -> None:
    """The vendor took it. A receipt that came in earlier is not overwritten."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = session.get(Outbox, outbox_id)
        row.vendor_id, row.via, row.sent_at, row.updated_at = vendor_id or row.vendor_id, via, now, now
        if _RANK[state] > _RANK.get(row.state, 0):
            row.state = state


def retry(ctx: Context, outbox_id: int, after: timedelta, code: str, reason: str) -> None:
    """It may pass later."""
    _settle(ctx, outbox_id, QUEUED, code, reason, after)


def give_up(ctx: Context, outbox_id: int, code: str, reason: str) -> None:
    """It will not pass; staff see the reason."""
    _settle(ctx, outbox_id, GIVEN_UP, code, reason)


def hold(ctx: Context, outbox_id: int, code: str, reason: str) -> None:
    """Kept until the person writes again (WeChat's window is closed and no phone is known)."""
    _settle(ctx, outbox_id, HELD, code, reason)


def reroute(ctx: Context, outbox_id: int, to: AddressRow, code: str, reason: str) -> None:
    """Sends the same text over another channel and closes this row."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = session.get(Outbox, outbox_id)
        row.state, row.error_code, row.error_reason, row.updated_at = GIVEN_UP, code, reason, now
        write(session, key=f"{row.key}>{to.channel}", address=to, text=row.text, now=now, priority=row.priority)


def _settle(
    ctx: Context, outbox_id: int, state: str, code: str, reason: str, after: timedelta = timedelta(0)
) -> None:
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = session.get(Outbox, outbox_id)
        row.state, row.error_code, row.error_reason = state, code, reason
        row.not_before, row.claimed_until, row.updated_at = now + after, None, now


def receipt(ctx: Context, channel: str, vendor_id: str, state: str, code: str = "", reason: str = "") -> bool:
    """The vendor's later word (`sent`, `delivered`, `undelivered`). Only forward; False where nothing changed."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        query = select(Outbox).where(Outbox.channel == channel, Outbox.vendor_id == vendor_id)
        row = session.execute(query.with_for_update()).scalars().first()
        if row is None or _RANK[state] <= _RANK.get(row.state, 0):
            return False
        row.state, row.error_code, row.error_reason, row.updated_at = state, code or None, reason or None, now
        return True


def take_passive(ctx: Context, inbound_id: int) -> Optional[str]:
    """The reply to this message, if it still waits: it goes out in the webhook's own answer and is marked sent.

    Messages held back for this person by a closed window ride along, as far as they fit.
    """
    now = ctx.clock()
    with ctx.db.writing() as session:
        query = select(Outbox).where(Outbox.inbound_id == inbound_id, Outbox.state == QUEUED)
        rows = session.execute(query.order_by(Outbox.id).with_for_update()).scalars().all()
        if not rows:
            return None
        first = rows[0]
        first.state, first.via, first.sent_at, first.updated_at = SENT, "passive", now, now
        for row in rows[1:]:
            row.not_before = now
        return first.text


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


def unhold(session: Session, address_id: int, now: datetime) -> None:
    """The person wrote: what was held for this address may go now."""
    session.execute(
        update(Outbox)
        .where(Outbox.address_id == address_id, Outbox.state == HELD)
        .values(state=QUEUED, not_before=now, updated_at=now)
        .execution_options(synchronize_session=False)
    )
