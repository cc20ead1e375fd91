"""Writing messages to send, and what becomes of them.

    queued -> sending -> sent -> delivered | undelivered        receipts only move forward
       ^         |-> given_up
       |-- held <-|   WeChat's window is closed: kept until the person writes again

A row in `sending` belongs to one claim. Only its holder may say what became of it: a worker that was too slow,
so that another took its rows, changes nothing any more.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, List, Optional
from uuid import uuid4

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

log = logging.getLogger(__name__)
REPLY, NEWS, BULK = 0, 5, 9
CLAIM = timedelta(minutes=2)  # since the claim or its renewal; after that the worker is taken to have died
PASSIVE_HOLD = timedelta(seconds=16)  # WeChat tries three times, five seconds apart
_RANK = {QUEUED: 0, SENDING: 1, SENT: 2, DELIVERED: 3, UNDELIVERED: 3, GIVEN_UP: 3}


@dataclass(frozen=True)
class Due:
    """One claimed message, copied out of the database so that no connection is held while the vendor is called.

    `retaken`: an earlier worker died with it; the vendor may have it already. `claim` proves that it is ours.
    """

    id: int
    address: Address
    text: str
    attempts: int
    created_at: datetime
    retaken: bool
    claim: str = ""


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
    now, token = ctx.clock(), uuid4().hex
    with ctx.db.writing() as session:
        query = (
            select(Outbox, AddressRow)
            .join(AddressRow, AddressRow.id == Outbox.address_id)
            .where(Outbox.channel.in_(channels), _is_due(now))
            .order_by(Outbox.priority, Outbox.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=Outbox)
        )
        return [_take(row, address.address, token, now) for row, address in session.execute(query).all()]


def _is_due(now: datetime):
    fresh = (Outbox.state == QUEUED) & (Outbox.not_before <= now)
    orphaned = (Outbox.state == SENDING) & (Outbox.claimed_until < now)
    return or_(fresh, orphaned)


def _take(row: Outbox, address: Address, token: str, now: datetime) -> Due:
    retaken = row.state == SENDING
    row.state, row.claim, row.claimed_until = SENDING, token, now + CLAIM
    row.attempts, row.updated_at = row.attempts + 1, now
    return Due(row.id, address, row.text, row.attempts, row.created_at, retaken, token)


def renew(ctx: Context, due: Due) -> bool:
    """Right before sending: the claim lasts its full time again. False where another worker has the row by now."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        return _change(session, due, claimed_until=now + CLAIM, updated_at=now)


def sent(
    ctx: Context, outbox_id: int, vendor_id: str, via: str, state: str = SENT, claim: Optional[str] = None
) -> None:
    """The vendor took it. A receipt that came in earlier is not overwritten.

    A worker names its `claim`; without one the row is nobody's (a message sent by hand).
    """
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = session.get(Outbox, outbox_id, with_for_update=True)
        if claim is not None and row.claim != claim:
            _log_lost(outbox_id)
            return
        row.vendor_id, row.via, row.sent_at = vendor_id or row.vendor_id, via, now
        row.claim, row.claimed_until, row.updated_at = None, None, now
        if _RANK[state] > _RANK.get(row.state, 0):
            row.state = state


def retry(ctx: Context, due: Due, after: timedelta, code: str, reason: str) -> None:
    """It may pass later."""
    _settle(ctx, due, QUEUED, code, reason, not_before=ctx.clock() + after)


def give_up(ctx: Context, due: Due, code: str, reason: str) -> None:
    """It will not pass; staff see the reason."""
    _settle(ctx, due, GIVEN_UP, code, reason)


def hold(ctx: Context, due: Due, code: str, reason: str) -> None:
    """Kept until the person writes again (WeChat's window is closed and no phone is known)."""
    _settle(ctx, due, HELD, code, reason)


def reroute(ctx: Context, due: Due, to: AddressRow, code: str, reason: str) -> None:
    """Sends the same text over another channel and closes this row."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        if _end(session, due, now, GIVEN_UP, code, reason):
            row = session.get(Outbox, due.id)
            key = f"{row.key}>{to.channel}"
            write(session, key=key, address=to, text=row.text, now=now, priority=row.priority)


def _settle(ctx: Context, due: Due, state: str, code: str, reason: str, **more: Any) -> None:
    with ctx.db.writing() as session:
        _end(session, due, ctx.clock(), state, code, reason, **more)


def _end(session: Session, due: Due, now: datetime, state: str, code: str, reason: str, **more: Any) -> bool:
    """The end of a claim."""
    facts = {"state": state, "error_code": code, "error_reason": reason, "updated_at": now, **more}
    return _change(session, due, claim=None, claimed_until=None, **facts)


def _change(session: Session, due: Due, **values: Any) -> bool:
    # One guarded statement: between a look and a change another worker could take the row.
    done = session.execute(
        update(Outbox)
        .where(Outbox.id == due.id, Outbox.state == SENDING, Outbox.claim == due.claim)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if not done.rowcount:
        _log_lost(due.id)
    return bool(done.rowcount)


def _log_lost(outbox_id: int) -> None:
    log.info("outbox row %d is no longer this worker's", outbox_id)


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


def unhold(session: Session, address_id: int, now: datetime) -> None:
    """The person wrote: what was held for this address may go now."""
    session.execute(
        update(Outbox)
        .where(Outbox.address_id == address_id, Outbox.state == HELD)
        .values(state=QUEUED, not_before=now, updated_at=now)
        .execution_options(synchronize_session=False)
    )
