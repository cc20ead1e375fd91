"""Sending by WeChat's customer service messages. Source: WeChat Official Accounts, 客服消息."""

from __future__ import annotations

import threading

from bot.channels.base import Sent
from bot.channels.text_parts import parts
from bot.channels.wechat_api import WeChatApi, errcode
from bot.channels.wechat_codes import TOKEN_CODES, TOO_LONG, refusal
from bot.channels.wechat_tokens import AccessTokens
from bot.core.address import WECHAT
from bot.services.outbox import Due

LONGEST_TEXT = 2048  # bytes of UTF-8 in one text message
SHORTEST_TEXT = 256  # below that, length is not what WeChat minds
SEND_PATH = "/cgi-bin/message/custom/send"


class WeChatSender:
    """Sends texts. May be shared by threads.

    Where a later part of a long text fails, this process does not send again what WeChat took.
    """

    channel = WECHAT

    def __init__(self, api: WeChatApi, tokens: AccessTokens) -> None:
        self._api, self._tokens = api, tokens
        self._unfinished: dict[int, list[str]] = {}
        self._guard = threading.Lock()

    def send(self, message: Due) -> Sent:
        """All parts, in order. WeChat gives neither an id nor a receipt."""
        with self._guard:
            waiting = self._unfinished.pop(message.id, None) or parts(message.text, LONGEST_TEXT)
        longest = LONGEST_TEXT
        while waiting:
            code = self._try(message, waiting)
            if code == 0:
                waiting = waiting[1:]
            elif code == TOO_LONG and longest > SHORTEST_TEXT:
                longest //= 2
                waiting = [piece for part in waiting for piece in parts(part, longest)]
            else:
                self._remember(message, waiting)
                raise refusal(code)
        return Sent("", final=True)

    def find_sent(self, message: Due) -> Sent | None:
        """WeChat offers no way to look a message up."""
        return None

    def _try(self, message: Due, waiting: list[str]) -> int:
        try:
            return self._part(message.address.value, waiting[0])
        except Exception:
            self._remember(message, waiting)
            raise

    def _part(self, openid: str, text: str) -> int:
        body = {"touser": openid, "msgtype": "text", "text": {"content": text}}
        token = self._tokens.current()
        code = errcode(self._api.post(SEND_PATH, body, token))
        if code in TOKEN_CODES:
            code = errcode(self._api.post(SEND_PATH, body, self._tokens.instead_of(token)))
        return code

    def _remember(self, message: Due, waiting: list[str]) -> None:
        with self._guard:
            self._unfinished[message.id] = waiting
