"""What the simulator page shows: the phones that may be played, and the messages from and to each."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import List, Optional, Sequence, Tuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.core.address import SMS, WECHAT, Address
from bot.core.hire import State
from bot.core.segments import cost
from bot.services.context import Context
from bot.services.state import SEAT
from bot.store.messages import RECEIVED, Inbound, Outbox
from bot.store.people import AddressRow, Employer, at_address
from bot.store.promises import Prompt, Timer
from bot.store.work import Hire

SHOWN = 60  # messages of one phone
_INVENTED = {SMS: re.compile(r"\+861380000\d{4}"), WECHAT: re.compile(r"sim-[a-z0-9-]{1,40}")}


@dataclass(frozen=True)
class Message:
    """`mine` was written on that phone. `state`, `via` and `reason` are those of the inbox and the outbox."""

    id: str
    mine: bool
    text: str
    at: datetime
    state: str
    segments: int
    via: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Thread:
    """`mark` changes with whatever a phone shows; `messages` is None where it is the mark that was seen last.

    `waiting`: a message of this phone is not answered yet.
    """

    mark: str
    waiting: bool
    messages: Optional[Tuple[Message, ...]]


@dataclass(frozen=True)
class SampleEmployer:
    """`news` is the outbox id of the last message that was not an answer: a question about a worker."""

    name: str
    phone: str
    news: int


def may_play(address: Address, employers: Sequence[SampleEmployer]) -> bool:
    """True for invented numbers and sample employers: nobody real can be spoken for."""
    pattern = _INVENTED.get(address.channel)
    if pattern and pattern.fullmatch(address.value):
        return True
    return address.channel == SMS and any(each.phone == address.value for each in employers)


def sample_employers(ctx: Context) -> List[SampleEmployer]:
    """All of them, by name."""
    news = (
        select(Outbox.address_id, func.max(Outbox.id).label("last"))
        .where(Outbox.inbound_id.is_(None))
        .group_by(Outbox.address_id)
        .subquery()
    )
    query = (
        select(Employer.name, AddressRow.value, news.c.last)
        .join(AddressRow, AddressRow.person_id == Employer.person_id)
        .outerjoin(news, news.c.address_id == AddressRow.id)
        .where(Employer.sample.is_(True), AddressRow.channel == SMS)
        .order_by(Employer.name, Employer.id)
    )
    with ctx.db.reading() as session:
        return [SampleEmployer(name, phone, last or 0) for name, phone, last in session.execute(query)]


def next_due(ctx: Context) -> Optional[datetime]:
    """When time brings the next message about; None where nothing is planned."""
    offered = Hire.state == State.OFFERED.value
    moments = (
        select(func.min(Timer.due_at)).where(Timer.done_at.is_(None)),
        select(func.min(Hire.remind_at)).where(offered, ~Hire.reminded),
        select(func.min(Hire.expires_at)).where(offered),
        select(func.min(Prompt.until)).where(Prompt.kind == SEAT, Prompt.answered_at.is_(None)),
    )
    with ctx.db.reading() as session:
        found = [session.execute(query).scalar() for query in moments]
    return min(filter(None, found), default=None)


def thread(ctx: Context, address: Address, after: str = "") -> Thread:
    """The last messages from and to an address, oldest first. `after` is the mark of what the caller has."""
    with ctx.db.reading() as session:
        row = at_address(session, address)
        messages = _messages(session, row) if row else []
    mark = hashlib.sha256(repr(messages).encode()).hexdigest()[:16]
    waiting = any(message.mine and message.state == RECEIVED for message in messages)
    return Thread(mark, waiting, None if mark == after else tuple(messages))


def _messages(session: Session, row: AddressRow) -> List[Message]:
    both = [_written(each) for each in _last(session, Inbound, row.id)]
    both += [_sent(each) for each in _last(session, Outbox, row.id)]
    # Sorting is stable: an answer given within the same instant stays behind its question.
    return sorted(both, key=lambda message: message.at)[-SHOWN:]


def _last(session: Session, table, address_id: int) -> list:
    query = select(table).where(table.address_id == address_id).order_by(table.id.desc()).limit(SHOWN)
    return session.execute(query).scalars().all()[::-1]


def _written(row: Inbound) -> Message:
    return Message(f"i{row.id}", True, row.text, row.received_at, row.state, cost(row.text).segments)


def _sent(row: Outbox) -> Message:
    return Message(
        id=f"o{row.id}",
        mine=False,
        text=row.text,
        at=row.created_at,
        state=row.state,
        segments=row.segments,
        via=row.via or "",
        reason=row.error_reason or "",
    )
