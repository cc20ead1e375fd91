"""What staff see of the cases: the list, and everything about one. Numbers of phones are masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import List, Optional, Tuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core.cases import states
from bot.core.cases.advice import Advice, advise
from bot.core.cases.contacts import Contact
from bot.core.cases.facts import CRISIS, INJURY, read
from bot.core.cases.law import Rule
from bot.core.cases.states import CaseState
from bot.services.attention import hide_numbers
from bot.services.cases import contacts
from bot.services.context import Context
from bot.store import cases
from bot.store.help import Case, CaseEvent
from bot.store.people import Person

LISTED, LOG_SHOWN = 300, 100
_NO_FACTS = ("noticed", "flags_said", "flags")


@dataclass(frozen=True)
class Row:
    """One case in the list. `clock`: days left to the nearest legal limit, None where there is none."""

    id: int
    kind: str
    state: str
    urgency: int
    title: str
    holder: str
    due_at: Optional[datetime]
    overdue: bool
    clock: Optional[int]
    created_at: datetime


@dataclass(frozen=True)
class Entry:
    """One line of the log; numbers in it are masked."""

    what: str
    detail: str
    at: datetime


@dataclass(frozen=True)
class Page:
    """Everything about one case. `facts`: name and value as stored; `cited`: the rules behind each route."""

    row: Row
    person: str
    facts: Tuple[Tuple[str, object], ...]
    members: Tuple[Tuple[str, Optional[int], bool], ...]
    log: Tuple[Entry, ...]
    advice: Advice
    cited: Tuple[Tuple[Rule, ...], ...]
    contacts: Tuple[Contact, ...]
    moves: Tuple[str, ...]
    paid_asked_at: Optional[datetime]
    join_code: str
    step_note: str


def waiting(ctx: Context) -> List[Row]:
    """Open cases: the most urgent first, then the nearest limit, then the oldest."""
    with ctx.db.reading() as session:
        found = session.execute(select(Case).where(cases.still_open()).order_by(Case.id)).scalars()
        rows = [_row(ctx, case) for case in found]
    far = 10**6
    rows.sort(key=lambda row: (row.urgency, not row.overdue, far if row.clock is None else row.clock, row.id))
    return rows[:LISTED]


def page(ctx: Context, case_id: int) -> Optional[Page]:
    """None where there is no such case."""
    with ctx.db.reading() as session:
        case = session.get(Case, case_id)
        return _page(ctx, session, case) if case else None


def _page(ctx: Context, session: Session, case: Case) -> Page:
    advice = _advice(ctx, case)
    law = ctx.handbook.law
    typed = read(case.kind, case.facts, ctx.today())
    return Page(
        row=_row(ctx, case),
        person=session.get(Person, case.person_id).name or "",
        facts=tuple(
            (name, _shown(ctx, name, case.facts[name]))
            for name in sorted(case.facts)
            if name not in _NO_FACTS
        ),
        members=tuple((row.name, row.amount, row.paid) for row in cases.members(session, case.id)),
        log=tuple(_log(session, case.id)),
        advice=advice,
        cited=tuple(tuple(law[rule] for rule in route.rules) for route in advice.routes),
        contacts=tuple(contacts.all_near(ctx, session, typed.place)),
        # the usual next step stands first; nobody closes a case by leaving the choice as it is
        moves=tuple(state.value for state in CaseState if state in _moves(case)),
        paid_asked_at=case.paid_asked_at,
        join_code=case.join_code or "",
        step_note=_step_note(ctx, case),
    )


def _row(ctx: Context, case: Case) -> Row:
    today, now = ctx.today(), ctx.clock()
    left = [clock.left(today) for clock in _advice(ctx, case).clocks]
    ahead = [days for days in left if days is not None and days >= 0]
    return Row(
        id=case.id,
        kind=case.kind,
        state=case.state,
        urgency=case.urgency,
        title=_title(ctx, case),
        holder=case.holder,
        due_at=case.due_at,
        overdue=bool(case.due_at and case.due_at <= now),
        clock=min(ahead) if ahead else None,
        created_at=case.created_at,
    )


def _advice(ctx: Context, case: Case) -> Advice:
    return advise(read(case.kind, case.facts, ctx.today()), ctx.handbook.law, ctx.today())


def _title(ctx: Context, case: Case) -> str:
    if case.kind in (INJURY, CRISIS):
        return {INJURY: "受伤", CRISIS: "危急"}[case.kind]
    facts = read(case.kind, case.facts, ctx.today())
    parts = [facts.debtor or "不知道谁欠的"]
    parts += [f"{facts.amount:g}元"] if facts.amount else []
    parts += [f"{facts.people}人"] if facts.people > 1 else []
    parts += [ctx.places.name_of(facts.place)] if facts.place else []
    return hide_numbers("，".join(parts))


def _shown(ctx: Context, name: str, value: object) -> object:
    if name == "place" and value:
        return ctx.places.name_of(str(value)) if str(value).isdigit() else value
    if name == "trade" and value:
        return ctx.trades.name_of(str(value))
    return hide_numbers(value) if isinstance(value, str) else value


def _log(session: Session, case_id: int) -> List[Entry]:
    query = (
        select(CaseEvent).where(CaseEvent.case_id == case_id).order_by(CaseEvent.id.desc()).limit(LOG_SHOWN)
    )
    return [Entry(row.what, hide_numbers(row.detail), row.at) for row in session.execute(query).scalars()]


def _moves(case: Case) -> frozenset:
    try:
        return states.moves(CaseState(case.state))
    except ValueError:  # “closed” of an older version
        return frozenset()


def _step_note(ctx: Context, case: Case) -> str:
    """Where the day by which to move on was counted over a year whose holidays are not known."""
    since: date = case.updated_at.astimezone(ctx.zone).date()
    until = ctx.handbook.steps.until(case.state, since, case.urgency <= 1)
    return "" if until is None or until.certain else "有的年份法定假日还没公布，按早的算，实际可能更晚"
