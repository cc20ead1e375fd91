"""Twilio's webhooks: who is believed, what is stored, what is answered."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import requests

from bot.channels.registry import senders
from bot.channels.sms import Form
from bot.channels.twilio_gateway import TwilioGateway
from bot.config import Twilio, load
from bot.services import outbox
from tests.channels.served import database_down
from tests.fakes.twilio_server import ACCOUNT, NUMBER, TOKEN, FakeTwilio

VECTORS = json.loads(
    (Path(__file__).parent.parent / "fixtures" / "twilio_signature_vectors.json").read_text("utf-8")
)
HOOK, STATUS = "/webhooks/sms/webhook", "/webhooks/sms/status"
WORKER = "+8613800000001"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
SID = "SM" + "a" * 32


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["name"])
@pytest.mark.parametrize("right", [True, False])
def test_signature_vectors(vector: dict[str, Any], right: bool) -> None:
    account = Twilio(
        account_sid="", auth_token=vector["auth_token"], sender="", api_base=""
    )  # they name none
    gateway = TwilioGateway(replace(load({}), twilio=account))
    values = {name: value if isinstance(value, list) else [value] for name, value in vector["params"].items()}
    signature = vector["expected"] if right else vector["expected"].swapcase()
    assert gateway.verify(vector["url"], Form(values), {"X-Twilio-Signature": signature}) is right


@pytest.mark.parametrize(
    ("body", "media", "kind", "payload"),
    [
        ("找活,小工 三百一天", [], "text", {}),
        ("", [], "text", {}),
        (
            "1",
            [("http://a.example/1", "image/jpeg")],
            "image",
            {"media": [{"url": "http://a.example/1", "type": "image/jpeg"}]},
        ),
        (
            "",
            [("http://a.example/2", "audio/amr")],
            "media",
            {"media": [{"url": "http://a.example/2", "type": "audio/amr"}]},
        ),
    ],
    ids=["text", "empty text", "picture", "sound"],
)
def test_message_is_stored_and_answered(
    serve: Any,
    twilio: FakeTwilio,
    body: str,
    media: list[tuple[str, str]],
    kind: str,
    payload: dict[str, Any],
) -> None:
    bot = serve(twilio.env())
    answer = twilio.text(bot.url(HOOK), WORKER, body, SID, media)
    assert (answer.status_code, answer.text) == (200, TWIML)
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    (row,) = bot.stored()
    assert (row.key, row.kind, row.text, row.payload) == (f"twilio:{SID}", kind, body, payload)
    address = bot.address(row).address
    assert (address.channel, address.value, address.account) == ("sms", WORKER, NUMBER)


def test_turn_runs_after_the_answer(serve: Any, twilio: FakeTwilio) -> None:
    bot = serve(twilio.env())
    bot.dialogue.open.clear()
    assert twilio.text(bot.url(HOOK), WORKER, "找活").status_code == 200
    assert bot.dialogue.heard == []
    bot.dialogue.open.set()
    bot.dialogue.wait_for("找活")
    assert [row.text for row in bot.outgoing()] == ["收到:找活"]


def test_repeated_deliveries_in_parallel_are_one_turn(serve: Any, twilio: FakeTwilio) -> None:
    bot = serve(twilio.env())
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: twilio.text(bot.url(HOOK), WORKER, "找活", SID), range(8)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, TWIML)}
    twilio.text(bot.url(HOOK), WORKER, "算了")
    bot.dialogue.wait_for("找活", "算了")
    assert [row.deliveries for row in bot.stored()] == [8, 1]
    assert [row.text for row in bot.outgoing()] == ["收到:找活", "收到:算了"]


def _form(**changes: str | None) -> dict[str, str]:
    form = {
        "MessageSid": SID,
        "AccountSid": ACCOUNT,
        "From": WORKER,
        "To": NUMBER,
        "Body": "你好",
        "FromCity": "",
    }
    return {name: value for name, value in {**form, **changes}.items() if value is not None}


@pytest.mark.parametrize("path", [HOOK, STATUS])
@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (urlencode(_form()), {}, 403),
        (urlencode(_form()), {"X-Twilio-Signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA="}, 403),
        (urlencode(_form()), {"X-Twilio-Signature": "不是签名".encode().decode("latin-1")}, 403),
        ("a=%ff", {"X-Twilio-Signature": "x"}, 400),
        ("no form at all", {"X-Twilio-Signature": "x"}, 400),
        ("", {"X-Twilio-Signature": "x"}, 400),
        (json.dumps(_form()), {"X-Twilio-Signature": "x", "Content-Type": "application/json"}, 400),
        (urlencode(_form()), {"X-Twilio-Signature": "x", "Content-Type": "text/plain"}, 400),
        ("Body=" + "a" * 1024 * 1024, {"X-Twilio-Signature": "x"}, 413),
        ("Body=" + "a" * 1024 * 1024, {}, 413),
        (iter([b"Body=a"] + [b"a" * 4096] * 256), {"X-Twilio-Signature": "x"}, 413),
    ],
    ids=[
        "no signature",
        "wrong signature",
        "strange signature",
        "broken encoding",
        "no fields",
        "empty",
        "json",
        "plain text",
        "1 MB",
        "1 MB unsigned",
        "1 MB in chunks",
    ],
)
def test_bad_requests_are_refused(
    serve: Any, twilio: FakeTwilio, path: str, body: Any, headers: dict[str, str], status: int
) -> None:
    bot = serve(twilio.env())
    if not isinstance(body, str):
        body = iter([b"Body=a"] + [b"a" * 4096] * 256)
    form_type = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    answer = requests.post(bot.url(path), data=body, headers={**form_type, **headers}, timeout=20)
    assert answer.status_code == status
    assert 0 < len(answer.text) < 60
    assert bot.stored() == []


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        (HOOK, _form(MessageSid=None), 400),
        (HOOK, _form(MessageSid="SM1; drop"), 400),
        (HOOK, _form(From=None), 400),
        (HOOK, _form(From="whatsapp:+8613800000001"), 400),
        (HOOK, _form(AccountSid="AC" + "2" * 32), 403),
        (HOOK, _form(AccountSid=None), 403),
        (STATUS, _form(MessageStatus=None), 400),
        (STATUS, _form(MessageSid=None, MessageStatus="sent"), 400),
        (STATUS, _form(AccountSid="AC" + "2" * 32, MessageStatus="sent"), 403),
        (STATUS, _form(MessageStatus="delivered"), 204),
        (STATUS, _form(MessageStatus="something new"), 204),
    ],
)
def test_signed_requests_with_wrong_fields(
    serve: Any, twilio: FakeTwilio, path: str, form: dict[str, str], status: int
) -> None:
    bot = serve(twilio.env())
    assert twilio.post(bot.url(path), form).status_code == status
    assert bot.stored() == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", HOOK, 405), ("PUT", HOOK, 405), ("GET", STATUS, 405), ("POST", "/webhooks/sms/other", 404)],
)
def test_wrong_method_or_path(serve: Any, twilio: FakeTwilio, method: str, path: str, status: int) -> None:
    bot = serve(twilio.env())
    assert requests.request(method, bot.url(path), timeout=20).status_code == status


def test_the_signed_address_is_the_public_one(serve: Any, twilio: FakeTwilio) -> None:
    bot = serve({**twilio.env(), "PUBLIC_URL": "https://bot.example/hubei"})
    form = twilio.incoming(WORKER, "你好")
    for signed, status in ((f"https://bot.example/hubei{HOOK}?a=1", 200), (bot.url(HOOK) + "?a=1", 403)):
        headers = twilio.signature(signed, form)
        assert (
            requests.post(bot.url(HOOK) + "?a=1", data=form, headers=headers, timeout=20).status_code
            == status
        )


def test_repeated_fields_count_in_the_signature(serve: Any, twilio: FakeTwilio) -> None:
    bot = serve(twilio.env())
    form = _form()
    signed = twilio.signature(bot.url(HOOK), {**form, "To": NUMBER + "To+15005550009"})
    for extra, status in ((["+15005550009", NUMBER], 200), (["+15005550009"], 403)):
        pairs = [
            *((name, value) for name, value in form.items() if name != "To"),
            *(("To", each) for each in extra),
        ]
        assert requests.post(bot.url(HOOK), data=pairs, headers=signed, timeout=20).status_code == status


def test_a_database_that_fails_is_a_503_and_the_retry_is_taken(serve: Any, twilio: FakeTwilio) -> None:
    bot = serve(twilio.env())
    with database_down(bot.app.ctx):
        assert twilio.text(bot.url(HOOK), WORKER, "你好", SID).status_code == 503
    assert twilio.text(bot.url(HOOK), WORKER, "你好", SID).status_code == 200
    assert [row.key for row in bot.stored()] == [f"twilio:{SID}"]


@pytest.mark.parametrize(
    ("statuses", "state", "code", "reason"),
    [
        (["queued"], "sent", None, None),
        (["sent"], "sent", None, None),
        (["sending", "sent", "delivered"], "delivered", None, None),
        (["read"], "delivered", None, None),
        (["delivered", "sent", "queued"], "delivered", None, None),
        (["delivered", ("undelivered", 30003)], "delivered", None, None),
        ([("undelivered", 30003)], "undelivered", "30003", "手机关机、无信号或停机"),
        ([("undelivered", 30007), "sent"], "undelivered", "30007", "被运营商当作垃圾短信拦截"),
        ([("failed", 21610)], "undelivered", "21610", "对方回复 STOP 退订了短信"),
        ([("failed", 39999)], "undelivered", "39999", "短信没有送达（代码 39999）"),
        (["canceled"], "undelivered", "canceled", "发送被取消"),
    ],
)
def test_receipts_only_move_forward(
    serve: Any, twilio: FakeTwilio, statuses: list[Any], state: str, code: str | None, reason: str | None
) -> None:
    bot = serve(twilio.env())
    sid = _one_sent(bot, twilio)
    for status in statuses:
        name, error = (status, None) if isinstance(status, str) else status
        assert twilio.report(sid, name, error) == 204
    (row,) = bot.outgoing()
    assert (row.state, row.error_code, row.error_reason) == (state, code, reason)


def _one_sent(bot: Any, twilio: FakeTwilio) -> str:
    twilio.text(bot.url(HOOK), WORKER, "你好")
    bot.dialogue.wait_for("你好")
    ctx = bot.app.ctx
    (due,) = outbox.claim(ctx, ["sms"], 10)
    sent = senders(bot.app)["sms"].send(due)
    outbox.sent(ctx, due.id, sent.vendor_id, sent.via)
    return sent.vendor_id


def test_nothing_private_reaches_the_log(
    serve: Any, twilio: FakeTwilio, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    bot = serve(twilio.env())
    sid = _one_sent(bot, twilio)
    twilio.report(sid, "delivered")
    requests.post(bot.url(HOOK), data=_form(Body="欠我工钱"), timeout=20)
    with database_down(bot.app.ctx):
        assert twilio.text(bot.url(HOOK), WORKER, "欠我工钱").status_code == 503
    assert "403" in caplog.text
    for private in (WORKER, WORKER[3:], "欠我工钱", "你好", TOKEN):
        assert private not in caplog.text
