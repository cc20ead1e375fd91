"""One answer to one message: facts, state and the reply are committed together, once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Dict, Iterator, List, Optional

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.core.address import WECHAT
from bot.services import memory, outbox
from bot.services.context import Context
from bot.services.state import TalkState
from bot.store.messages import ANSWERED, RECEIVED, Inbound
from bot.store.people import AddressRow, Employer, Person, employer_of

_SAID_KEPT = 40


class AlreadyAnswered(Exception):
    """Another worker was faster with the same message; nothing is to be done."""


class PersonMoved(Exception):
    """The message belongs to another person row by now; nothing was done, the turn is taken up again."""


@dataclass(frozen=True)
class Turn:
    """One message as it was understood. `fields` are those of the contract; `meanings`, where the message was
    unsure, the fields of each task it may have been, likeliest first; `also`: the fields of a second wish (work,
    beside unpaid wages)."""

    inbound_id: int
    task: str
    confidence: float
    text: str
    fields: Dict[str, Any]
    meanings: List[Dict[str, Any]] = field(default_factory=list)
    also: Dict[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """A field, or None where the message does not speak of it."""
        return self.fields.get(name)


@dataclass
class Talk:
    """The transaction's view of the talk: whom we answer, what we know, what we say."""

    ctx: Context
    session: Session
    turn: Turn
    inbound: Inbound
    address: AddressRow
    person: Person
    state: TalkState
    now: datetime
    lines: List[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The local day on which the message was sent."""
        return self.inbound.received_at.astimezone(self.ctx.zone).date()

    @property
    def employer(self) -> Optional[Employer]:
        """The employer this person answers for, or None."""
        return employer_of(self.session, self.person.id)

    def say(self, key: str, **params: Any) -> None:
        """Adds a text to the reply; said again, another variant is taken."""
        nth = self.state.said.get(key, 0)
        self.state.said[key] = nth + 1
        self.lines.append(self.ctx.replies.render(key, self.address.channel, nth, **params))

    def say_text(self, text: str) -> None:
        """Adds a composed text (a list) to the reply."""
        self.lines.append(text)

    def tell(self, person_id: int, telling: str, key: str, **params: Any) -> None:
        """Writes to somebody else, in this transaction. `telling` names the fact, so that it is told once."""
        if person_id == self.person.id:  # one person on both sides, as in a demonstration: one message
            self.lines.append(self.ctx.replies.render(key, self.address.channel, **params))
            return
        text = self.ctx.replies.render(key, "", 0, **params)
        outbox.tell(self.session, person_id, telling, text, self.now)


@contextmanager
def answering(ctx: Context, turn: Turn) -> Iterator[Talk]:
    """Opens the turn's only transaction. Raises AlreadyAnswered, before anything is done, where it is too late."""
    with ctx.db.writing() as session:
        _mark_answered(session, turn, ctx.clock())
        talk = _open(ctx, session, turn)
        yield talk
        _close(talk)


def _mark_answered(session: Session, turn: Turn, now: datetime) -> None:
    done = session.execute(
        update(Inbound)
        .where(Inbound.id == turn.inbound_id, Inbound.state == RECEIVED)
        .values(state=ANSWERED, answered_at=now, task=turn.task, confidence=turn.confidence)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        raise AlreadyAnswered(turn.inbound_id)


def _open(ctx: Context, session: Session, turn: Turn) -> Talk:
    inbound = session.get(Inbound, turn.inbound_id)
    address = session.get(AddressRow, inbound.address_id)
    person = session.get(Person, inbound.person_id)
    now, heard = ctx.clock(), memory.Heard(turn.text, inbound.received_at)
    state = memory.state_of(session, person.id, now, lock=True, heard=heard)
    session.refresh(inbound)
    if inbound.person_id != person.id:  # made one with another person while this turn waited for the lock
        raise PersonMoved(turn.inbound_id)
    return Talk(ctx, session, turn, inbound, address, person, state, now)


def _close(talk: Talk) -> None:
    if len(talk.state.said) > _SAID_KEPT:
        talk.state.said.clear()
    memory.save(talk.session, talk.person.id, talk.state, talk.now)
    outbox.unhold(talk.session, talk.address.id, talk.now)
    if talk.lines:
        outbox.write(
            talk.session,
            key=f"in:{talk.turn.inbound_id}",
            address=talk.address,
            text="\n".join(talk.lines),
            now=talk.now,
            priority=outbox.REPLY,
            inbound_id=talk.turn.inbound_id,
            hold=_hold(talk),
        )


def _hold(talk: Talk) -> timedelta:
    """WeChat's webhook may still carry the reply until its third delivery has ended."""
    if talk.address.channel != WECHAT:
        return timedelta(0)
    return max(talk.inbound.received_at + outbox.PASSIVE_HOLD - talk.now, timedelta(0))
