"""WeChat's webhook: who is believed, what is stored, and the passive reply."""

from __future__ import annotations

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
import requests

from bot.channels.wechat_passive import Patience
from tests.channels.served import database_down
from tests.fakes.wechat_crypto import sha1_of_sorted
from tests.fakes.wechat_server import ACCOUNT, AES_KEY, SECRET, TOKEN, FakeWeChat, WebhookReply, xml_of

VECTORS = json.loads((Path(__file__).parent.parent / "fixtures" / "wechat_vectors.json").read_text("utf-8"))
HOOK = "/webhooks/wechat/webhook"
OPENID = "oWorker-00000000000000001"
OLD_KEY = "G" * 43
SUCCESS = WebhookReply(200, "success")
BRIEF = Patience(0.05, 0.05)


# The address check


def test_url_vector(serve: Any) -> None:
    vector = VECTORS["url_signature"]
    bot = serve({"WECHAT_APP_ID": "wx1", "WECHAT_APP_SECRET": "x", "WECHAT_TOKEN": vector["token"]})
    query = {name: vector[name] for name in ("signature", "timestamp", "nonce")}
    answer = requests.get(bot.url(HOOK), params={**query, "echostr": "5838479218127813673"}, timeout=20)
    assert (answer.status_code, answer.text) == (200, "5838479218127813673")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "changes",
    [
        {"signature": "0" * 40},
        {"signature": None},
        {"nonce": "1"},
        {"timestamp": None},
        {"signature": "签名"},
    ],
    ids=str,
)
def test_check_with_a_wrong_signature(serve: Any, wechat: FakeWeChat, changes: dict[str, str | None]) -> None:
    bot = serve(wechat.env())
    query = {**wechat.signed_query(), "echostr": "1", **changes}
    assert requests.get(bot.url(HOOK), params=query, timeout=20).status_code == 403


# Messages


@pytest.mark.parametrize(("mode", "sealed"), [("plain", False), ("compatible", True), ("encrypted", True)])
def test_text_gets_a_passive_reply(serve: Any, wechat: FakeWeChat, mode: str, sealed: bool) -> None:
    bot = serve(wechat.env())
    fields = wechat.message(OPENID, "text", Content="找活 小工")
    reply = wechat.post(bot.url(HOOK), fields, mode)
    assert (reply.status, reply.text, reply.sealed) == (200, "收到:找活 小工", sealed)
    (row,) = bot.stored()
    assert row.key == f"wechat:{ACCOUNT}:{OPENID}:{fields['MsgId']}:{fields['CreateTime']}"
    assert (row.kind, row.text, row.state) == ("text", "找活 小工", "answered")
    address = bot.address(row).address
    assert (address.channel, address.value, address.account) == ("wechat", OPENID, ACCOUNT)
    (answer,) = bot.outgoing()
    assert (answer.state, answer.via) == ("sent", "passive")


def test_published_encrypted_message(serve: Any) -> None:
    vector = VECTORS["decrypt"]
    env = {"WECHAT_APP_ID": vector["appid"], "WECHAT_APP_SECRET": "x", "WECHAT_TOKEN": vector["token"]}
    bot = serve({**env, "WECHAT_AES_KEY": vector["key"]})
    query = {name: vector[name] for name in ("msg_signature", "timestamp", "nonce")}
    body = xml_of({"ToUserName": vector["appid"], "Encrypt": vector["cipher"]})
    answer = requests.post(bot.url(HOOK), params={**query, "encrypt_type": "aes"}, data=body, timeout=20)
    assert answer.status_code == 200
    assert [(row.text, row.key) for row in bot.stored()] == [
        ("hello", "wechat:wx5823bf96d3bd56c7:mycreate:4561255354251345929:1409659813")
    ]


@pytest.mark.parametrize("key", [AES_KEY, OLD_KEY], ids=["current key", "previous key"])
def test_answer_comes_under_the_key_of_the_message(serve: Any, wechat: FakeWeChat, key: str) -> None:
    bot = serve({**wechat.env(), "WECHAT_AES_KEY": f"{AES_KEY},{OLD_KEY}"})
    reply = wechat.text(bot.url(HOOK), OPENID, "你好", mode="encrypted", aes_key=key)
    assert (reply.text, reply.sealed) == ("收到:你好", True)


