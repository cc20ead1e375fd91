"""What every webhook does: read a limited body, store the message, answer a refusal in one sentence."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.channels.base import Refused
from bot.engine.turns import Turns
from bot.services import inbox
from bot.services.context import Context
from bot.services.inbox import Accepted, Incoming

log = logging.getLogger(__name__)
LONGEST_BODY = 64 * 1024  # bytes; the largest real ones (WeChat's compatible mode) stay below 10 KB
TOO_LONG = "请求内容太长"
UNAVAILABLE = "暂时存不下消息，请稍后再送"


async def in_thread(function: Callable[..., Any], *args: Any) -> Any:
    """Runs blocking code (the database, a vendor) beside the event loop."""
    return await asyncio.get_running_loop().run_in_executor(None, function, *args)


async def read_body(request: Request, longest: int = LONGEST_BODY) -> bytes:
    """The body of a streaming route. Never holds more than `longest` bytes, whatever the caller sends."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > longest:
        raise Refused(413, TOO_LONG)
    body = bytearray()
    async for chunk in request.stream:
        body += chunk
        if len(body) > longest:
            raise Refused(413, TOO_LONG)
    return bytes(body)


async def take_in(ctx: Context, turns: Turns, incoming: Incoming) -> Accepted:
    """Stores the message and sets its turn going; goes on to its end even where the caller hangs up."""

    async def store_and_start() -> Accepted:
        accepted = await in_thread(inbox.accept, ctx, incoming)
        turns.start(accepted.person_id)
        return accepted

    return await asyncio.shield(asyncio.ensure_future(store_and_start()))


async def answer(channel: str, work: Awaitable[HTTPResponse]) -> HTTPResponse:
    """The answer of a webhook. What fails is answered so that the platform brings the message again."""
    try:
        return await work
    except Refused as why:
        log.info("%s webhook refused: %s %s", channel, why.status, why.reason)
        return text(why.reason, status=why.status)
    except Exception as why:  # its text may hold the message: only its kind is logged
        log.error("%s webhook failed: %s", channel, type(why).__name__)
        return text(UNAVAILABLE, status=503)
