"""Shortest ways through the life of a hire, by the messages that people write."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import partial
from typing import List, Optional
from zoneinfo import ZoneInfo

from sqlalchemy import text as sql

from bot.services import clockwork, offers, open_question
from bot.services.context import Context
from bot.services.promises import answering
from bot.services.state import OFFERS
from bot.services.turn_facts import expecting
from bot.store.work import Hire, Posting
from tests.support.clock import Clock
from tests.support.factories import BOSS, WORKER, incoming, person, turn

WUHAN = ZoneInfo("Asia/Shanghai")
_FORGET = sql("DELETE FROM inbound WHERE id = :id")


def at(clock: Clock, ctx: Context, day: int, hour: int, minute: int = 0, month: int = 11) -> int:
    """The local time of 2026 comes, and the clockwork with it; how much was done."""
    clock.now = datetime(2026, month, day, hour, minute, tzinfo=WUHAN).astimezone(timezone.utc)
    return clockwork.tick(ctx)


def pick(ctx: Context, job: int, phone: str = WORKER, name: str = "张建国") -> str:
    """A worker asks for it; the answer."""
    person(ctx, phone, name)
    return turn(ctx, "1", partial(offers.pick, posting_ids=[job]), phone)


def hire(ctx: Context, job: int, phone: str = WORKER, name: str = "张建国") -> int:
    """Picked and confirmed; the hire's id."""
    pick(ctx, job, phone, name)
    row = last_hire(ctx)
    turn(ctx, f"{row.code} 1", open_question.inform, BOSS, task="inform")
    return row.id


def say(ctx: Context, text: str, phone: str = WORKER, **fields: object) -> str:
    """A message that answers what was asked out of turn, as the dialogue would hand it on; the reply."""
    use_case = open_question.inform if front(ctx, text, phone) in (None, OFFERS) else answering.answer
    return turn(ctx, text, use_case, phone, task="inform", **fields)


def front(ctx: Context, text: str, phone: str = WORKER) -> Optional[str]:
    """Which open question a message would belong to."""
    accepted = incoming(ctx, text, phone)
    found = expecting(ctx, accepted.person_id)
    with ctx.db.writing() as session:
        session.execute(_FORGET, {"id": accepted.inbound_id})
    return found


def last_hire(ctx: Context) -> Hire:
    with ctx.db.reading() as session:
        return session.query(Hire).order_by(Hire.id.desc()).first()


def states(ctx: Context) -> List[str]:
    """Of all hires, oldest first."""
    with ctx.db.reading() as session:
        return [row.state for row in session.query(Hire).order_by(Hire.id)]


def seats(ctx: Context, job: int) -> int:
    with ctx.db.reading() as session:
        return session.get(Posting, job).seats_taken
