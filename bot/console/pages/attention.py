"""What waits for staff. There is no sign-in yet, so numbers are masked and only this machine can open it."""

from __future__ import annotations

from typing import Any, Dict

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.console import words
from bot.console.view import Problem, View
from bot.services import attention
from bot.services.attention import Item, Line

LAST_TEXT = 80  # characters of the last message in the list


def add(server: Sanic, view: View) -> None:
    """Its routes."""

    async def waiting(request: Request) -> HTTPResponse:
        items = [_item(view, item) for item in await view.call(attention.waiting)]
        return view.page("attention.html", items=items, limit=attention.LISTED)

    async def details(request: Request, person_id: int) -> HTTPResponse:
        found = await view.call(attention.details, person_id)
        if found is None:
            raise Problem("这里没有要处理的事，可能已经处理完了", 404)
        return view.page(
            "attention_details.html",
            name=found.name,
            record=found.record,
            items=[_item(view, item) for item in found.items],
            lines=[_line(view, line) for line in found.lines],
        )

    server.add_route(waiting, "/attention")
    server.add_route(details, "/attention/<person_id:int>")


def _item(view: View, item: Item) -> Dict[str, Any]:
    text = item.last_text
    return {
        "person_id": item.person_id,
        "reason": words.reason(item.reason),
        "urgency": words.urgency(item.urgency),
        "level": min(item.urgency, 9),
        "ago": words.ago(item.at, view.app.ctx.clock()),
        "when": view.when(item.at),
        "channel": words.CHANNELS.get(item.channel, "窗口"),
        "number": item.number,
        "case": f"W{item.case_id}" if item.case_id else "",
        "last_text": text if len(text) <= LAST_TEXT else text[:LAST_TEXT] + "……",
    }


def _line(view: View, line: Line) -> Dict[str, Any]:
    return {"theirs": line.theirs, "text": words.content(line.kind, line.text), "when": view.when(line.at)}
