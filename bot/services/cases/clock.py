"""What time brings to cases: the notice for those who fell silent, a reminder to staff where a step is overdue."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, Callable, List

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core.deadlines import quiet
from bot.services import outbox
from bot.services.cases import notice
from bot.services.context import Context
from bot.services.hand_off import call_staff
from bot.store import cases
from bot.store.help import Case
from bot.store.people import best_address

log = logging.getLogger(__name__)
_BATCH = 50
Work = Callable[[Context, Session, Case, datetime], None]


def tick(ctx: Context) -> int:
    """Each case in a transaction of its own; how many were touched. Nobody is written to in the night."""
    overdue = _each(ctx, Case.due_at, _remind_staff, Case.overdue_told_at.is_(None))
    if quiet(ctx.clock().astimezone(ctx.zone)):
        return overdue
    return overdue + _each(ctx, Case.notice_due_at, _give_notice)


def _each(ctx: Context, when: Any, work: Work, *also: Any) -> int:
    return sum(_safely(ctx, case_id, when.key, work) for case_id in _due(ctx, when, *also))


def _due(ctx: Context, when: Any, *also: Any) -> List[int]:
    query = select(Case.id).where(when <= ctx.clock(), cases.still_open(), *also)
    with ctx.db.reading() as session:
        return list(session.execute(query.order_by(when).limit(_BATCH)).scalars())


def _safely(ctx: Context, case_id: int, column: str, work: Work) -> bool:
    """One that fails must not stop the others; it stays due."""
    now = ctx.clock()
    try:
        with ctx.db.writing() as session:
            case = cases.locked(session, case_id)
            due = getattr(case, column) if case else None
            if due is None or due > now:
                return False
            work(ctx, session, case, now)
            return True
    except Exception as why:
        log.error("case %d failed: %s", case_id, type(why).__name__)
        return False


def _remind_staff(ctx: Context, session: Session, case: Case, now: datetime) -> None:
    case.overdue_told_at = now
    cases.log(session, case, "overdue", case.state, now)
    call_staff(session, case.person_id, "case_overdue", now, min(case.urgency, 2))


def _give_notice(ctx: Context, session: Session, case: Case, now: datetime) -> None:
    case.notice_due_at = None
    address = best_address(session, case.person_id)
    if address is None:
        return
    today = now.astimezone(ctx.zone).date()
    text = notice.text_of(ctx, session, case, today, address.channel)
    if case.facts.get("noticed") == text:
        return
    case.facts = {**case.facts, "noticed": text}
    row = cases.log(session, case, "notice", "", now)
    outbox.tell(session, case.person_id, f"case:{case.id}:notice:{row.id}", text, now)
