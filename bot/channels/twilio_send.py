"""Sending by Twilio's REST API."""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import cached_property
from typing import Any

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client

from bot.channels.base import Next, SendError, Sent
from bot.channels.twilio_codes import refusal
from bot.config import Settings
from bot.core.address import SMS
from bot.services.outbox import Due

STATUS_PATH = "/webhooks/sms/status"
TIMEOUT = 10.0  # seconds
SKEW = timedelta(minutes=5)  # how far Twilio's clock and ours may be apart
LOOK_BACK = 200  # records of one number; newest first


class _Http(HttpClient):
    """The library's own client logs request parameters, and so phone numbers; this one does not."""

    def __init__(self, timeout: float) -> None:
        super().__init__(logging.getLogger(__name__), False, timeout)
        self._session = requests.Session()

    def request(
        self,
        method: str,
        uri: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: Any = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Response:
        """One HTTP request."""
        answer = self._session.request(
            method,
            uri,
            params=params,
            data=data,
            headers=headers,
            auth=auth,
            timeout=timeout or self.timeout,
            allow_redirects=allow_redirects,
        )
        return Response(answer.status_code, answer.text, answer.headers)


class TwilioSender:
    """Sends SMS. May be shared by threads."""

    channel = SMS

    def __init__(self, settings: Settings, timeout: float = TIMEOUT) -> None:
        self._twilio, self._timeout = settings.twilio, timeout
        self._callback = settings.public_url + STATUS_PATH

    def send(self, message: Due) -> Sent:
        """Hands it over; a second attempt first looks whether the first got through unheard."""
        found = self.find_sent(message) if message.attempts > 1 else None
        if found:
            return found
        made = self._ask(lambda: self._client.messages.create(**self._request(message)))
        if not made.sid:
            raise SendError(Next.RETRY, "answer", "Twilio 的回答读不懂")
        return Sent(made.sid)

    def find_sent(self, message: Due) -> Sent | None:
        """Twilio's record of it. Raises SendError where Twilio cannot be asked: nobody knows then."""
        return self._ask(lambda: self._find(message))

    def _find(self, message: Due) -> Sent | None:
        # Not filtered by DateSent: a message that still waits in Twilio's queue has none.
        records = self._client.messages.stream(to=message.address.value, limit=LOOK_BACK, page_size=LOOK_BACK)
        for record in records:
            if _is_ours(record, message):
                return Sent(record.sid)
        return None

    def _request(self, message: Due) -> dict[str, Any]:
        sender = self._twilio.sender
        by = {"messaging_service_sid": sender} if sender.startswith("MG") else {"from_": sender}
        return {"to": message.address.value, "body": message.text, "status_callback": self._callback, **by}

    def _ask(self, call: Any) -> Any:
        try:
            return call()
        except TwilioRestException as why:
            raise refusal(why.status, why.code) from None
        except TwilioException:  # the library's words for a list that it did not get; they hold the answer
            raise SendError(Next.RETRY, "lookup", "Twilio 暂时查不到发过的短信") from None
        except requests.Timeout:
            raise SendError(Next.RETRY, "timeout", "Twilio 没有及时回应") from None
        except requests.RequestException:
            raise SendError(Next.RETRY, "network", "连不上 Twilio") from None
        except ValueError:
            raise SendError(Next.RETRY, "answer", "Twilio 的回答读不懂") from None

    @cached_property
    def _client(self) -> Client:
        twilio = self._twilio
        # A region set for some other program on this machine must not change where we send to.
        client = Client(
            twilio.account_sid,
            twilio.auth_token,
            http_client=_Http(self._timeout),
            environment={"TWILIO_REGION": ""},
        )
        client.api.base_url = twilio.api_base
        return client


def _is_ours(record: Any, message: Due) -> bool:
    same = (record.body or "").strip() == message.text.strip()
    ours = (record.direction or "").startswith("outbound")
    fresh = record.date_created is None or record.date_created >= message.created_at - SKEW
    return same and ours and fresh
