"""A fake WeChat Official Account platform: API, 48-hour window, signed webhooks in all three modes. No code of the bot.

with FakeWeChat() as wechat:
    settings = config.load({**wechat.env(), ...})
    reply = wechat.text(url, "openid-1", "找活", mode="encrypted")
    assert reply.text == "您要在哪里干活?"
    assert wechat.messages == [("openid-1", "…")]      # customer service messages
"""

from __future__ import annotations

import itertools
import json
import re
import secrets
import time
from collections import deque
from dataclasses import dataclass
from typing import Any, Callable
from urllib.parse import urlencode
from xml.etree import ElementTree

import requests

from tests.fakes.local_server import Call, LocalServer, Reply
from tests.fakes.wechat_crypto import decrypt, encrypt, sha1_of_sorted

APP_ID = "wx0123456789abcdef"
SECRET = "wechat-secret-of-the-tests"
TOKEN = "wechat-token-of-the-tests"
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
ACCOUNT = "gh_0123456789ab"
WINDOW = 48 * 3600  # seconds
QUOTA = 20  # customer service messages after each message of the person
PLATFORM_PATIENCE = 5.0  # seconds
_WORDS = {
    0: "ok",
    40001: "invalid credential, access_token is invalid or not latest",
    45015: "response out of time limit",
}


@dataclass(frozen=True)
class WebhookReply:
    """The bot's answer. `text` is what the person reads, None where nothing; `sealed`: it came encrypted."""

    status: int
    body: str
    text: str | None = None
    sealed: bool = False


