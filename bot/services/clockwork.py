"""What happens because time has passed: reminders to employers, questions that ran out, promises that fall due."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, List

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.core.deadlines import early, quiet
from bot.core.hire import Event, State
from bot.services import forget, next_best, one_by_one, outbox, push, words
from bot.services.cases import clock as case_clock
from bot.services.context import Context
from bot.services.promises import refill, timers
from bot.store import hires, postings
from bot.store.people import Person
from bot.store.work import Hire, Posting

log = logging.getLogger(__name__)
_BATCH = 50


def tick(ctx: Context) -> int:
    """Does everything that is due. How many things were done; a room that fails does not stop the next."""
    rooms = {
        "questions": _questions,
        "promises": timers.tick,
        "cases": case_clock.tick,
        "push": push.tick,
        "forgetting": forget.tick,
    }
    return one_by_one.each(ctx, log, "clockwork of", rooms, lambda ctx, name: rooms[name](ctx))


def _questions(ctx: Context) -> int:
    """To employers, each hire in a transaction of its own."""
    reminded = one_by_one.each(ctx, log, "hire", _due(ctx, Hire.remind_at, ~Hire.reminded), _remind)
    return reminded + one_by_one.each(ctx, log, "hire", _due(ctx, Hire.expires_at), _expire)


def _due(ctx: Context, when: Any, *also: Any) -> List[int]:
    """In the night only what cannot wait for the morning."""
    now = ctx.clock()
    query = select(Hire.id).where(Hire.state == State.OFFERED.value, when <= now, *also)
    local = now.astimezone(ctx.zone)
    if quiet(local):
        query = query.join(Posting, Posting.id == Hire.posting_id).where(_starts_before(early(local)))
    with ctx.db.reading() as session:
        return list(session.execute(query.order_by(when).limit(_BATCH)).scalars())


def _starts_before(limit: datetime) -> Any:
    """Work without an hour starts early. `limit` is local, as are a posting's day and hour."""
    early_hour = or_(Posting.start_time.is_(None), Posting.start_time < limit.strftime("%H:%M"))
    return or_(Posting.date_from < limit.date(), (Posting.date_from == limit.date()) & early_hour)


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
        refill.seat_freed(ctx, session, posting, now)
        return True


def _tell_employer(ctx: Context, session: Session, row: Hire, key: str, telling: str, now: datetime) -> None:
    posting = session.get(Posting, row.posting_id)
    worker = session.get(Person, row.worker_id)
    text = ctx.replies.render(
        key,
        code=row.code,
        name=worker.name or "",
        what=words.short(ctx, posting, now),
        until=words.by_when(ctx, row.expires_at, now),
    )
    outbox.tell(session, postings.employer(session, posting).person_id, f"hire:{row.id}:{telling}", text, now)
