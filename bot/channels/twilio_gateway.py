"""Twilio's webhooks: signature, messages, receipts.

Source: Twilio, "Webhooks security", "Twilio's request to your webhook URL", "Track the message status".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from twilio.request_validator import RequestValidator

from bot.channels.base import Refused, Sender, Sent
from bot.channels.keys import twilio_token
from bot.channels.simulator import SimulatorSender
from bot.channels.sms import Form, Receipt
from bot.channels.twilio_codes import delivery_reason
from bot.channels.twilio_send import TwilioSender
from bot.config import Settings
from bot.core.address import SMS, Address
from bot.core.phones import to_e164
from bot.services.inbox import Incoming
from bot.services.outbox import Due
from bot.store.messages import DELIVERED, SENT, UNDELIVERED

SIGNATURE = "X-Twilio-Signature"
MOST_MEDIA = 10  # Twilio's own limit
# accepted, queued, sending, scheduled tell nothing that the outbox does not know.
STATES = {
    "sent": SENT,
    "partially_delivered": SENT,
    "delivered": DELIVERED,
    "read": DELIVERED,
    "undelivered": UNDELIVERED,
    "failed": UNDELIVERED,
    "canceled": UNDELIVERED,
}
_SID = re.compile(r"[A-Za-z0-9]{2,64}")
_SENDER = re.compile(r"\+?[0-9A-Za-z]{3,20}")


class TwilioGateway:
    """Twilio as an SMS gateway; without an account the simulator plays its part."""

    channel = SMS
    answer = ('<?xml version="1.0" encoding="UTF-8"?><Response></Response>', "text/xml; charset=utf-8")

    def __init__(self, settings: Settings) -> None:
        self._account = settings.twilio.account_sid
        self._validator = RequestValidator(twilio_token(settings))
        self._sender: Sender = TwilioSender(settings) if settings.twilio.configured else SimulatorSender(SMS)

    def signed(self, headers: Mapping[str, str]) -> bool:
        """True where the request carries a signature."""
        return bool(headers.get(SIGNATURE))

    def verify(self, url: str, form: Form, headers: Mapping[str, str]) -> bool:
        """Twilio signs the public URL and every field, also empty and repeated ones, in the fields' order."""
        if self._account and form.one("AccountSid") != self._account:
            return False
        return self._validator.validate(url, form, headers.get(SIGNATURE, ""))

    def parse_inbound(self, form: Form) -> Incoming:
        """A text, or pictures with a text."""
        sid, sender = form.one("MessageSid"), form.one("From")
        if not _SID.fullmatch(sid):
            raise Refused(400, "缺少 MessageSid,或者写得不对")
        if not _SENDER.fullmatch(sender):
            raise Refused(400, "缺少 From,或者不是号码")
        address = Address(SMS, to_e164(sender) or sender, form.one("To")[:64])
        media = _media(form)
        if not media:
            return Incoming(f"twilio:{sid}", address, "text", form.one("Body"))
        kind = "image" if all(item["type"].startswith("image/") for item in media) else "media"
        return Incoming(f"twilio:{sid}", address, kind, form.one("Body"), {"media": media})

    def parse_receipt(self, form: Form) -> Receipt | None:
        """Sent, delivered or not; None for the stages before."""
        sid, status, code = form.one("MessageSid"), form.one("MessageStatus"), form.one("ErrorCode")[:10]
        if not _SID.fullmatch(sid) or not status:
            raise Refused(400, "缺少 MessageSid 或 MessageStatus")
        state = STATES.get(status)
        if state is None:
            return None
        if state != UNDELIVERED:
            return Receipt(sid, state)
        return Receipt(sid, state, code or status, delivery_reason(code or status))

    def send(self, message: Due) -> Sent:
        """Hands a message to Twilio."""
        return self._sender.send(message)

    def find_sent(self, message: Due) -> Sent | None:
        """Twilio's record of a message."""
        return self._sender.find_sent(message)


def _media(form: Form) -> list[dict[str, Any]]:
    number = form.one("NumMedia")
    count = min(int(number), MOST_MEDIA) if re.fullmatch(r"[0-9]{1,3}", number) else 0
    found = ((form.one(f"MediaUrl{i}"), form.one(f"MediaContentType{i}")) for i in range(count))
    return [{"url": url[:1000], "type": kind[:100]} for url, kind in found if url]
