"""How a case goes on: every move is logged, told to the people of the case, and given a day by which to move on."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import List, Optional

from sqlalchemy.orm import Session

from bot.core.cases import states
from bot.core.cases.states import CaseState
from bot.core.cases.urgency import URGENT
from bot.services import outbox
from bot.services.context import Context
from bot.store import cases
from bot.store.help import Case

CALLS = ["case_overdue", "case_not_paid"]
_END_OF_DAY = time(18, 0)  # local: when an office closes


def is_open(case: Case) -> bool:
    """True while something is still to be done."""
    return states.is_open(case.state) and case.state != "closed"


def set_due(ctx: Context, case: Case, now: datetime) -> None:
    """From today on: when this step is overdue."""
    since = now.astimezone(ctx.zone).date()
    until = ctx.handbook.steps.until(case.state, since, case.urgency <= URGENT)
    local = datetime.combine(until.day, _END_OF_DAY, ctx.zone) if until else None
    case.due_at = local.astimezone(timezone.utc) if local else None
    case.overdue_told_at = None


def move(ctx: Context, case_id: int, to: str, staff: str, reason: str = "") -> None:
    """By staff. “Paid” is asked back: only the person's own word closes it. Raises NotAllowed, LookupError."""
    now, after = ctx.clock(), CaseState(to)
    with ctx.db.writing() as session:
        case = _case(session, case_id)
        states.check(CaseState(case.state), after, reason=reason)
        if after is CaseState.PAID:
            _ask_paid(ctx, session, case, staff, now)
            return
        _put(ctx, session, case, after, now, f"{staff}：{reason}" if reason else staff)
        _tell(ctx, session, case, f"utter_case_moved_{after.value}", now, reason=reason)


def close_by_person(ctx: Context, session: Session, case: Case, after: CaseState, now: datetime) -> None:
    """The person's own word, in his own turn; the reply says it."""
    states.check(CaseState(case.state), after, by_person=True)
    _put(ctx, session, case, after, now, "本人")
    cases.settle_calls(session, case.person_id, [*CALLS, case.kind])


def assign(ctx: Context, case_id: int, holder: str) -> None:
    """Who holds it; the person is told."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        case = _case(session, case_id)
        name = holder.strip()[:40]
        if name == case.holder:
            return
        case.holder, case.updated_at = name, now
        cases.log(session, case, "assigned", name, now)
        if name:
            _tell(ctx, session, case, "utter_case_assigned", now)


def note(ctx: Context, case_id: int, staff: str, text: str) -> None:
    """A note for colleagues; nobody is told."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        case = _case(session, case_id)
        case.updated_at = now
        cases.log(session, case, "note", f"{staff}：{text.strip()}", now)


def _case(session: Session, case_id: int) -> Case:
    case = cases.locked(session, case_id)
    if case is None:
        raise LookupError("没有这个案件")
    return case


def _put(ctx: Context, session: Session, case: Case, after: CaseState, now: datetime, who: str) -> None:
    before, case.state, case.updated_at = case.state, after.value, now
    case.paid_asked_at = None
    case.reason = who if after is CaseState.CLOSED_UNPAID else ""
    set_due(ctx, case, now)
    cases.log(session, case, "moved", f"{before} → {after.value}（{who}）", now)
    cases.settle_calls(session, case.person_id, ["case_overdue", case.kind])


def _ask_paid(ctx: Context, session: Session, case: Case, staff: str, now: datetime) -> None:
    case.paid_asked_at, case.updated_at = now, now
    case.due_at, case.overdue_told_at = now + timedelta(days=7), None
    cases.log(session, case, "paid_reported", staff, now)
    _tell(ctx, session, case, "utter_case_ask_paid", now)


def _tell(
    ctx: Context, session: Session, case: Case, key: str, now: datetime, reason: Optional[str] = None
) -> None:
    """Everybody of the case, in this transaction; the log's row makes each telling unique."""
    row = cases.log(session, case, "told_people", key, now)
    text = ctx.replies.render(key, number=f"W{case.id}", holder=holder_words(case), reason=reason or "")
    for person_id in everybody(session, case):
        outbox.tell(session, person_id, f"case:{case.id}:{row.id}:{person_id}", text, now)


def everybody(session: Session, case: Case) -> List[int]:
    """The one who opened it and all who joined and are not paid yet."""
    return [case.person_id, *(row.person_id for row in cases.members(session, case.id) if not row.paid)]


def holder_words(case: Case) -> str:
    """Who holds it, for people."""
    return f"由{case.holder}负责" if case.holder else "工作人员都能看到"
