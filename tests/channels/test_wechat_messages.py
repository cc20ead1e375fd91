"""What each kind of WeChat message and event means for us."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.base import Refused
from bot.channels.wechat_messages import incoming, is_unsubscribe, wants_answer
from bot.core.address import Address
from bot.services.inbox import Incoming

HEAD = {"ToUserName": "gh_1", "FromUserName": "oA-_1", "CreateTime": "1714957200"}
ADDRESS = Address("wechat", "oA-_1", "gh_1")
MESSAGE_KEY, EVENT_KEY = "wechat:gh_1:oA-_1:77:1714957200", "wechat:gh_1:oA-_1:1714957200:"

MESSAGES: dict[str, tuple[dict[str, str], str, str, dict[str, Any]]] = {
    "text": ({"MsgType": "text", "Content": "找活"}, "text", "找活", {}),
    "text without content": ({"MsgType": "text"}, "text", "", {}),
    "voice, understood": (
        {"MsgType": "voice", "MediaId": "m", "Format": "amr", "Recognition": "我要找活。"},
        "voice",
        "我要找活。",
        {"media_id": "m", "format": "amr"},
    ),
    "voice": ({"MsgType": "voice", "MediaId": "m"}, "voice", "", {"media_id": "m"}),
    "place": (
        {
            "MsgType": "location",
            "Location_X": "30.5",
            "Location_Y": "114.25",
            "Scale": "15",
            "Label": "武昌区",
        },
        "location",
        "武昌区",
        {"latitude": 30.5, "longitude": 114.25},
    ),
    "place without a name": (
        {"MsgType": "location", "Location_X": "30.5", "Location_Y": "114.25"},
        "location",
        "",
        {"latitude": 30.5, "longitude": 114.25},
    ),
    "picture": (
        {"MsgType": "image", "PicUrl": "http://p", "MediaId": "m"},
        "image",
        "",
        {"media_id": "m", "url": "http://p"},
    ),
    "video": (
        {"MsgType": "video", "MediaId": "m", "ThumbMediaId": "t"},
        "video",
        "",
        {"media_id": "m", "thumb_media_id": "t"},
    ),
    "short video": ({"MsgType": "shortvideo", "MediaId": "m"}, "video", "", {"media_id": "m"}),
    "link": (
        {"MsgType": "link", "Title": "招工", "Description": "急", "Url": "http://l"},
        "link",
        "招工",
        {"url": "http://l", "description": "急"},
    ),
    "file": ({"MsgType": "file", "Title": "a.pdf"}, "unknown", "", {"type": "file"}),
    "new kind": ({"MsgType": "hologram"}, "unknown", "", {"type": "hologram"}),
}


@pytest.mark.parametrize(("fields", "kind", "text", "payload"), MESSAGES.values(), ids=MESSAGES.keys())
def test_messages(fields: dict[str, str], kind: str, text: str, payload: dict[str, Any]) -> None:
    message = incoming({**HEAD, **fields, "MsgId": "77"})
    assert message == Incoming(MESSAGE_KEY, ADDRESS, kind, text, payload)
    assert wants_answer(message)


EVENTS: dict[str, tuple[dict[str, str], str, str, str, dict[str, Any], bool]] = {
    "follow": ({"Event": "subscribe"}, "subscribe:", "event", "", {"event": "subscribe", "scene": ""}, True),
    "follow by code": (
        {"Event": "subscribe", "EventKey": "qrscene_420102", "Ticket": "t"},
        "subscribe:qrscene_420102",
        "event",
        "",
        {"event": "subscribe", "scene": "420102"},
        True,
    ),
    "scan": (
        {"Event": "SCAN", "EventKey": "420102"},
        "SCAN:420102",
        "event",
        "",
        {"event": "SCAN", "scene": "420102"},
        True,
    ),
    "menu": ({"Event": "CLICK", "EventKey": "找活"}, "CLICK:找活", "click", "找活", {"event": "CLICK"}, True),
    "menu link": (
        {"Event": "VIEW", "EventKey": "http://a"},
        "VIEW:http://a",
        "event",
        "",
        {"event": "VIEW", "key": "http://a"},
        False,
    ),
    "position": (
        {"Event": "LOCATION", "Latitude": "30.5", "Longitude": "114.25", "Precision": "10"},
        "LOCATION:",
        "event",
        "",
        {"event": "LOCATION", "latitude": 30.5, "longitude": 114.25},
        False,
    ),
    "leave": ({"Event": "unsubscribe"}, "unsubscribe:", "event", "", {"event": "unsubscribe"}, False),
    "report": (
        {"Event": "MASSSENDJOBFINISH", "MsgID": "5"},
        "MASSSENDJOBFINISH:",
        "event",
        "",
        {"event": "MASSSENDJOBFINISH"},
        False,
    ),
}


@pytest.mark.parametrize(
    ("fields", "key", "kind", "text", "payload", "answered"), EVENTS.values(), ids=EVENTS.keys()
)
def test_events(
    fields: dict[str, str], key: str, kind: str, text: str, payload: dict[str, Any], answered: bool
) -> None:
    message = incoming({**HEAD, "MsgType": "event", **fields})
    assert message == Incoming(EVENT_KEY + key, ADDRESS, kind, text, payload)
    assert wants_answer(message) is answered
    assert is_unsubscribe(message) is (fields["Event"] == "unsubscribe")


def test_long_keys_fit_the_inbox_and_stay_apart() -> None:
    view = {**HEAD, "MsgType": "event", "Event": "VIEW"}
    first, second = (incoming({**view, "EventKey": "http://a/" + "x" * 400 + end}).key for end in "12")
    assert first != second
    assert max(len(first), len(second)) <= 200


@pytest.mark.parametrize(
    "changes",
    [
        {"ToUserName": ""},
        {"FromUserName": "a b"},
        {"FromUserName": "a" * 65},
        {"CreateTime": "-1"},
        {"CreateTime": "1" * 13},
        {"MsgType": ""},
        {"MsgType": "event"},
        {"MsgType": "location", "Location_X": "nan", "Location_Y": "1"},
        {"MsgType": "location", "Location_X": "30"},
        {"MsgType": "event", "Event": "LOCATION", "Latitude": "inf", "Longitude": "1"},
    ],
    ids=str,
)
def test_what_is_indispensable(changes: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        incoming({**HEAD, "MsgType": "text", "MsgId": "1", **changes})
    assert refused.value.status == 400