class FakeWeChat:
    """`messages`: customer service messages as (openid, text); `token_calls`: whether each was a forced refresh."""

    def __init__(
        self, now: Callable[[], float] = time.time, app_id: str = APP_ID, aes_key: str = AES_KEY
    ) -> None:
        self.app_id, self.aes_key, self._now = app_id, aes_key, now
        self.messages: list[tuple[str, str]] = []
        self.problems: list[str] = []
        self.token_calls: list[bool] = []
        self.quota = QUOTA
        self._tokens: dict[str, float] = {}  # token: when it ends
        self._heard: dict[str, float] = {}
        self._sent_since: dict[str, int] = {}
        self._faults: deque[int | Reply] = deque()
        self._ids = itertools.count(23_000_000_000_000_001)
        self._server = LocalServer(self._answer)
        self.url = self._server.url

    def __enter__(self) -> FakeWeChat:
        self._server.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.__exit__(*exception)

    def env(self) -> dict[str, str]:
        """The bot's settings for this vendor."""
        return {
            "WECHAT_APP_ID": self.app_id,
            "WECHAT_APP_SECRET": SECRET,
            "WECHAT_TOKEN": TOKEN,
            "WECHAT_AES_KEY": self.aes_key,
            "WECHAT_API_BASE": self.url,
        }

    # what a test may do to the API

    def fail_next(self, errcode: int, times: int = 1) -> None:
        """The next customer service messages are refused with this errcode, inside a 200."""
        self._faults.extend([errcode] * times)

    def fail_next_http(self, status: int, body: bytes = b"<html>", times: int = 1) -> None:
        """The next customer service messages meet this HTTP status; 0 closes the connection."""
        self._faults.extend([Reply(status, body, hang_up=status == 0)] * times)

    def invalidate_token(self) -> None:
        """As when another program has refreshed it by force."""
        self._tokens.clear()

    def heard(self, openid: str) -> None:
        """The person wrote: the 48 hours and the quota begin again."""
        self._heard[openid], self._sent_since[openid] = self._now(), 0

    def close_window(self, openid: str) -> None:
        """As 48 hours later."""
        self._heard[openid] = self._now() - WINDOW - 1

    # what the platform sends

    def text(self, url: str, openid: str, content: str, mode: str = "plain", **post: Any) -> WebhookReply:
        """A text message from a person."""
        return self.post(url, self.message(openid, "text", Content=content), mode, **post)

    def message(self, openid: str, kind: str, **fields: str) -> dict[str, str]:
        """The fields of a message with a new MsgId."""
        return {**self._head(openid, kind), **fields, "MsgId": str(next(self._ids))}

    def event(self, openid: str, name: str, **fields: str) -> dict[str, str]:
        """The fields of an event; it has no MsgId."""
        return {**self._head(openid, "event"), "Event": name, **fields}

    def post(self, url: str, fields: dict[str, str], mode: str = "plain", **sealing: str) -> WebhookReply:
        """Brings a message once. `mode`: plain, compatible or encrypted; `sealing`: another aes_key or app_id."""
        if fields.get("Event") not in ("LOCATION", "VIEW"):
            self.heard(fields["FromUserName"])
        address, body = self.request(url, fields, mode, **sealing)
        answer = requests.post(address, data=body, headers={"Content-Type": "text/xml"}, timeout=20)
        return self._read(answer, sealing.get("aes_key", self.aes_key))

    def deliver(self, url: str, fields: dict[str, str], mode: str = "plain") -> list[WebhookReply | None]:
        """Brings it as the platform does: hangs up after five seconds (None) and comes again, three times in all."""
        replies: list[WebhookReply | None] = []
        self.heard(fields["FromUserName"])
        while len(replies) < 3 and (not replies or replies[-1] is None):
            address, body = self.request(url, fields, mode)
            try:
                answer = requests.post(address, data=body, timeout=PLATFORM_PATIENCE)
                replies.append(self._read(answer, self.aes_key))
            except requests.RequestException:
                replies.append(None)
        return replies

    def request(
        self, url: str, fields: dict[str, str], mode: str = "plain", aes_key: str = "", app_id: str = ""
    ) -> tuple[str, bytes]:
        """Address and body of a webhook request."""
        query = {**self.signed_query(), "openid": fields.get("FromUserName", "")}
        xml = xml_of(fields)
        if mode == "plain":
            return f"{url}?{urlencode(query)}", xml.encode()
        sealed = encrypt(xml, aes_key or self.aes_key, app_id or self.app_id)
        signature = sha1_of_sorted(TOKEN, query["timestamp"], query["nonce"], sealed)
        query |= {"encrypt_type": "aes", "msg_signature": signature}
        outer = {"ToUserName": fields.get("ToUserName", "")} if mode == "encrypted" else dict(fields)
        return f"{url}?{urlencode(query)}", xml_of({**outer, "Encrypt": sealed}).encode()

    def signed_query(self) -> dict[str, str]:
        """signature, timestamp and nonce."""
        timestamp, nonce = str(int(self._now())), str(secrets.randbelow(10**9))
        return {"signature": sha1_of_sorted(TOKEN, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}

    def _head(self, openid: str, kind: str) -> dict[str, str]:
        time_ = str(int(self._now()))
        return {"ToUserName": ACCOUNT, "FromUserName": openid, "CreateTime": time_, "MsgType": kind}

    def _read(self, answer: requests.Response, aes_key: str) -> WebhookReply:
        body = answer.content.decode()
        if answer.status_code != 200 or body in ("", "success"):
            return WebhookReply(answer.status_code, body)
        fields = {child.tag: child.text or "" for child in ElementTree.fromstring(body)}
        sealed = "Encrypt" in fields
        if sealed:
            fields = self._unsealed(fields, aes_key)
        return WebhookReply(200, body, fields["Content"], sealed)

    def _unsealed(self, fields: dict[str, str], aes_key: str) -> dict[str, str]:
        signature = sha1_of_sorted(TOKEN, fields["TimeStamp"], fields["Nonce"], fields["Encrypt"])
        xml, app_id = decrypt(fields["Encrypt"], aes_key)
        if signature != fields["MsgSignature"] or app_id != self.app_id:
            self.problems.append("encrypted reply with a wrong signature or AppID")
        return {child.tag: child.text or "" for child in ElementTree.fromstring(xml)}

    # the API

    def _answer(self, call: Call) -> Reply:
        if call.method != "POST":
            return _errcode(43002)
        if call.path == "/cgi-bin/stable_token":
            return self._stable_token(call)
        if call.path == "/cgi-bin/message/custom/send":
            return self._custom_send(call)
        return Reply(404, b"")

    def _stable_token(self, call: Call) -> Reply:
        asked = json.loads(call.body)
        unknown = set(asked) - {"grant_type", "appid", "secret", "force_refresh"}
        if unknown or not isinstance(asked.get("force_refresh", False), bool):
            self.problems.append(f"stable_token: {sorted(unknown)}")
        for code, wrong in (
            (40002, asked.get("grant_type") != "client_credential"),
            (40013, asked.get("appid") != self.app_id),
            (40125, asked.get("secret") != SECRET),
        ):
            if wrong:
                return _errcode(code)
        self.token_calls.append(asked.get("force_refresh", False))
        token, ends = self._token(asked.get("force_refresh", False))
        return _json({"access_token": token, "expires_in": int(ends - self._now())})

    def _token(self, force: bool) -> tuple[str, float]:
        if force:
            self._tokens.clear()
        for token, ends in self._tokens.items():
            if ends - self._now() > 300:  # the platform itself renews five minutes early
                return token, ends
        token = "token_" + secrets.token_hex(32)
        self._tokens[token] = self._now() + 7200
        return token, self._tokens[token]

    def _custom_send(self, call: Call) -> Reply:
        token = dict(call.query).get("access_token")
        if not token:
            return _errcode(41001)
        if token not in self._tokens:
            return _errcode(40001)
        if self._tokens[token] <= self._now():
            return _errcode(42001)
        if self._faults:
            fault = self._faults.popleft()
            return fault if isinstance(fault, Reply) else _errcode(fault)
        return self._taken(call.body)

    def _taken(self, body: bytes) -> Reply:
        try:
            asked = json.loads(body)
            openid, content = asked["touser"], asked["text"]["content"]
        except (ValueError, KeyError, TypeError):
            return _errcode(47001)
        if re.search(rb"\\u[0-9a-f]{4}", body):
            self.problems.append("custom/send: escaped characters, which WeChat shows as they are")
        for code, wrong in (
            (40008, asked.get("msgtype") != "text"),
            (44004, not content),
            (45002, len(content.encode()) > 2048),
            (40003, not re.fullmatch(r"[\w-]{5,64}", openid)),
            (45015, self._now() - self._heard.get(openid, 0) > WINDOW),
            (45047, self._sent_since.get(openid, 0) >= self.quota),
        ):
            if wrong:
                return _errcode(code)
        self._sent_since[openid] = self._sent_since.get(openid, 0) + 1
        self.messages.append((openid, content))
        return _errcode(0)


def xml_of(fields: dict[str, str]) -> str:
    """A flat WeChat message."""
    parts = (f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())
    return f"<xml>{''.join(parts)}</xml>"


def _errcode(code: int) -> Reply:
    return _json({"errcode": code, "errmsg": f"{_WORDS.get(code, 'failed')} rid: {secrets.token_hex(4)}"})


def _json(body: dict[str, Any]) -> Reply:
    return Reply(200, json.dumps(body).encode(), {"Content-Type": "application/json; encoding=utf-8"})
