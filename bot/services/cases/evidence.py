"""Everything about one case on a sheet that can be printed and taken along. Written for the person's own use."""

from __future__ import annotations

from typing import List, Optional

from sqlalchemy import select

from bot.core.cases.advice import advise
from bot.core.cases.facts import read
from bot.core.cases.told.terms import NAMES
from bot.core.phones import shown
from bot.services.context import Context
from bot.store import cases
from bot.store.help import Case, CaseEvent
from bot.store.people import Person

_LABELS = {
    "employer_name": "谁欠的",
    "employer_phone": "对方电话",
    "contractor": "总包",
    "amount_owed": "欠多少（元）",
    "days": "天数",
    "day_pay": "日工资（元）",
    "people_owed": "人数",
    "date_from": "从",
    "date_to": "到",
    "period": "哪段时间",
    "complained": "找过哪里",
}
_TOLD = ("registered", "told", "says_paid", "part_paid", "joined")


def sheet(ctx: Context, case_id: int) -> Optional[str]:
    """Plain text; None where there is no such case."""
    with ctx.db.reading() as session:
        case = session.get(Case, case_id)
        if case is None:
            return None
        lines = [f"案件 W{case.id}", "", *_person(session.get(Person, case.person_id)), *_facts(ctx, case)]
        lines += [
            f"一起的：{row.name or '没说姓名'} {row.amount or ''}" for row in cases.members(session, case_id)
        ]
        query = select(CaseEvent).where(CaseEvent.case_id == case_id, CaseEvent.what.in_(_TOLD))
        events = session.execute(query.order_by(CaseEvent.id)).scalars().all()
        lines += ["", "本人原话（按时间）：", *(_line(ctx, row) for row in events)]
        return "\n".join([*lines, "", *_law(ctx, case)]) + "\n"


def _person(person: Person) -> List[str]:
    return [f"本人：{person.name or '没说姓名'} {shown(person.phone or '')}".rstrip()]


def _facts(ctx: Context, case: Case) -> List[str]:
    facts = case.facts
    found = [
        f"{label}：{facts[name]}" for name, label in _LABELS.items() if facts.get(name) not in (None, "")
    ]
    place = str(facts.get("place") or "")
    if place:
        found.append(f"在哪里干的：{ctx.places.name_of(place) if place.isdigit() else place}")
    held = [NAMES[code] for code in read(case.kind, facts, ctx.today()).proof if code in NAMES]
    return [*found, f"凭据：{'、'.join(held) or '没说'}"]


def _line(ctx: Context, row: CaseEvent) -> str:
    when = row.at.astimezone(ctx.zone)
    return f"{when:%Y-%m-%d %H:%M} {row.detail}"


def _law(ctx: Context, case: Case) -> List[str]:
    law = ctx.handbook.law
    advice = advise(read(case.kind, case.facts, ctx.today()), law, ctx.today())
    lines = ["可以走的路（指引，由受理机关定）："]
    for at, route in enumerate(advice.routes, 1):
        lines.append(
            f"{at} {route.name}：{route.why}（{'、'.join(law[rule].cited for rule in route.rules)}）"
        )
    lines += [
        f"期限：{law[clock.rule].cited}，最后一天{clock.last_day}"
        for clock in advice.clocks
        if clock.last_day
    ]
    return lines
