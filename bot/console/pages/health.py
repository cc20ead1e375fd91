"""Whether this process can do its work."""

from __future__ import annotations

import logging

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json
from sqlalchemy import select

from bot.console.view import View
from bot.services.context import Context
from bot.store.people import Person

log = logging.getLogger(__name__)


def add(server: Sanic, view: View) -> None:
    """Its route."""

    async def health(request: Request) -> HTTPResponse:
        try:
            await view.call(_read)
        except Exception as why:
            log.warning("database does not answer: %s", type(why).__name__)
            return json({"ok": False}, status=503)
        return json({"ok": True})

    server.add_route(health, "/health")


def _read(ctx: Context) -> None:
    """Fails where the database is away or has no tables yet."""
    with ctx.db.reading() as session:
        session.execute(select(Person.id).limit(1)).all()
