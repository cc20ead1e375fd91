"""One call to WeChat's API. The address holds the access token: no error of the HTTP library leaves here."""

from __future__ import annotations

import json
from typing import Any

import requests

from bot.channels.base import Next, SendError

TIMEOUT = 10.0  # seconds
Answer = dict[str, Any]


class WeChatApi:
    """Posts JSON and reads JSON. May be shared by threads."""

    def __init__(self, base: str, timeout: float = TIMEOUT) -> None:
        self._base, self._timeout = base, timeout
        self._session = requests.Session()

    def post(self, path: str, body: dict[str, Any], token: str | None = None) -> Answer:
        """WeChat's answer, whatever its errcode. Raises SendError (retry) where there is none."""
        try:
            answer = self._session.post(
                self._base + path,
                params={"access_token": token} if token else None,
                # WeChat shows \\u escapes as they are.
                data=json.dumps(body, ensure_ascii=False).encode(),
                headers={"Content-Type": "application/json; charset=utf-8"},
                timeout=self._timeout,
                allow_redirects=False,
            )
            return _read(answer)
        except requests.Timeout:
            raise SendError(Next.RETRY, "timeout", "微信没有及时回应") from None
        except requests.RequestException:
            raise SendError(Next.RETRY, "network", "连不上微信") from None


def _read(answer: requests.Response) -> Answer:
    if answer.status_code != 200:
        raise SendError(Next.RETRY, str(answer.status_code), "微信暂时出错")
    try:
        # By its bytes: WeChat labels its JSON as text/plain without an encoding.
        body = json.loads(answer.content)
    except ValueError:
        raise SendError(Next.RETRY, "answer", "微信的回答读不懂") from None
    if not isinstance(body, dict):
        raise SendError(Next.RETRY, "answer", "微信的回答读不懂")
    return body


def errcode(answer: Answer) -> int:
    """Zero where all is well."""
    try:
        return int(answer.get("errcode") or 0)
    except (TypeError, ValueError):
        raise SendError(Next.RETRY, "answer", "微信的回答读不懂") from None
