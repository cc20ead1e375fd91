"""What happens because time has passed: reminders to employers, and questions that ran out."""
from __future__ import annotations

from datetime import datetime
from typing import List

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core import wording
from bot.core.hire import Event, State
from bot.services import next_best, outbox
from bot.services.context import Context
from bot.store import hires, postings
from bot.store.people import Person
from bot.store.work import Hire, Posting

_BATCH = 50


def tick(ctx: Context) -> int:
    """Does everything that is due, each hire in a transaction of its own. How many were touched."""
    done = 0
    for hire_id in _due(ctx, Hire.remind_at, reminded=False):
        done += _remind(ctx, hire_id)
    for hire_id in _due(ctx, Hire.expires_at):
        done += _expire(ctx, hire_id)
    return done


def _due(ctx: Context, when, **also) -> List[int]:
    with ctx.db.reading() as session:
        query = select(Hire.id).where(Hire.state == State.OFFERED.value, when <= ctx.clock())
        return list(session.execute(query.filter_by(**also).order_by(when).limit(_BATCH)).scalars())


def _remind(ctx: Context, hire_id: int) -> bool:
    """Once, half-way."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = hires.get_locked(session, hire_id)
        if row is None or row.state != State.OFFERED.value or row.reminded:
            return False
        row.reminded = True
        if row.expires_at > now:
            _tell_employer(ctx, session, row, "utter_offer_reminder", "reminder", now)
        return True


def _expire(ctx: Context, hire_id: int) -> bool:
    """Both are told; the worker sees the next best."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = hires.get_locked(session, hire_id)
        if row is None or row.state != State.OFFERED.value or row.expires_at > now:
            return False
        hires.move(session, row, Event.EXPIRE, "clock", now)
        posting = session.get(Posting, row.posting_id)
        _tell_employer(ctx, session, row, "utter_offer_expired_employer", "expired-employer", now)
        next_best.tell(ctx, session, row, posting, "utter_expired", now)
        return True


def _tell_employer(ctx: Context, session: Session, row: Hire, key: str, telling: str, now: datetime) -> None:
    posting = session.get(Posting, row.posting_id)
    worker = session.get(Person, row.worker_id)
    today = now.astimezone(ctx.zone).date()
    day = wording.day(max(posting.date_from, today), today)
    text = ctx.replies.render(
        key,
        code=row.code,
        name=worker.name or "",
        what=f"{day}{posting.place_name}{ctx.trades.short_name(posting.trade)}",
        until=row.expires_at.astimezone(ctx.zone).strftime("%H:%M"),
    )
    outbox.tell(session, postings.employer(session, posting).person_id, f"hire:{row.id}:{telling}", text, now)