def test_in_compatible_mode_the_encrypted_part_counts(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    address, body = wechat.request(bot.url(HOOK), wechat.message(OPENID, "text", Content="真的"), "encrypted")
    forged = body.replace(b"</xml>", b"<Content>false</Content><FromUserName>other</FromUserName></xml>")
    assert requests.post(address, data=forged, timeout=20).status_code == 200
    assert [row.text for row in bot.stored()] == ["真的"]


@pytest.mark.parametrize("text", ["<!DOCTYPE html>", "<!-- 你好 -->", 'a]]>b & <c> "d"', "]]>", "😀" * 20])
def test_texts_that_look_like_markup(serve: Any, wechat: FakeWeChat, text: str) -> None:
    bot = serve(wechat.env())
    bot.dialogue.answer = lambda heard: heard
    fields = wechat.message(OPENID, "text", Content=text.replace("]]>", "]]]]><![CDATA[>"))
    assert wechat.post(bot.url(HOOK), fields, "encrypted").text == text


# Refusals


def _plain(xml: bytes, **changes: str | None) -> tuple[dict[str, str | None], bytes]:
    query = {"timestamp": "1714957200", "nonce": "7", "signature": sha1_of_sorted(TOKEN, "1714957200", "7")}
    return {**query, **changes}, xml


GOOD = xml_of(
    {
        "ToUserName": ACCOUNT,
        "FromUserName": OPENID,
        "CreateTime": "1",
        "MsgType": "text",
        "Content": "a",
        "MsgId": "1",
    }
).encode()
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
    + b"]><xml><Content>&a8;</Content></xml>"
)
BAD_REQUESTS = {
    "no signature": (*_plain(GOOD, signature=None), 403),
    "wrong signature": (*_plain(GOOD, signature="0" * 40), 403),
    "signature of other values": (*_plain(GOOD, nonce="8"), 403),
    "encrypted, not signed": (*_plain(GOOD, encrypt_type="aes"), 403),
    "encrypted, wrong msg_signature": (*_plain(GOOD, encrypt_type="aes", msg_signature="0" * 40), 403),
    "cut off": (*_plain(GOOD[:-9]), 400),
    "no XML": (*_plain(b"{}"), 400),
    "empty": (*_plain(b""), 400),
    "another root": (*_plain(b"<html><a>1</a></html>"), 400),
    "no fields": (*_plain(b"<xml></xml>"), 400),
    "no type": (*_plain(GOOD.replace(b"MsgType", b"Other")), 400),
    "no sender": (*_plain(GOOD.replace(b"FromUserName", b"Other")), 400),
    "nested sender": (*_plain(GOOD.replace(OPENID.encode(), b"]]><a>1</a><![CDATA[")), 400),
    "sender too long": (*_plain(GOOD.replace(OPENID.encode(), b"a" * 65)), 400),
    "no time": (*_plain(GOOD.replace(b"<CreateTime><![CDATA[1]]>", b"<CreateTime><![CDATA[soon]]>")), 400),
    "position without numbers": (*_plain(GOOD.replace(b"[text]", b"[location]")), 400),
    "entity bomb": (*_plain(BOMB), 400),
    "external entity": (*_plain(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + GOOD), 400),
    "document type alone": (*_plain(b"<!DOCTYPE xml>" + GOOD), 400),
    "hidden document type": (*_plain(b'<?a <![CDATA[ ?><!DOCTYPE xml [<!ENTITY e "]]>">]>' + GOOD), 400),
    "another encoding": (*_plain(GOOD.decode().encode("utf-16")), 400),
    "broken encoding": (*_plain(GOOD.replace(b"[a]", b"[\xff]")), 400),
    "too long": (*_plain(b"<xml>" + b" " * 65536 + b"</xml>"), 413),
    "1 MB": (*_plain(b"a" * 1024 * 1024), 413),
    "1 MB, not signed": (*_plain(b"a" * 1024 * 1024, signature=None), 413),
}


