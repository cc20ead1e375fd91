"""The shortest ways to a case, and to what became of it."""

from __future__ import annotations

from typing import Any, Dict, List

from bot.services import cases, small_talk
from bot.services.context import Context
from bot.store.help import Case, CaseEvent, Escalation
from tests.support.factories import WORKER, turn

FULL = {
    "amount_owed": 8000, "employer_name": "宏远公司", "place": "420115",
    "date_from": "2026-10-01", "date_to": "2026-10-31",
}  # fmt: skip


def complain(ctx: Context, text: str = "老板欠我工钱", phone: str = WORKER, **fields: Any) -> str:
    """A report of unpaid wages; the reply."""
    return turn(ctx, text, cases.open_wage_case, phone, task="wage_dispute", **fields)


def answer(ctx: Context, text: str, phone: str = WORKER, **fields: Any) -> str:
    """An answer to the case's open question."""
    return turn(ctx, text, cases.take_case_fact, phone, task="inform", **fields)


def say(ctx: Context, text: str, phone: str = WORKER, task: str = "other") -> str:
    """Something that no open question waits for."""
    return turn(ctx, text, small_talk.help_, phone, task=task)


def status(ctx: Context, phone: str = WORKER) -> str:
    """“我的案子”."""
    return turn(ctx, "我的案子", cases.status, phone, task="case_status")


def case(ctx: Context, case_id: int = 1) -> Case:
    """The row, free of its session."""
    with ctx.db.reading() as session:
        return session.get(Case, case_id)


def facts(ctx: Context, case_id: int = 1) -> Dict[str, Any]:
    """As stored, without what the bot keeps there for itself."""
    return {
        key: value for key, value in case(ctx, case_id).facts.items() if key not in ("noticed", "flags_said")
    }


def calls(ctx: Context, state: str = "open") -> List[tuple]:
    """Reason and urgency of what waits for staff."""
    with ctx.db.reading() as session:
        rows = session.query(Escalation).filter_by(state=state).order_by(Escalation.id)
        return [(row.reason, row.urgency) for row in rows]


def logged(ctx: Context, case_id: int = 1) -> List[str]:
    """What the log says happened, in order."""
    with ctx.db.reading() as session:
        rows = session.query(CaseEvent).filter_by(case_id=case_id).order_by(CaseEvent.id)
        return [row.what for row in rows]
