"""Sending by Twilio: what is asked for, what each refusal means, and nothing sent twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import requests

from bot.channels.base import Next, SendError, Sent
from bot.channels.twilio_send import TwilioSender
from bot.config import load
from bot.core.address import Address
from bot.services.outbox import Due
from tests.channels.served import START, Clock
from tests.fakes.twilio_server import NUMBER, TOKEN, FakeTwilio

WORKER = "+8613800000001"
DUE = Due(7, Address("sms", WORKER), "【零工驿站】小工三百一天,回1要", 1, START, retaken=False)
AGAIN = replace(DUE, attempts=2)


def sender(twilio: FakeTwilio, **env: str) -> TwilioSender:
    return TwilioSender(load({**twilio.env(), "PUBLIC_URL": "https://bot.example", **env}), timeout=5)


def test_message_is_handed_over(twilio: FakeTwilio) -> None:
    sent = sender(twilio).send(DUE)
    (message,) = twilio.messages
    assert sent == Sent(message["sid"], via="api", final=False)
    assert (message["to"], message["from"], message["body"]) == (WORKER, NUMBER, DUE.text)
    assert twilio.callback(message["sid"]) == "https://bot.example/webhooks/sms/status"


def test_messaging_service_instead_of_a_number(twilio: FakeTwilio) -> None:
    service = "MG" + "3" * 32
    sender(twilio, TWILIO_FROM=service).send(DUE)
    (message,) = twilio.messages
    assert (message["from"], message["messaging_service_sid"]) == (None, service)


@pytest.mark.parametrize(
    ("status", "code", "next_", "after", "staff", "reason"),
    [
        (400, 21211, Next.GIVE_UP, None, False, "收件号码不对"),
        (400, 21214, Next.GIVE_UP, None, False, "这个号码联系不上"),
        (400, 21408, Next.GIVE_UP, None, True, "没有开通往这个地区发短信"),
        (400, 21608, Next.GIVE_UP, None, True, "试用账号只能发给验证过的号码"),
        (400, 21610, Next.GIVE_UP, None, False, "对方回复 STOP 退订了短信"),
        (400, 21612, Next.GIVE_UP, None, False, "从我们的号码发不到这个号码"),
        (400, 21614, Next.GIVE_UP, None, False, "这个号码不是手机，收不了短信"),
        (400, 21617, Next.GIVE_UP, None, True, "短信太长，超过 1600 字"),
        (400, 21606, Next.RETRY, 3600, True, "发信号码不属于我们或不能发短信"),
        (400, 21611, Next.RETRY, 60, False, "排队的短信太多"),
        (400, 29999, Next.GIVE_UP, None, True, "Twilio 没有接受这条短信"),
        (401, 20003, Next.RETRY, 600, True, "Twilio 账号或密码不对"),
        (401, None, Next.RETRY, 600, True, "Twilio 账号或密码不对"),
        (403, 20005, Next.RETRY, 3600, True, "Twilio 账号已停用"),
        (404, 20404, Next.RETRY, 3600, True, "Twilio 不认识这个账号"),
        (429, 20429, Next.RETRY, 30, False, "发得太快"),
        (429, None, Next.RETRY, 30, False, "发得太快"),
        (500, 20500, Next.RETRY, None, False, "Twilio 暂时出错"),
        (503, None, Next.RETRY, None, False, "Twilio 暂时出错"),
    ],
)
def test_refusals(
    twilio: FakeTwilio,
    status: int,
    code: int | None,
    next_: Next,
    after: int | None,
    staff: bool,
    reason: str,
) -> None:
    twilio.fail_next(status, code)
    with pytest.raises(SendError) as refused:
        sender(twilio).send(DUE)
    assert refused.value == SendError(
        next_, str(code or status), reason, timedelta(seconds=after) if after else None, staff
    )
    assert twilio.messages == []


@pytest.mark.parametrize(
    ("change", "code", "next_"),
    [
        ({"text": ""}, "21602", Next.GIVE_UP),
        ({"text": "长" * 1601}, "21617", Next.GIVE_UP),
        ({"address": Address("sms", "12345")}, "21211", Next.GIVE_UP),
    ],
    ids=["empty", "too long", "no number"],
)
def test_what_the_vendor_itself_refuses(
    twilio: FakeTwilio, change: dict[str, Any], code: str, next_: Next
) -> None:
    with pytest.raises(SendError) as refused:
        sender(twilio).send(replace(DUE, **change))
    assert (refused.value.code, refused.value.next) == (code, next_)


def test_wrong_password_is_for_staff(twilio: FakeTwilio) -> None:
    with pytest.raises(SendError) as refused:
        sender(twilio, TWILIO_AUTH_TOKEN="wrong").send(DUE)
    assert (refused.value.code, refused.value.next, refused.value.tell_staff) == ("20003", Next.RETRY, True)


def test_broken_connection_is_tried_again(twilio: FakeTwilio) -> None:
    twilio.hang_up_next()
    with pytest.raises(SendError) as refused:
        sender(twilio).send(DUE)
    assert (refused.value.next, refused.value.code) == (Next.RETRY, "network")
    sender(twilio).send(AGAIN)
    assert len(twilio.messages) == 1


def test_nobody_listens() -> None:
    with FakeTwilio() as gone:
        nobody = sender(gone)
    with pytest.raises(SendError) as refused:
        nobody.send(DUE)
    assert (refused.value.next, refused.value.code) == (Next.RETRY, "network")


def test_slow_answer_is_a_timeout(twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*args: object, **kwargs: object) -> None:
        raise requests.ReadTimeout(f"GET /Messages.json?To={WORKER}")

    monkeypatch.setattr(requests.Session, "request", too_slow)
    with pytest.raises(SendError) as refused:
        sender(twilio).send(DUE)
    assert (refused.value.next, refused.value.code) == (Next.RETRY, "timeout")


def test_answer_lost_on_the_way_is_not_sent_twice(twilio: FakeTwilio) -> None:
    twilio.lose_answer_next()
    with pytest.raises(SendError) as refused:
        sender(twilio).send(DUE)
    assert refused.value.next is Next.RETRY
    assert sender(twilio).send(AGAIN) == Sent(twilio.messages[0]["sid"])
    assert len(twilio.messages) == 1


def test_second_attempt_is_sent_where_the_first_did_not_get_through(twilio: FakeTwilio) -> None:
    assert sender(twilio).send(AGAIN) == Sent(twilio.messages[0]["sid"])


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"text": "【零工驿站】小工三百一天,回1要\n"}, True),
        ({"text": "别的"}, False),
        ({"address": Address("sms", "+8613800000002")}, False),
        ({"created_at": START + timedelta(minutes=4)}, True),
        ({"created_at": START + timedelta(minutes=6)}, False),
    ],
    ids=["same", "spaces", "another text", "another person", "clocks apart", "written later"],
)
def test_find_sent(twilio: FakeTwilio, change: dict[str, Any], found: bool) -> None:
    sender(twilio).send(DUE)
    expected = Sent(twilio.messages[0]["sid"]) if found else None
    assert sender(twilio).find_sent(replace(DUE, retaken=True, **change)) == expected


def test_find_sent_looks_past_other_messages(twilio: FakeTwilio) -> None:
    sender(twilio).send(DUE)
    for number in range(30):
        sender(twilio).send(replace(DUE, text=f"第{number}条"))
    assert sender(twilio).find_sent(DUE) == Sent(twilio.messages[0]["sid"])


def test_find_sent_never_takes_silence_for_no(twilio: FakeTwilio) -> None:
    twilio.fail_next(500)
    with pytest.raises(SendError) as refused:
        sender(twilio).find_sent(DUE)
    assert refused.value.next is Next.RETRY


def test_a_region_in_the_environment_changes_nothing(
    twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TWILIO_REGION", "TWILIO_EDGE", "TWILIO_ACCOUNT_SID"):
        monkeypatch.setenv(name, "sydney")
    sender(twilio).send(DUE)
    assert len(twilio.messages) == 1


def test_nothing_private_leaves(twilio: FakeTwilio, caplog: pytest.LogCaptureFixture, clock: Clock) -> None:
    caplog.set_level("INFO")
    said = []
    for fault in (lambda: twilio.fail_next(400, 21211), lambda: twilio.fail_next(401), twilio.hang_up_next):
        fault()
        with pytest.raises(SendError) as refused:
            sender(twilio).send(AGAIN)
        said.append(f"{refused.value} {refused.value!r}")
    sender(twilio).send(DUE)
    for private in (WORKER, WORKER[3:], DUE.text, TOKEN):
        assert private not in caplog.text + "".join(said)