@pytest.mark.parametrize(("query", "body", "status"), BAD_REQUESTS.values(), ids=BAD_REQUESTS.keys())
def test_bad_requests_are_refused(
    serve: Any, wechat: FakeWeChat, query: dict[str, str | None], body: bytes, status: int
) -> None:
    bot = serve(wechat.env())
    answer = requests.post(bot.url(HOOK), params=query, data=body, timeout=20)
    assert answer.status_code == status
    assert 0 < len(answer.text) < 60
    assert bot.stored() == []


@pytest.mark.parametrize(
    ("env", "sealing"),
    [
        ({}, {"app_id": "wxffffffffffffffff"}),
        ({}, {"aes_key": OLD_KEY}),
        ({"WECHAT_AES_KEY": ""}, {}),
    ],
    ids=["another AppID", "unknown key", "no key here"],
)
def test_what_cannot_be_opened_is_refused(
    serve: Any, wechat: FakeWeChat, env: dict[str, str], sealing: dict[str, str]
) -> None:
    bot = serve({**wechat.env(), **env})
    assert wechat.text(bot.url(HOOK), OPENID, "你好", mode="encrypted", **sealing).status == 403
    assert bot.stored() == []


def test_a_changed_ciphertext_is_refused(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    address, body = wechat.request(bot.url(HOOK), wechat.message(OPENID, "text", Content="你好"), "encrypted")
    changed = body.replace(b"</Encrypt>", b"A</Encrypt>").replace(b"]]>A", b"A]]>")
    assert requests.post(address, data=changed, timeout=20).status_code == 403


@pytest.mark.parametrize(("signature", "status"), [(None, 200), ("0" * 40, 403)], ids=["left out", "wrong"])
def test_plain_signature_beside_the_one_of_the_ciphertext(
    serve: Any, wechat: FakeWeChat, signature: str | None, status: int
) -> None:
    bot = serve(wechat.env())
    address, body = wechat.request(bot.url(HOOK), wechat.message(OPENID, "text", Content="你好"), "encrypted")
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), "signature": signature}
    assert requests.post(bot.url(parts.path), params=query, data=body, timeout=20).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_wrong_method(serve: Any, wechat: FakeWeChat, method: str) -> None:
    bot = serve(wechat.env())
    assert requests.request(method, bot.url(HOOK), timeout=20).status_code == 405


# Repeats and slow turns


def test_repeats_in_parallel_carry_one_reply(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    fields = wechat.message(OPENID, "text", Content="找活")
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: wechat.post(bot.url(HOOK), fields), range(6)))
    assert sorted(reply.text or "" for reply in replies) == [""] * 5 + ["收到:找活"]
    assert [reply for reply in replies if reply.text is None] == [SUCCESS] * 5
    assert [row.deliveries for row in bot.stored()] == [6]
    assert bot.dialogue.heard == ["找活"]


def test_repeat_after_the_reply_is_success(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    fields = wechat.message(OPENID, "text", Content="找活")
    assert wechat.post(bot.url(HOOK), fields, "encrypted").text == "收到:找活"
    assert wechat.post(bot.url(HOOK), fields, "encrypted") == SUCCESS
    assert len(bot.outgoing()) == 1


def test_slow_turn_is_delivered_on_the_next_try(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    bot.dialogue.open.clear()
    fields = wechat.message(OPENID, "text", Content="找活")
    _hang_up_after_the_start(wechat, bot, fields)
    bot.dialogue.open.set()
    bot.dialogue.wait_for("找活")
    assert [row.state for row in bot.outgoing()] == ["queued"]
    assert wechat.post(bot.url(HOOK), fields).text == "收到:找活"
    assert [(row.state, row.via) for row in bot.outgoing()] == [("sent", "passive")]


def _hang_up_after_the_start(wechat: FakeWeChat, bot: Any, fields: dict[str, str]) -> None:
    """As the platform after five seconds, but as soon as the turn has begun."""
    address, body = wechat.request(bot.url(HOOK), fields)
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port)) as connection:
        head = f"POST {parts.path}?{parts.query} HTTP/1.1\r\nHost: a\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)
        assert bot.dialogue.begun.wait(20)


