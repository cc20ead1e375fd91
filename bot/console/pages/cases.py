"""Cases of wages and injuries: the list by urgency and clock, and one case with its law, its log and what to do."""

from __future__ import annotations

from typing import Any, Dict, List

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.console import words
from bot.console.view import Problem, View
from bot.core.cases.clocks import ARBITRATION, INJURY_EMPLOYER, INJURY_SELF, INSPECTION, Clock
from bot.core.cases.states import NotAllowed
from bot.services.cases import board, progress
from bot.services.cases.board import Page, Row

LONGEST = 500  # characters of a note or reason
STAFF = "工作人员"  # until staff sign in
_CLOCKS = {
    INSPECTION: "劳动监察（2年）",
    ARBITRATION: "劳动仲裁（1年）",
    INJURY_EMPLOYER: "单位报工伤（30日）",
    INJURY_SELF: "自己报工伤（1年）",
}
_WHAT = {
    "registered": "登记",
    "told": "本人说",
    "moved": "进展",
    "assigned": "负责人",
    "note": "备注",
    "told_people": "已告知本人",
    "notice": "已发办事指引",
    "paid_reported": "报告已付清，等本人确认",
    "says_paid": "本人说拿到了",
    "part_paid": "本人说只给了一部分",
    "joined": "工友加入",
    "wants_to_withdraw": "本人想撤",
    "overdue": "到时间提醒",
}


def add(server: Sanic, view: View) -> None:
    """Its routes."""

    async def waiting(request: Request) -> HTTPResponse:
        rows = [_row(view, row) for row in await view.call(board.waiting)]
        return view.page("cases.html", rows=rows, limit=board.LISTED)

    async def details(request: Request, case_id: int) -> HTTPResponse:
        found = await view.call(board.page, case_id)
        if found is None:
            raise Problem("没有这个案件", 404)
        return view.page("case.html", **_page(view, found))

    async def change(request: Request, case_id: int, what: str) -> HTTPResponse:
        body = request.json if isinstance(request.json, dict) else {}
        try:
            await view.call(_CHANGES[what], case_id, body)
        except NotAllowed as why:
            raise Problem(str(why), 400) from None
        except LookupError:
            raise Problem("没有这个案件", 404) from None
        return json({})

    server.add_route(waiting, "/cases")
    server.add_route(details, "/cases/<case_id:int>")
    server.add_route(change, "/cases/<case_id:int>/<what:(move|assign|note)>", methods=["POST"])


def _move(ctx: Any, case_id: int, body: Dict[str, Any]) -> None:
    try:
        progress.move(ctx, case_id, _text(body, "to"), STAFF, _text(body, "reason"))
    except ValueError as why:
        raise why if isinstance(why, NotAllowed) else NotAllowed("没有这一步") from None


def _assign(ctx: Any, case_id: int, body: Dict[str, Any]) -> None:
    progress.assign(ctx, case_id, _text(body, "holder"))


def _note(ctx: Any, case_id: int, body: Dict[str, Any]) -> None:
    if not _text(body, "text"):
        raise NotAllowed("先写几个字")
    progress.note(ctx, case_id, STAFF, _text(body, "text"))


_CHANGES = {"move": _move, "assign": _assign, "note": _note}


def _text(body: Dict[str, Any], name: str) -> str:
    value = body.get(name)
    return value.replace("\0", "").strip()[:LONGEST] if isinstance(value, str) else ""


def _row(view: View, row: Row) -> Dict[str, Any]:
    return {
        "id": row.id,
        "number": f"W{row.id}",
        "level": min(row.urgency, 9),
        "urgency": words.urgency(row.urgency),
        "reason": words.reason(row.kind),
        "state": words.case_state(row.state),
        "title": row.title,
        "holder": row.holder or "还没人负责",
        "overdue": row.overdue,
        "due": view.when(row.due_at) if row.due_at else "",
        "clock": "" if row.clock is None else f"离最近的法定期限还有{row.clock}天",
        "since": view.when(row.created_at),
    }


def _page(view: View, found: Page) -> Dict[str, Any]:
    advice = found.advice
    facts = [words.fact(name, value) for name, value in found.facts]
    return {
        "row": _row(view, found.row),
        "person": found.person or "还不知道姓名",
        "holder": found.row.holder,
        "facts": [fact for fact in facts if fact],
        "members": found.members,
        "kinds": "、".join(words.case_kind(kind) for kind in advice.kinds),
        "flags": [words.flag(flag) for flag in sorted(advice.flags)],
        "routes": [
            {"name": route.name, "why": route.why, "doubt": route.doubt, "rules": rules}
            for route, rules in zip(advice.routes, found.cited, strict=True)
        ],
        "clocks": [_clock(view, clock) for clock in advice.clocks],
        "notes": advice.notes,
        "contacts": found.contacts,
        "moves": [(move, words.case_state(move)) for move in found.moves],
        "paid_asked": view.when(found.paid_asked_at) if found.paid_asked_at else "",
        "join_code": found.join_code,
        "step_note": found.step_note,
        "log": _log(view, found),
    }


def _clock(view: View, clock: Clock) -> Dict[str, str]:
    today = view.app.ctx.today()
    left = clock.left(today)
    if left is None or clock.last_day is None:
        told = clock.note
    else:
        told = f"最后一天 {clock.last_day.isoformat()}，" + (
            f"还有{left}天" if left >= 0 else "可能已过，要核"
        )
        told += f"（{clock.note}）"
    rule = view.app.ctx.handbook.law[clock.rule]
    return {"name": _CLOCKS[clock.name], "told": told, "cited": rule.cited}


def _log(view: View, found: Page) -> List[Dict[str, str]]:
    return [
        {"what": _WHAT.get(entry.what, entry.what), "detail": entry.detail, "when": view.when(entry.at)}
        for entry in found.log
        if entry.what != "told_people" or entry.detail
    ]
