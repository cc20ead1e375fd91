"""Signed requests as the vendors make them, for the simulator page: it comes in by the same door."""

from __future__ import annotations

import secrets
from datetime import datetime
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from twilio.request_validator import RequestValidator

from bot.channels.keys import twilio_token, wechat_token
from bot.channels.wechat_seal import sign
from bot.config import Settings

SMS_PATH = "/webhooks/sms/webhook"
WECHAT_PATH = "/webhooks/wechat/webhook"
SIMULATED_ACCOUNT = "AC" + "0" * 32
SIMULATED_NUMBER = "10690000"
SIMULATED_OFFICIAL_ACCOUNT = "gh_simulator"


def signed_twilio_form(
    settings: Settings, from_: str, body: str, sid: str
) -> tuple[str, dict[str, str], dict[str, str]]:
    """Address, form fields and headers of an incoming text message."""
    url = settings.public_url + SMS_PATH
    form = {
        "MessageSid": sid,
        "AccountSid": settings.twilio.account_sid or SIMULATED_ACCOUNT,
        "From": from_,
        "To": settings.twilio.sender or SIMULATED_NUMBER,
        "Body": body,
        "NumMedia": "0",
        "ApiVersion": "2010-04-01",
    }
    signature = RequestValidator(twilio_token(settings)).compute_signature(url, form)
    return url, form, {"X-Twilio-Signature": signature}


def signed_wechat_xml(
    settings: Settings, openid: str, text: str, msg_id: str, now: datetime
) -> tuple[str, str]:
    """Address and body of an incoming WeChat text."""
    timestamp, nonce = str(int(now.timestamp())), secrets.token_hex(5)
    signature = sign(wechat_token(settings), timestamp, nonce)
    query = urlencode({"signature": signature, "timestamp": timestamp, "nonce": nonce, "openid": openid})
    fields = {
        "ToUserName": SIMULATED_OFFICIAL_ACCOUNT,
        "FromUserName": openid,
        "CreateTime": timestamp,
        "MsgType": "text",
        "Content": text,
        "MsgId": msg_id,
    }
    body = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    return f"{settings.public_url}{WECHAT_PATH}?{query}", f"<xml>{body}</xml>"