def test_turn_that_outlasts_everything_is_answered_success(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env(), BRIEF)
    bot.dialogue.open.clear()
    fields = wechat.message(OPENID, "text", Content="找活")
    assert [wechat.post(bot.url(HOOK), fields) for _ in range(4)] == [SUCCESS] * 4
    bot.dialogue.open.set()
    bot.dialogue.wait_for("找活")
    assert [(row.text, row.state) for row in bot.outgoing()] == [("收到:找活", "queued")]


def test_turn_without_a_reply_is_answered_success(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    bot.dialogue.answer = lambda text: None
    assert wechat.text(bot.url(HOOK), OPENID, "找活") == SUCCESS


@pytest.mark.parametrize(
    ("text", "passive"),
    [("长" * 682 + "ab", True), ("长" * 682 + "abc", False)],
    ids=["2048 bytes", "2049 bytes"],
)
def test_long_reply_is_left_to_the_worker(
    serve: Any, wechat: FakeWeChat, clock: Any, text: str, passive: bool
) -> None:
    bot = serve(wechat.env())
    bot.dialogue.answer = lambda heard: text
    assert wechat.text(bot.url(HOOK), OPENID, "找活").text == (text if passive else None)
    (row,) = bot.outgoing()
    assert (row.state, row.not_before <= clock.now) == (("sent", False) if passive else ("queued", True))


# Events


def test_unsubscribe_and_come_back(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    wechat.text(bot.url(HOOK), OPENID, "你好")
    assert wechat.post(bot.url(HOOK), wechat.event(OPENID, "unsubscribe", EventKey="")) == SUCCESS
    (row,) = bot.stored()
    assert bot.address(row).following is False
    wechat.text(bot.url(HOOK), OPENID, "又来了")
    assert bot.address(row).following is True


def test_unsubscribe_of_a_stranger(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    assert wechat.post(bot.url(HOOK), wechat.event("oStranger", "unsubscribe")) == SUCCESS
    assert bot.stored() == []


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        ("LOCATION", {"Latitude": "30.5", "Longitude": "114.3", "Precision": "65"}),
        ("VIEW", {"EventKey": "https://a.example/" + "b" * 300}),
        ("TEMPLATESENDJOBFINISH", {"MsgID": "200163836", "Status": "success"}),
    ],
)
def test_reports_are_stored_and_not_waited_for(
    serve: Any, wechat: FakeWeChat, event: str, fields: dict[str, str]
) -> None:
    bot = serve(wechat.env())
    assert wechat.post(bot.url(HOOK), wechat.event(OPENID, event, **fields)) == SUCCESS
    (row,) = bot.stored()
    assert (row.kind, row.payload["event"]) == ("event", event)


def test_picture_is_stored(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env(), BRIEF)
    fields = wechat.message(OPENID, "image", PicUrl="http://a.example/1", MediaId="m1")
    assert wechat.post(bot.url(HOOK), fields, "encrypted").status == 200
    (row,) = bot.stored()
    assert (row.kind, row.text, row.payload) == ("image", "", {"media_id": "m1", "url": "http://a.example/1"})


# Trouble


def test_a_database_that_fails_is_a_503_and_the_retry_is_taken(serve: Any, wechat: FakeWeChat) -> None:
    bot = serve(wechat.env())
    fields = wechat.message(OPENID, "text", Content="找活")
    with database_down(bot.app.ctx):
        assert wechat.post(bot.url(HOOK), fields).status == 503
    assert wechat.post(bot.url(HOOK), fields).text == "收到:找活"


def test_nothing_private_reaches_the_log(
    serve: Any, wechat: FakeWeChat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    bot = serve(wechat.env())
    wechat.text(bot.url(HOOK), OPENID, "欠我工钱", mode="encrypted")
    wechat.text(bot.url(HOOK), OPENID, "欠我工钱", mode="encrypted", aes_key=OLD_KEY)
    requests.post(
        bot.url(HOOK) + "?" + urlencode({"signature": "0", "openid": OPENID}), data=GOOD, timeout=20
    )
    with database_down(bot.app.ctx):
        assert wechat.text(bot.url(HOOK), OPENID, "欠我工钱").status == 503
    assert "403" in caplog.text
    for private in (OPENID, "欠我工钱", TOKEN, SECRET, AES_KEY):
        assert private not in caplog.text
