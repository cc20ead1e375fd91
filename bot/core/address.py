"""Where a person can be reached."""

from __future__ import annotations

from dataclasses import dataclass

SMS, WECHAT = "sms", "wechat"


@dataclass(frozen=True)
class Address:
    """`channel` sms or wechat; `value` an E.164 number or an openid; `account` our own number or account id."""

    channel: str
    value: str
    account: str = ""
