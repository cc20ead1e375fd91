"""What an SMS gateway must offer. Twilio is one; a domestic one (上行短信) is another such class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qsl

from bot.channels.base import Refused, Sent
from bot.services.inbox import Incoming
from bot.services.outbox import Due

FORM_TYPE = "application/x-www-form-urlencoded"
NOT_A_FORM = "内容要是 application/x-www-form-urlencoded 表单"
BROKEN_FORM = "表单内容读不懂"
MOST_FIELDS = 300


class Form(dict[str, list[str]]):
    """The fields of a form, with repeats and empty ones: signatures count them all."""

    def one(self, name: str) -> str:
        """A field's first value, or an empty text."""
        return self.get(name, [""])[0]

    def getlist(self, name: str) -> list[str]:
        """All values of a field, as signature checkers ask for them."""
        return self.get(name, [])


@dataclass(frozen=True)
class Receipt:
    """What became of a message: `state` is one of the outbox's; `reason` is plain Chinese for staff."""

    vendor_id: str
    state: str
    code: str = ""
    reason: str = ""


class Gateway(Protocol):
    """One vendor: webhooks in, messages out. The methods that read requests raise Refused for bad ones."""

    channel: str
    answer: tuple[str, str]  # body and content type of the webhook's own answer

    def signed(self, headers: Mapping[str, str]) -> bool:
        """False where there is no signature at all: nothing more is read then."""

    def verify(self, url: str, form: Form, headers: Mapping[str, str]) -> bool:
        """True where the vendor itself sent this request to this public URL, for our account."""

    def parse_inbound(self, form: Form) -> Incoming:
        """A message from a person."""

    def parse_receipt(self, form: Form) -> Receipt | None:
        """A delivery receipt; None where it tells nothing new."""

    def send(self, message: Due) -> Sent:
        """As in bot/channels/base.py."""

    def find_sent(self, message: Due) -> Sent | None:
        """As in bot/channels/base.py."""


def read_form(content_type: str | None, body: bytes) -> Form:
    """The form in a request. Raises Refused (400) where there is none."""
    if (content_type or "").split(";")[0].strip().lower() != FORM_TYPE:
        raise Refused(400, NOT_A_FORM)
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise Refused(400, BROKEN_FORM) from None
    form = Form()
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form
