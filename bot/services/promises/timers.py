"""What falls due about each hire: planned when it is confirmed, done once, whichever clockwork comes first."""

from __future__ import annotations

import logging
from datetime import datetime, time
from typing import Callable, Dict, List, Optional, Tuple

from sqlalchemy.orm import Session

from bot.core import schedule
from bot.core.hire import State
from bot.services.context import Context
from bot.services.promises import attendance, ratings, refill, reminders, wages
from bot.services.promises.due import ARRIVAL, ATTENDANCE, DONE, EVENING, PAY, RATE, REFILL, SOON, Due
from bot.services.promises.hours import hired_at, starts, work_of
from bot.store import hires, promises
from bot.store.work import Hire, Posting

log = logging.getLogger(__name__)
_BATCH = 200
TOGETHER = (ATTENDANCE, RATE)
_DO: Dict[str, Callable[[Due], bool]] = {
    EVENING: reminders.evening,
    SOON: reminders.soon,
    ARRIVAL: attendance.ask_worker,
    ATTENDANCE: attendance.ask_employer,
    DONE: wages.announce,
    PAY: wages.ask,
    RATE: ratings.ask_employer,
    REFILL: refill.in_the_morning,
}
"""Each returns False where it must wait (for the morning): then it stays due."""


def plan(ctx: Context, session: Session, row: Hire, posting: Posting) -> None:
    """Sets every time of a hire that has just been confirmed."""
    begins, hired, work = starts(ctx, row, posting), hired_at(ctx, row), work_of(posting)
    check = schedule.pay_checks(work, begins.date(), posting.pay_cycle)[0]
    times: List[Tuple[str, datetime]] = [
        (ARRIVAL, begins + schedule.WORKER_AFTER),
        (ATTENDANCE, begins + schedule.EMPLOYER_AFTER),
        (PAY, _at(ctx, check, schedule.PAY_AT)),
        (RATE, _at(ctx, wages.day_after(posting), schedule.RATE_AT)),
    ]
    if check > wages.day_after(posting):
        times.append((DONE, _at(ctx, wages.day_after(posting), schedule.PAY_AT)))
    early = ((EVENING, schedule.told_before(begins, hired)), (SOON, schedule.soon(begins, hired)))
    times += [(kind, at) for kind, at in early if at is not None]
    for kind, at in times:
        promises.plan(session, row.id, kind, at)


def plan_again(ctx: Context, session: Session, posting: Posting) -> None:
    """The day, the hour or the pay of a posting was changed: what is not done yet is moved with it."""
    for row in hires.of_posting(session, posting.id, [State.CONFIRMED]):
        plan(ctx, session, row, posting)


def _at(ctx: Context, day, hour: time) -> datetime:
    return datetime.combine(day, hour, ctx.zone)


def tick(ctx: Context) -> int:
    """Does everything that is due, each in a transaction of its own; how many were done."""
    with ctx.db.reading() as session:
        due = [(row.hire_id, row.kind) for row in promises.due_timers(session, ctx.clock(), _BATCH)]
    return sum(_safely(ctx, hire_id, kind) for hire_id, kind in due) + refill.run_out(ctx)


def _safely(ctx: Context, hire_id: int, kind: str) -> bool:
    """One that fails must not stop the others; it stays due."""
    try:
        return _do(ctx, hire_id, kind)
    except Exception as why:
        log.error("timer %s of hire %d failed: %s", kind, hire_id, type(why).__name__)
        return False


def _do(ctx: Context, hire_id: int, kind: str) -> bool:
    now = ctx.clock()
    with ctx.db.writing() as session:
        row = _locked(session, hire_id, kind)  # who comes second waits here, and then finds it done
        timer = promises.timer(session, hire_id, kind)
        if row is None or timer is None or timer.done_at is not None or timer.due_at > now:
            return False
        posting = session.get(Posting, row.posting_id)
        if not _DO[kind](Due(ctx, session, row, posting, now)):
            return False
        timer.done_at = now
        return True


def _locked(session: Session, hire_id: int, kind: str) -> Optional[Hire]:
    """One message for all hires of a posting: all are locked, in the order of their ids."""
    if kind not in TOGETHER:
        return hires.get_locked(session, hire_id)
    posting_id = session.get(Hire, hire_id).posting_id
    ids = [row.id for row in hires.of_posting(session, posting_id, list(State))]
    return next(row for row in hires.get_all_locked(session, ids) if row.id == hire_id)
