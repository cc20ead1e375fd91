"""Postings that wait for staff: what is offered, what the rules found, publish or give back.

There is no sign-in yet, so numbers are masked and only this machine can open it.
"""

from __future__ import annotations

from typing import Any, Dict

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.console import words
from bot.console.view import Problem, View
from bot.services import reviewing
from bot.services.reviewing import LONGEST_REASON, Held

BY = "console"
_GONE = "这条已经处理过了，或者日期已过。请刷新页面"


def add(server: Sanic, view: View) -> None:
    """Its routes."""

    async def waiting(request: Request) -> HTTPResponse:
        items = [_item(view, each) for each in await view.call(reviewing.held)]
        return view.page("postings.html", items=items, longest=LONGEST_REASON, limit=reviewing.LISTED)

    async def publish(request: Request, posting_id: int) -> HTTPResponse:
        if not await view.call(reviewing.publish, posting_id, BY):
            raise Problem(_GONE, 409)
        return json({})

    async def give_back(request: Request, posting_id: int) -> HTTPResponse:
        if not await view.call(reviewing.give_back, posting_id, _reason(request), BY):
            raise Problem(_GONE, 409)
        return json({})

    server.add_route(waiting, "/postings")
    server.add_route(publish, "/postings/<posting_id:int>/publish", methods=["POST"])
    server.add_route(give_back, "/postings/<posting_id:int>/return", methods=["POST"])


def _reason(request: Request) -> str:
    body = request.json
    reason = body.get("reason") if isinstance(body, dict) else None
    if not isinstance(reason, str) or not reason.strip():
        raise Problem("退回要写明原因，用工方会收到", 400)
    if len(reason.strip()) > LONGEST_REASON:
        raise Problem(f"原因最多 {LONGEST_REASON} 个字，会写进短信", 400)
    return " ".join(reason.split())


def _item(view: View, held: Held) -> Dict[str, Any]:
    return {
        "id": held.id,
        "person_id": held.person_id,
        "state": words.posting_state(held.state),
        "suspended": held.state == "suspended",
        "employer": held.employer,
        "number": held.number,
        "line": held.line,
        "address": held.address,
        "notes": held.notes,
        "said": held.said,
        "findings": [{**each, "severity": words.severity(each["severity"])} for each in held.findings],
        "reports": held.reports,
        "when": view.when(held.at),
        "over": held.over,
    }
