"""The SMS webhooks in Rasa, the same for every gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw

from bot.channels.base import Refused
from bot.channels.intake import answer, in_thread, read_body, take_in
from bot.channels.sms import Form, Gateway, Receipt, read_form
from bot.engine.turns import Turns, shared
from bot.services import outbox
from bot.store.messages import SENT
from bot.wiring import App

NOT_SIGNED = "签名不对"
SECOND_LOOK = 2.0  # seconds


class SmsInput(InputChannel):
    """`/webhook` takes messages, `/status` takes receipts."""

    def __init__(self, app: App, gateway: Gateway, second_look: float = SECOND_LOOK) -> None:
        self._app, self._gateway, self._second_look = app, gateway, second_look

    @classmethod
    def name(cls) -> str:
        """The channel's name and the folder of its routes."""
        return "sms"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        turns = shared(self._app, on_new_message)
        routes = Blueprint("sms_webhook")

        @routes.post("/webhook", stream=True)
        async def webhook(request: Request) -> HTTPResponse:
            return await answer(self.name(), self._webhook(request, turns))

        @routes.post("/status", stream=True)
        async def status(request: Request) -> HTTPResponse:
            return await answer(self.name(), self._status(request))

        return routes

    async def _webhook(self, request: Request, turns: Turns) -> HTTPResponse:
        incoming = self._gateway.parse_inbound(await self._verified(request))
        await take_in(self._app.ctx, turns, incoming)
        body, content_type = self._gateway.answer
        return raw(body, content_type=content_type)

    async def _status(self, request: Request) -> HTTPResponse:
        receipt = self._gateway.parse_receipt(await self._verified(request))
        if receipt and not await self._note(receipt) and receipt.state != SENT:
            # The last word may overtake our own note that the vendor took the message: look once more.
            await asyncio.sleep(self._second_look)
            await self._note(receipt)
        return empty()

    async def _note(self, receipt: Receipt) -> bool:
        channel, ctx = self._gateway.channel, self._app.ctx
        return await in_thread(
            outbox.receipt, ctx, channel, receipt.vendor_id, receipt.state, receipt.code, receipt.reason
        )

    async def _verified(self, request: Request) -> Form:
        body = await read_body(request)
        if not self._gateway.signed(request.headers):
            raise Refused(403, NOT_SIGNED)
        form = read_form(request.headers.get("content-type"), body)
        if not self._gateway.verify(self._public_url(request), form, request.headers):
            raise Refused(403, NOT_SIGNED)
        return form

    def _public_url(self, request: Request) -> str:
        query = f"?{request.query_string}" if request.query_string else ""
        return self._app.settings.public_url + request.path + query
