"""WeChat's webhook: what is refused, and that nothing of it is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from bot.channels.wechat_passive import Patience
from tests.fakes.wechat_crypto import sha1_of_sorted
from tests.fakes.wechat_server import ACCOUNT, TOKEN, FakeWeChat, WebhookReply, xml_of

VECTORS = json.loads((Path(__file__).parent.parent / "fixtures" / "wechat_vectors.json").read_text("utf-8"))
HOOK = "/webhooks/wechat/webhook"
OPENID = "oWorker-00000000000000001"
OLD_KEY = "G" * 43
SUCCESS = WebhookReply(200, "success")
BRIEF = Patience(0.05, 0.05)


# The address check


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
