"""The first page: where to go."""

from __future__ import annotations

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.console.view import View


def add(server: Sanic, view: View) -> None:
    """Its route."""

    async def start(request: Request) -> HTTPResponse:
        return view.page("start.html")

    server.add_route(start, "/")
