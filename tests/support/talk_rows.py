"""Rows behind the console's pages: what was sent, who asks for help, what is kept as a case."""

from __future__ import annotations

from bot.core.address import SMS, Address
from bot.services import outbox
from bot.services.context import Context
from bot.services.hand_off import URGENCY
from bot.store.help import Case, Escalation
from bot.store.people import Employer, ensure_address
from tests.support.factories import incoming


def sample_employer(ctx: Context, name: str, phone: str, sample: bool = True) -> None:
    """An employer of the sample data, or a real one."""
    with ctx.db.writing() as session:
        person_id = ensure_address(session, Address(SMS, phone), ctx.clock()).person_id
        session.add(Employer(name=name, person_id=person_id, sample=sample, created_at=ctx.clock()))


def sent_to(ctx: Context, address: Address, text: str, **changes: object) -> int:
    """A message of ours; `changes` are columns. Its id."""
    with ctx.db.writing() as session:
        row = outbox.write(
            session,
            key=f"{address.value}:{text}",
            address=ensure_address(session, address, ctx.clock()),
            text=text,
            now=ctx.clock(),
        )
        for name, value in changes.items():
            setattr(row, name, value)
        session.flush()
        return row.id


def call_for_help(
    ctx: Context, reason: str, text: str, phone: str, channel: str = SMS, state: str = "open"
) -> int:
    """A message that staff must look at; the person's id."""
    accepted = incoming(ctx, text, phone, channel)
    with ctx.db.writing() as session:
        session.add(
            Escalation(
                person_id=accepted.person_id,
                inbound_id=accepted.inbound_id,
                reason=reason,
                urgency=URGENCY[reason],
                state=state,
                created_at=ctx.clock(),
            )
        )
    return accepted.person_id


def case_of(ctx: Context, person_id: int, kind: str, state: str = "registered") -> int:
    """A case; its id."""
    with ctx.db.writing() as session:
        now = ctx.clock()
        case = Case(person_id=person_id, kind=kind, state=state, facts={}, created_at=now, updated_at=now)
        session.add(case)
        session.flush()
        return case.id
