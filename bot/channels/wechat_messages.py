"""What a WeChat message or event means for us.

Source: WeChat Official Accounts, 接收普通消息 and 接收事件推送.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable
from typing import Any

from bot.channels.base import Refused
from bot.channels.wechat_xml import BROKEN, Fields
from bot.core.address import WECHAT, Address
from bot.services.inbox import Incoming

LONGEST_KEY = 200  # the inbox's column
Meaning = tuple[str, str, dict[str, Any]]  # kind, text, payload
_NAME = re.compile(r"[A-Za-z0-9_@.\-]{1,64}")
ANSWERED_EVENTS = ("subscribe", "scan")


def incoming(fields: Fields) -> Incoming:
    """The message in our words. Raises Refused (400) where something indispensable is missing."""
    account, openid = fields.get("ToUserName", ""), fields.get("FromUserName", "")
    time, kind = fields.get("CreateTime", ""), fields.get("MsgType", "")
    named = _NAME.fullmatch(account) and _NAME.fullmatch(openid)
    if not named or not kind or not re.fullmatch(r"[0-9]{1,12}", time):
        raise Refused(400, "缺少 ToUserName、FromUserName、CreateTime 或 MsgType")
    read = _READERS.get(kind.lower(), _unknown)
    return Incoming(_key(account, openid, time, fields), Address(WECHAT, openid, account), *read(fields))


def is_unsubscribe(message: Incoming) -> bool:
    """The person left: there is nobody to answer."""
    return _event_name(message) == "unsubscribe"


def wants_answer(message: Incoming) -> bool:
    """False for what WeChat reports by itself (a page opened, a position, a job finished)."""
    return message.kind != "event" or _event_name(message) in ANSWERED_EVENTS


def _event_name(message: Incoming) -> str:
    return str(message.payload["event"]).lower() if message.kind == "event" else ""


def _key(account: str, openid: str, time: str, fields: Fields) -> str:
    if fields.get("MsgId") and fields["MsgType"].lower() != "event":
        parts = [account, openid, fields["MsgId"], time]
    else:
        parts = [account, openid, time, fields.get("Event", fields["MsgType"]), fields.get("EventKey", "")]
    key = ":".join(["wechat", *parts])
    if len(key) <= LONGEST_KEY:
        return key
    # A menu's link may be longer than the column: its digest tells it apart as well.
    return f"wechat:{account}:{openid}:{time}:{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def _text(fields: Fields) -> Meaning:
    return "text", fields.get("Content", ""), {}


def _voice(fields: Fields) -> Meaning:
    # Recognition is WeChat's own transcript, where the account has it switched on.
    return "voice", fields.get("Recognition", ""), _some(fields, media_id="MediaId", format="Format")


def _image(fields: Fields) -> Meaning:
    return "image", "", _some(fields, media_id="MediaId", url="PicUrl")


def _video(fields: Fields) -> Meaning:
    return "video", "", _some(fields, media_id="MediaId", thumb_media_id="ThumbMediaId")


def _link(fields: Fields) -> Meaning:
    return "link", fields.get("Title", ""), _some(fields, url="Url", description="Description")


def _location(fields: Fields) -> Meaning:
    return "location", fields.get("Label", ""), _point(fields, "Location_X", "Location_Y")


def _unknown(fields: Fields) -> Meaning:
    return "unknown", "", {"type": fields["MsgType"][:40]}


def _event(fields: Fields) -> Meaning:
    event = {"event": fields.get("Event", "")[:60]}  # as WeChat writes it: subscribe, SCAN, CLICK, LOCATION …
    name = event["event"].lower()
    if not name:
        raise Refused(400, BROKEN)
    if name == "click":
        return "click", fields.get("EventKey", ""), event
    if name == "location":
        return "event", "", {**event, **_point(fields, "Latitude", "Longitude")}
    if name in ANSWERED_EVENTS:
        return "event", "", {**event, "scene": _scene(fields)}
    return "event", "", {**event, **_some(fields, key="EventKey")}


def _scene(fields: Fields) -> str:
    return re.sub(r"^qrscene_", "", fields.get("EventKey", ""))[:200]


def _some(fields: Fields, **names: str) -> dict[str, Any]:
    return {ours: fields[theirs][:1000] for ours, theirs in names.items() if theirs in fields}


def _point(fields: Fields, latitude: str, longitude: str) -> dict[str, Any]:
    try:
        point = {"latitude": float(fields[latitude]), "longitude": float(fields[longitude])}
    except (KeyError, ValueError):
        raise Refused(400, BROKEN) from None
    if not all(math.isfinite(value) for value in point.values()):
        raise Refused(400, BROKEN)
    return point


_READERS: dict[str, Callable[[Fields], Meaning]] = {
    "text": _text,
    "voice": _voice,
    "image": _image,
    "video": _video,
    "shortvideo": _video,
    "location": _location,
    "link": _link,
    "event": _event,
}
