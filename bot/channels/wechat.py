"""WeChat Official Account as a Rasa channel: GET checks the address, POST brings messages and events."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw, text

from bot.channels import wechat_messages, wechat_xml
from bot.channels.base import Refused
from bot.channels.intake import answer, in_thread, read_body, take_in
from bot.channels.keys import wechat_token
from bot.channels.wechat_passive import FOR_THE_PLATFORM, PassiveReply, Patience
from bot.channels.wechat_seal import Seal, is_signed
from bot.channels.wechat_xml import Fields
from bot.engine.turns import Turns, shared
from bot.services import following
from bot.services.inbox import Incoming
from bot.wiring import App, current

NOT_SIGNED = "签名不对"
SUCCESS = "success"


@dataclass(frozen=True)
class Letter:
    """An opened message. `key` is the one that it was encrypted with, or None."""

    fields: Fields
    key: str | None


class WeChat(InputChannel):
    """Named in credentials.yml. Its settings come from the environment, not from that file."""

    def __init__(self, app: App, patience: Patience = FOR_THE_PLATFORM) -> None:
        self._app, self._patience = app, patience
        self._token = wechat_token(app.settings)
        self._seal = Seal(self._token, app.settings.wechat.app_id, app.settings.wechat.aes_keys)

    @classmethod
    def name(cls) -> str:
        """The channel's name and the folder of its routes."""
        return "wechat"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WeChat:
        """As Rasa builds it."""
        return cls(current())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        turns = shared(self._app, on_new_message)
        passive = PassiveReply(self._app.ctx, turns, self._patience)
        routes = Blueprint("wechat_webhook")

        @routes.get("/webhook", name="check")
        async def check(request: Request) -> HTTPResponse:
            return await answer(self.name(), self._check(request))

        @routes.post("/webhook", stream=True, name="receive")
        async def receive(request: Request) -> HTTPResponse:
            return await answer(self.name(), self._receive(request, turns, passive))

        return routes

    async def _check(self, request: Request) -> HTTPResponse:
        self._demand_signature(request)
        return text(request.args.get("echostr", ""))

    async def _receive(self, request: Request, turns: Turns, passive: PassiveReply) -> HTTPResponse:
        since = asyncio.get_running_loop().time()
        letter = self._open(request, await read_body(request))
        message = wechat_messages.incoming(letter.fields)
        if wechat_messages.is_unsubscribe(message):
            await in_thread(following.unfollow, self._app.ctx, message.address)
            return text(SUCCESS)
        accepted = await take_in(self._app.ctx, turns, message)
        if not wechat_messages.wants_answer(message):
            return text(SUCCESS)
        reply = await passive.text(accepted, since, lambda: _connected(request))
        return self._reply(message, reply, letter.key) if reply else text(SUCCESS)

    def _open(self, request: Request, body: bytes) -> Letter:
        # The age of a signature is not checked: WeChat sets no limit, a wrong clock must not silence the bot,
        # and a repeated request finds its message stored and starts nothing.
        if request.args.get("encrypt_type", "raw") != "aes":
            self._demand_signature(request)
            return Letter(wechat_xml.read(body), None)
        if "signature" in request.args:
            self._demand_signature(request)
        sealed = wechat_xml.read(body).get("Encrypt", "")  # in compatible mode what is encrypted counts
        if not is_signed(request.args.get("msg_signature"), *self._signed_parts(request), sealed):
            raise Refused(403, NOT_SIGNED)
        xml, key = self._seal.open(sealed)
        return Letter(wechat_xml.read(xml), key)

    def _demand_signature(self, request: Request) -> None:
        if not is_signed(request.args.get("signature"), *self._signed_parts(request)):
            raise Refused(403, NOT_SIGNED)

    def _signed_parts(self, request: Request) -> tuple[str, str, str]:
        return self._token, request.args.get("timestamp", ""), request.args.get("nonce", "")

    def _reply(self, message: Incoming, reply: str, key: str | None) -> HTTPResponse:
        now = int(self._app.ctx.clock().timestamp())
        xml = wechat_xml.text_reply(message.address.value, message.address.account, reply, now)
        if key:
            xml = self._seal.close(xml, key, str(now), secrets.token_hex(8))
        return raw(xml.encode(), content_type="application/xml; charset=utf-8")


def _connected(request: Request) -> bool:
    return request.transport is None or not request.transport.is_closing()
