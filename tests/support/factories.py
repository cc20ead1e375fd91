"""One row factory a table, and the shortest way to a message."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Any, Optional

from bot.actions.base import UseCase, perform
from bot.core.address import SMS, Address
from bot.services import inbox
from bot.services.context import Context
from bot.services.inbox import Accepted, Incoming
from bot.services.talk import Turn
from bot.store.messages import Inbound, Outbox
from bot.store.people import Employer, Person, ensure_address
from bot.store.work import Posting

WORKER, OTHER, BOSS = "+8613800000011", "+8613800000012", "+8613800001001"


def employer(ctx: Context, phone: str = BOSS, name: str = "示例劳务队") -> int:
    """An employer with a phone; its id."""
    with ctx.db.writing() as session:
        person_id = ensure_address(session, Address(SMS, phone), ctx.clock()).person_id
        row = Employer(name=name, person_id=person_id, sample=False, created_at=ctx.clock())
        session.add(row)
        session.flush()
        return row.id


def posting(ctx: Context, employer_id: int, **changes: Any) -> int:
    """Tomorrow's building work in 洪山, three seats, 300 yuan a day; its id."""
    tomorrow = ctx.today() + timedelta(days=1)
    values = {
        "employer_id": employer_id, "trade": "general_labor", "title": "小工", "place_code": "420111",
        "place_name": "光谷", "address": "光谷大道1号工地2号门", "date_from": tomorrow, "date_to": tomorrow,
        "start_time": "07:00", "wage_min": 30000, "wage_max": 30000, "wage_unit": "day", "pay_cycle": "daily",
        "headcount": 3, "created_at": ctx.clock(),
    }  # fmt: skip
    with ctx.db.writing() as session:
        row = Posting(**{**values, **changes})
        session.add(row)
        session.flush()
        return row.id


def person(ctx: Context, phone: str = WORKER, name: Optional[str] = "张建国") -> int:
    """A person with a phone; the id."""
    with ctx.db.writing() as session:
        person_id = ensure_address(session, Address(SMS, phone), ctx.clock()).person_id
        session.get(Person, person_id).name = name
        return person_id


_COUNT = iter(range(10**9))


def incoming(ctx: Context, text: str, phone: str = WORKER, channel: str = SMS) -> Accepted:
    """A message stored and not yet answered."""
    return inbox.accept(ctx, Incoming(f"test:{next(_COUNT)}", Address(channel, phone), "text", text))


def turn(
    ctx: Context,
    text: str,
    use_case: UseCase,
    phone: str = WORKER,
    channel: str = SMS,
    task: str = "other",
    **fields: Any,
) -> str:
    """Answers one message by a use case, as the action would; the reply's text ("" for none)."""
    accepted = incoming(ctx, text, phone, channel)
    with ctx.db.reading() as session:
        stored = session.get(Inbound, accepted.inbound_id).text
    text = unicodedata.normalize("NFKC", stored)  # as bot/services/turn_facts.py hands it on
    perform(ctx, Turn(accepted.inbound_id, task, 1.0, text, fields), use_case)
    with ctx.db.reading() as session:
        row = session.query(Outbox).filter_by(inbound_id=accepted.inbound_id).one_or_none()
        return row.text if row else ""


def told(ctx: Context, phone: str) -> list:
    """Every text written to a phone so far, oldest first."""
    with ctx.db.writing() as session:
        person_id = ensure_address(session, Address(SMS, phone), ctx.clock()).person_id
        rows = session.query(Outbox).filter_by(person_id=person_id).order_by(Outbox.id)
        return [row.text for row in rows]


def tomorrow(ctx: Context) -> date:
    """The local day after today."""
    return ctx.today() + timedelta(days=1)
