"""WeChat's access token: fetched by one process at a time, shared by all, renewed five minutes early.

Source: WeChat Official Accounts, 获取稳定版接口调用凭据: 20 forced refreshes a day, 30 seconds apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from bot.channels.base import Next, SendError
from bot.channels.wechat_api import WeChatApi, errcode
from bot.channels.wechat_codes import refusal
from bot.config import WeChat

EARLY = 300  # seconds
SHORTEST = 30  # seconds that a token is kept at least, so that a strange lifetime does not flood WeChat
LOOKS, PAUSE = (
    60,
    0.2,
)  # how often and how long apart (seconds) to look for a token that another process fetches


class TokenStore(Protocol):
    """Where the token lies between processes."""

    def get(self) -> str | None:
        """The token, while it is fresh."""

    def put(self, token: str, seconds: int) -> None:
        """Keeps a token for so many seconds."""

    def lock(self) -> AbstractContextManager[bool]:
        """True for the one that may fetch a token now; never waits."""


class AccessTokens:
    """Hands out the token."""

    def __init__(
        self, wechat: WeChat, api: WeChatApi, store: TokenStore, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._wechat, self._api, self._store, self._pause = wechat, api, store, pause

    def current(self) -> str:
        """A token that should be valid. Raises SendError where none can be had."""
        return self._store.get() or self._another(None)

    def instead_of(self, refused: str) -> str:
        """Another token after WeChat refused this one; by force unless somebody has got another already."""
        return self._another(refused)

    def _another(self, refused: str | None) -> str:
        for _ in range(LOOKS):
            with self._store.lock() as mine:
                token = self._store.get()  # under the lock: another process may just have fetched it
                if token and token != refused:
                    return token
                if mine:
                    return self._fetch(force=refused is not None)
            self._pause(PAUSE)
        raise SendError(Next.RETRY, "token", "微信访问令牌正由别的进程获取，还没有拿到")

    def _fetch(self, force: bool) -> str:
        body = {
            "grant_type": "client_credential",
            "appid": self._wechat.app_id,
            "secret": self._wechat.app_secret,
            "force_refresh": force,
        }
        answer = self._api.post("/cgi-bin/stable_token", body)
        code, token, seconds = errcode(answer), answer.get("access_token"), answer.get("expires_in")
        if code:
            raise refusal(code)
        if not isinstance(token, str) or not token or not isinstance(seconds, int):
            raise SendError(Next.RETRY, "answer", "微信的回答读不懂")
        self._store.put(token, max(seconds - EARLY, SHORTEST))
        return token
