"""Hands the simulator's messages to the bot as the vendor would: same signed request, same patience."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Dict

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.config import Settings


class NotTaken(Exception):
    """The bot did not take the message; the text is a plain sentence for the person at the page."""


@dataclass(frozen=True)
class Signed:
    """A vendor's request. `url` is the public one, which was signed."""

    url: str
    data: Any
    headers: Dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Patience:
    """How long a vendor waits for the answer, and how often it asks in all."""

    seconds: float
    attempts: int


TWILIO, WECHAT = Patience(15, 1), Patience(5, 3)
_SENTENCES = {
    403: "机器人不认这条消息的签名（403）。请看看两个进程的 PUBLIC_URL 和 BOT_VAR 设置是不是一样",
    404: "机器人没有这个渠道的入口（404）。请看看它是不是完整启动了",
    413: "消息太长，机器人没收（413）",
}


async def hand_over(http: ClientSession, settings: Settings, request: Signed, patience: Patience) -> None:
    """Posts it to the bot on this machine. Raises NotTaken."""
    status = await _status(http, local_url(settings, request.url), request, patience, settings.bot_port)
    if status in _SENTENCES:
        raise NotTaken(_SENTENCES[status])
    if status >= 500:
        raise NotTaken(f"机器人出错了（{status}），这条消息可能没有处理。请稍后再发一次")
    if status >= 300:
        raise NotTaken(f"机器人没收这条消息（{status}）")


async def _status(http: ClientSession, url: str, request: Signed, patience: Patience, port: int) -> int:
    for _ in range(patience.attempts):
        try:
            return await _post(http, url, request, patience.seconds)
        except asyncio.TimeoutError:
            continue
        except ClientError:
            raise NotTaken(f"机器人没有在运行：连不上本机的 {port} 端口。请先启动它，再发一次") from None
    raise NotTaken("机器人一直没有应答。消息要是已经收下，过一会儿会回")


async def _post(http: ClientSession, url: str, request: Signed, seconds: float) -> int:
    timeout = ClientTimeout(total=seconds)
    async with http.post(
        url, data=request.data, headers=request.headers, timeout=timeout, allow_redirects=False
    ) as answer:
        await answer.read()
        return answer.status


def local_url(settings: Settings, url: str) -> str:
    """The same path on this machine: the signature is over the public address, the bot listens here."""
    return f"http://127.0.0.1:{settings.bot_port}{url[len(settings.public_url) :]}"
