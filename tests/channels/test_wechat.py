"""WeChat's webhook: who is believed, what is stored, and the passive reply."""

from __future__ import annotations

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import requests

from bot.channels.wechat_passive import Patience
from tests.channels.served import database_down
from tests.channels.test_wechat_refused import GOOD
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
