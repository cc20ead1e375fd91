"""The simulator page: who may be played, what is shown, what is sent to the bot and what the person is told."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest
from twilio.request_validator import RequestValidator

from bot.channels.keys import twilio_token, wechat_token
from bot.channels.wechat_seal import sign
from bot.config import Settings, Twilio
from bot.core.address import SMS, WECHAT, Address
from bot.services import outbox
from bot.services.context import Context
from bot.store.messages import DELIVERED, SENT, UNDELIVERED, Outbox
from bot.store.moved_clock import MovedClock
from tests.console.conftest import Console, FakeBot, serving
from tests.support.clock import Clock
from tests.support.factories import employer, incoming, posting
from tests.support.hired import hire
from tests.support.talk_rows import sample_employer, sent_to

WORKER = "+8613800000101"
BOSS = "+8613911112222"


def ask(console: Console, channel: str = SMS, value: str = WORKER, after: str = "") -> dict:
    body = {"phones": [{"channel": channel, "value": value, "after": after}]}
    return console.post("/simulator/thread", body).json()["phones"][0]


def send(console: Console, text: str, channel: str = SMS, sender: str = WORKER):
    return console.post("/simulator/send", {"channel": channel, "from": sender, "text": text})


def test_page_draws_three_phones_with_the_sample_employers(sqlite_ctx: Context, console: Console) -> None:
    sample_employer(sqlite_ctx, "王师傅<装修>队", BOSS)
    sample_employer(sqlite_ctx, "真公司", "+8613911113333", sample=False)
    page = console.get("/simulator").text
    assert [name for name in ("工友A", "工友B", "用工方") if f"<h2>{name}</h2>" in page] == [
        "工友A",
        "工友B",
        "用工方",
    ]
    assert '<option value="+8613911112222" selected>王师傅&lt;装修&gt;队（139 1111 2222）</option>' in page
    assert "真公司" not in page


def test_page_opens_without_any_employer(console: Console) -> None:
    assert "还没有样例用工方" in console.get("/simulator").text


@pytest.mark.parametrize("path", ["/simulator/thread", "/simulator/send", "/simulator/clock"])
def test_closed_where_a_vendor_is_configured(sqlite_ctx: Context, settings: Settings, path: str) -> None:
    real = replace(settings, twilio=Twilio("AC1", "token", "+15005550006", "https://api.example"))
    with serving(sqlite_ctx, real) as console:
        page = console.get("/simulator")
        assert (page.status_code, "模拟手机只在试用时开放" in page.text) == (404, True)
        assert console.post(path, {"phones": []}).status_code == 404
        assert "/simulator" not in console.get("/").text


def test_both_directions_in_order(sqlite_ctx: Context, clock: Clock, console: Console) -> None:
    incoming(sqlite_ctx, "明天，工地，武汉", WORKER)
    clock.move(seconds=2)
    sent_to(sqlite_ctx, Address(SMS, WORKER), "有活" * 48, state=DELIVERED)
    sent_to(sqlite_ctx, Address(SMS, BOSS), "别人的")
    shown = ask(console)
    assert shown["waiting"] is True
    assert [(m["mine"], m["text"], m["time"], m["state"], m["size"]) for m in shown["messages"]] == [
        (True, "明天，工地，武汉", "09:10", "", "1条 · 8字"),
        (False, "有活" * 48, "09:10", "已送达", "2条 · 96字"),
    ]


@pytest.mark.parametrize(
    ("changes", "state", "failed"),
    [
        ({}, "排队中", False),
        ({"error_reason": "太快了"}, "没发成，等会儿再发：太快了", False),
        ({"state": SENT, "via": "passive"}, "已送达", False),
        ({"state": SENT, "via": "api"}, "已发出", False),
        ({"state": UNDELIVERED, "error_reason": "号码已停机"}, "没送到：号码已停机", True),
        ({"state": "given_up"}, "没送到", True),
        ({"state": "held", "error_reason": "48小时"}, "先留着，等对方来消息再发", False),
    ],
)
def test_delivery_in_plain_words(
    sqlite_ctx: Context, console: Console, changes: dict, state: str, failed: bool
) -> None:
    sent_to(sqlite_ctx, Address(WECHAT, "sim-worker-b"), "好", **changes)
    (message,) = ask(console, WECHAT, "sim-worker-b")["messages"]
    assert (message["state"], message["failed"], message["size"]) == (state, failed, "")


def test_only_what_changed_is_sent_again(sqlite_ctx: Context, console: Console) -> None:
    row = sent_to(sqlite_ctx, Address(SMS, WORKER), "好")
    mark = ask(console)["mark"]
    assert ask(console, after=mark)["messages"] is None
    outbox.sent(sqlite_ctx, row, "sim-1", "simulator", DELIVERED)
    changed = ask(console, after=mark)
    assert [message["state"] for message in changed["messages"]] == ["已送达"]
    assert changed["mark"] != mark


def test_employer_who_was_asked_is_named(sqlite_ctx: Context, console: Console) -> None:
    sample_employer(sqlite_ctx, "乙队", BOSS)
    sample_employer(sqlite_ctx, "丙队", "+8613911113333")
    question = sent_to(sqlite_ctx, Address(SMS, BOSS), "张建国想来")
    reply_to = incoming(sqlite_ctx, "1", BOSS).inbound_id
    sent_to(sqlite_ctx, Address(SMS, BOSS), "定了", inbound_id=reply_to)
    answer = console.post("/simulator/thread", {"phones": []}).json()
    assert {each["value"]: each["news"] for each in answer["employers"]} == {
        BOSS: question,
        "+8613911113333": 0,
    }


def test_text_message_is_signed_as_twilio_does(console: Console, bot: FakeBot) -> None:
    assert send(console, "明天，工地").status_code == 200
    (call,) = bot.calls
    form = dict(parse_qsl(call.body.decode(), keep_blank_values=True))
    assert (call.path, form["From"], form["Body"]) == ("/webhooks/sms/webhook", WORKER, "明天，工地")
    url = "https://bot.example/webhooks/sms/webhook"
    signature = call.headers["x-twilio-signature"]
    assert RequestValidator(twilio_token(console.settings)).validate(url, form, signature)


def test_each_text_message_has_its_own_sid(console: Console, bot: FakeBot) -> None:
    send(console, "1")
    send(console, "1")
    sids = {dict(parse_qsl(call.body.decode()))["MessageSid"] for call in bot.calls}
    assert len(sids) == 2


def test_wechat_message_is_signed_as_wechat_does(console: Console, bot: FakeBot) -> None:
    assert send(console, "有活<吗>", WECHAT, "sim-worker-b").status_code == 200
    (call,) = bot.calls
    query, root = dict(call.query), ElementTree.fromstring(call.body)
    assert (call.path, root.findtext("FromUserName")) == ("/webhooks/wechat/webhook", "sim-worker-b")
    assert root.findtext("Content") == "有活<吗>"
    assert query["signature"] == sign(wechat_token(console.settings), query["timestamp"], query["nonce"])


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (403, "机器人不认这条消息的签名（403）"),
        (404, "机器人没有这个渠道的入口（404）"),
        (503, "机器人出错了（503），这条消息可能没有处理"),
        (302, "机器人没收这条消息（302）"),
    ],
)
def test_refusal_is_told_in_a_sentence(console: Console, bot: FakeBot, status: int, sentence: str) -> None:
    bot.status = status
    answer = send(console, "明天，工地")
    assert answer.status_code == 502
    assert answer.json()["problem"].startswith(sentence)


def test_bot_that_is_down_is_told_in_a_sentence(sqlite_ctx: Context, settings: Settings) -> None:
    with serving(sqlite_ctx, replace(settings, bot_port=1)) as console:
        assert send(console, "1").json()["problem"].startswith("机器人没有在运行：连不上本机的 1 端口")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"channel": SMS, "from": "+8613912345678", "text": "1"}, "这里只能用编造的号码和样例里的用工方"),
        ({"channel": SMS, "from": WORKER, "text": "  "}, "先写几个字再发"),
        ({"channel": SMS, "from": WORKER, "text": "长" * 1001}, "太长了，最多 1000 个字"),
        ({"channel": SMS, "from": WORKER, "text": "\ud83d"}, "里面有看不懂的字符，请改一改再发"),
        ({"channel": SMS, "from": [], "text": "1"}, "这里只能用编造的号码和样例里的用工方"),
        ([], "这里只能用编造的号码和样例里的用工方"),
    ],
)
def test_nothing_else_reaches_the_bot(console: Console, bot: FakeBot, body: object, sentence: str) -> None:
    answer = console.post("/simulator/send", body)
    assert (answer.status_code, answer.json()["problem"], bot.calls) == (400, sentence, [])


@pytest.mark.parametrize(
    "phones",
    [None, "all", [1], [{"channel": SMS}], [{"channel": SMS, "value": "+8613912345678"}], [{}] * 7],
)
def test_nobody_elses_messages_are_shown(console: Console, phones: object) -> None:
    assert console.post("/simulator/thread", {"phones": phones}).status_code == 400


def test_nothing_is_stored_by_looking(sqlite_ctx: Context, console: Console) -> None:
    assert ask(console)["messages"] == []
    with sqlite_ctx.db.reading() as session:
        assert session.query(Outbox).count() == 0


def test_the_clock_goes_an_hour_on_or_to_the_next_thing(
    sqlite_ctx: Context, settings: Settings, clock: Clock
) -> None:
    moved = MovedClock(settings.var, clock)
    ctx = replace(sqlite_ctx, clock=moved)
    with serving(ctx, settings, moved) as console:
        assert "11月24日 周二 09:10" in console.get("/simulator").text
        answer = console.post("/simulator/clock", {"by": "hour"}).json()
        assert answer == {"now": "11月24日 周二 10:10"}
        nothing = console.post("/simulator/clock", {"by": "next"})
        assert (nothing.status_code, nothing.json()) == (409, {"problem": "后面没有等着的提醒"})
        hire(ctx, posting(ctx, employer(ctx)))
        answer = console.post("/simulator/clock", {"by": "next"}).json()
        assert answer == {"now": "11月24日 周二 19:00"}
        assert console.post("/simulator/clock", {"by": "week"}).status_code == 400


def test_a_clock_that_cannot_be_moved_is_not(console: Console) -> None:
    assert console.post("/simulator/clock", {"by": "hour"}).status_code == 400
