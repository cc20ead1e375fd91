"""A fake Twilio: takes messages as the OpenAPI description says, and posts signed webhooks. Shares no code with the bot.

with FakeTwilio() as twilio:
    settings = config.load({**twilio.env(), ...})
    ...
    assert twilio.messages[0]["body"] == "你好"
    twilio.report(twilio.messages[0]["sid"], "delivered")
    twilio.text(url, "+8613800000001", "找活")
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import math
import re
import secrets
from collections import deque
from datetime import datetime, timezone
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any, Callable
from urllib.parse import parse_qsl, urlencode

import requests

from tests.fakes.local_server import Call, LocalServer, Reply
from tests.fakes.openapi import MessagesApi

ACCOUNT = "AC" + "1" * 32
TOKEN = "twilio-auth-token-of-the-tests"
NUMBER = "+15005550006"
_JSON = {"Content-Type": "application/json"}
# Rules that the description does not hold: (code, Twilio's words, is it so?).
_RULES: list[tuple[int, str, Callable[[dict[str, str], str], bool]]] = [
    (21604, "A 'To' phone number is required.", lambda form, _: not form.get("To")),
    (21211, "Invalid 'To' Phone Number", lambda form, _: not re.fullmatch(r"\+[1-9]\d{6,14}", form["To"])),
    (
        21603,
        "A 'From' phone number is required.",
        lambda form, _: not (form.get("From") or form.get("MessagingServiceSid")),
    ),
    (21606, "The 'From' phone number is not ours", lambda form, ours: form.get("From", ours) != ours),
    (21602, "Message body is required.", lambda form, _: not form.get("Body", "").strip()),
    (21617, "The concatenated message body exceeds the limit", lambda form, _: len(form["Body"]) > 1600),
    (
        21609,
        "Invalid 'StatusCallback' URL",
        lambda form, _: not re.match(r"https?://[^/\s]+", form.get("StatusCallback", "http://a")),
    ),
]


class FakeTwilio:
    """`messages`: Message resources, oldest first; `problems`: what did not fit the description."""

    def __init__(
        self,
        account_sid: str = ACCOUNT,
        auth_token: str = TOKEN,
        number: str = NUMBER,
        now: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self.account_sid, self.auth_token, self.number, self._now = account_sid, auth_token, number, now
        self.messages: list[dict[str, Any]] = []
        self.problems: list[str] = []
        self._callbacks: dict[str, str] = {}
        self._faults: deque[Reply] = deque()
        self._lost_answers = 0
        self._api = MessagesApi()
        self._server = LocalServer(self._answer)
        self.url = self._server.url

    def __enter__(self) -> FakeTwilio:
        self._server.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.__exit__(*exception)

    def env(self) -> dict[str, str]:
        """The bot's settings for this vendor."""
        return {
            "TWILIO_ACCOUNT_SID": self.account_sid,
            "TWILIO_AUTH_TOKEN": self.auth_token,
            "TWILIO_FROM": self.number,
            "TWILIO_API_BASE": self.url,
        }

    def fail_next(self, status: int, code: int | None = None, times: int = 1) -> None:
        """The next requests are refused with this HTTP status and Twilio code."""
        self._faults.extend([_error(status, code, "Told to fail")] * times)

    def hang_up_next(self, times: int = 1) -> None:
        """The next connections are closed without an answer, before anything is done."""
        self._faults.extend([Reply(0, b"", hang_up=True)] * times)

    def lose_answer_next(self, times: int = 1) -> None:
        """The next messages are taken, but the connection breaks before the answer."""
        self._lost_answers += times

    def callback(self, sid: str) -> str:
        """Where the bot wants the receipts of a message."""
        return self._callbacks[sid]

    def report(self, sid: str, status: str, error_code: int | None = None) -> int:
        """Posts a signed status callback for a message, as Twilio does; the HTTP status that came back."""
        message = next(each for each in self.messages if each["sid"] == sid)
        message["status"], message["error_code"] = status, error_code
        message["date_sent"] = message["date_sent"] or format_datetime(self._now())
        form = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status}
        form |= {"AccountSid": self.account_sid, "To": message["to"], "From": message["from"] or ""}
        if error_code:
            form["ErrorCode"] = str(error_code)
        return self.post(self._callbacks[sid], form).status_code

    def text(
        self,
        url: str,
        from_: str,
        body: str,
        sid: str | None = None,
        media: list[tuple[str, str]] | None = None,
    ) -> requests.Response:
        """Posts a signed incoming message to the bot's webhook; `media` are (address, content type)."""
        return self.post(url, self.incoming(from_, body, sid, media))

    def incoming(
        self, from_: str, body: str, sid: str | None = None, media: list[tuple[str, str]] | None = None
    ) -> dict[str, str]:
        """The form of an incoming message, with the empty fields that Twilio sends too."""
        sid = sid or "SM" + secrets.token_hex(16)
        form = {"ToCountry": "US", "ToState": "", "SmsMessageSid": sid, "NumMedia": str(len(media or []))}
        form |= {
            "FromZip": "",
            "SmsSid": sid,
            "FromCity": "",
            "Body": body,
            "FromCountry": "CN",
            "To": self.number,
        }
        form |= {"NumSegments": "1", "MessageSid": sid, "AccountSid": self.account_sid, "From": from_}
        for index, (address, kind) in enumerate(media or []):
            form |= {f"MediaUrl{index}": address, f"MediaContentType{index}": kind}
        return {**form, "ApiVersion": "2010-04-01"}

    def post(self, url: str, form: dict[str, str]) -> requests.Response:
        """Posts any signed form."""
        return requests.post(url, data=form, headers=self.signature(url, form), timeout=20)

    def signature(self, url: str, form: dict[str, str]) -> dict[str, str]:
        """The header that proves a request is Twilio's."""
        signed = url + "".join(name + form[name] for name in sorted(form))
        digest = hmac.new(self.auth_token.encode(), signed.encode(), hashlib.sha1).digest()
        return {"X-Twilio-Signature": base64.b64encode(digest).decode()}

    def _answer(self, call: Call) -> Reply:
        if self._faults:
            return self._faults.popleft()
        account = re.fullmatch(r"/2010-04-01/Accounts/([^/]+)/Messages\.json", call.path)
        if account is None:
            return _error(404, 20404, "The requested resource was not found")
        if call.headers.get("authorization") != self._basic() or account[1] != self.account_sid:
            return _error(401, 20003, "Authenticate")
        return self._create(call) if call.method == "POST" else self._list(call)

    def _basic(self) -> str:
        return "Basic " + base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()

    def _create(self, call: Call) -> Reply:
        fields = parse_qsl(call.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
        form = dict(fields)
        problems = self._api.problems_of_creation(self.account_sid, fields)
        if not call.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            problems.append("not a form")
        for code, words, broken in _RULES:
            if broken(form, self.number):
                return _error(400, code, words)
        if problems:
            self.problems.extend(problems)
            return _error(400, 20001, "; ".join(problems))
        return self._taken(form)

    def _taken(self, form: dict[str, str]) -> Reply:
        message = self._resource(form)
        self.messages.append(message)
        self._callbacks[message["sid"]] = form.get("StatusCallback", "")
        if self._lost_answers:
            self._lost_answers -= 1
            return Reply(0, b"", hang_up=True)
        return Reply(201, json.dumps(message).encode(), _JSON)

    def _resource(self, form: dict[str, str]) -> dict[str, Any]:
        sid, now = "SM" + secrets.token_hex(16), format_datetime(self._now())
        uri = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{sid}"
        body, service = form["Body"], form.get("MessagingServiceSid")
        message = {"account_sid": self.account_sid, "api_version": "2010-04-01", "body": body, "sid": sid}
        message |= {"date_created": now, "date_updated": now, "date_sent": None, "direction": "outbound-api"}
        message |= {"error_code": None, "error_message": None, "price": None, "price_unit": None}
        message |= {"from": form.get("From"), "to": form["To"], "messaging_service_sid": service}
        message |= {"num_media": "0", "num_segments": str(math.ceil(len(body) / 67)), "status": "queued"}
        message |= {"uri": uri + ".json", "subresource_uris": {"media": uri + "/Media.json"}}
        self.problems.extend(self._api.problems_of_resource(message))
        return message

    def _list(self, call: Call) -> Reply:
        problems = self._api.problems_of_listing(self.account_sid, call.query)
        if problems:
            self.problems.extend(problems)
            return _error(400, 20001, "; ".join(problems))
        query = dict(call.query)
        size, page = int(query.get("PageSize", 50)), int(query.get("Page", 0))
        found = [each for each in reversed(self.messages) if _wanted(each, query)]
        shown = found[page * size : (page + 1) * size]
        more = len(found) > (page + 1) * size
        following = f"{call.path}?{urlencode({**query, 'Page': page + 1})}" if more else None
        body = {
            "messages": shown,
            "page": page,
            "page_size": size,
            "next_page_uri": following,
            "uri": call.path,
        }
        return Reply(200, json.dumps(body).encode(), _JSON)


def _wanted(message: dict[str, Any], query: dict[str, str]) -> bool:
    if any(query.get(name, message[name.lower()]) != message[name.lower()] for name in ("To", "From")):
        return False
    since = query.get("DateSent>")
    if since is None:
        return True
    sent = message["date_sent"]
    return sent is not None and parsedate_to_datetime(sent) >= datetime.fromisoformat(
        since.replace("Z", "+00:00")
    )


def _error(status: int, code: int | None, words: str) -> Reply:
    body: dict[str, Any] = {"message": words, "status": status}
    if code:
        body |= {"code": code, "more_info": f"https://www.twilio.com/docs/errors/{code}"}
    return Reply(status, json.dumps(body).encode(), _JSON)
