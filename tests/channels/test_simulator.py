"""Without vendors: the simulator page comes in by the same signed door, and its messages go nowhere."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from bot.channels.base import Sent
from bot.channels.registry import senders
from bot.channels.signing import signed_twilio_form, signed_wechat_xml
from bot.channels.simulator import SimulatorSender
from bot.channels.twilio_send import TwilioSender
from bot.channels.wechat_send import WeChatSender
from bot.core.address import Address
from bot.services.outbox import Due
from tests.channels.served import START
from tests.fakes.twilio_server import FakeTwilio
from tests.fakes.wechat_server import FakeWeChat

PHONE, OPENID = "+8613800000001", "sim-1"


def test_sms(serve: Any) -> None:
    bot = serve({})
    url, form, headers = signed_twilio_form(bot.app.settings, PHONE, "找活 & <小工>", "SMsim1")
    assert url == bot.url("/webhooks/sms/webhook")
    assert requests.post(url, data=form, headers=headers, timeout=20).status_code == 200
    bot.dialogue.wait_for("找活 & <小工>")
    assert [bot.address(row).value for row in bot.stored()] == [PHONE]


def test_wechat(serve: Any) -> None:
    bot = serve({})
    url, body = signed_wechat_xml(bot.app.settings, OPENID, "找活 & <小工> ]]>", "101", START)
    assert url.startswith(bot.url("/webhooks/wechat/webhook?"))
    answer = requests.post(url, data=body.encode(), timeout=20)
    assert "收到:找活 & <小工> " in answer.text
    (row,) = bot.stored()
    assert (row.text, row.key) == (
        "找活 & <小工> ]]>",
        f"wechat:gh_simulator:sim-1:101:{int(START.timestamp())}",
    )


def test_others_cannot_speak_for_the_simulator(serve: Any) -> None:
    bot = serve({})
    other = serve({})
    url, form, headers = signed_twilio_form(other.app.settings, PHONE, "找活", "SMsim1")
    assert requests.post(url, data=form, headers=headers, timeout=20).status_code == 200
    assert (
        requests.post(bot.url("/webhooks/sms/webhook"), data=form, headers=headers, timeout=20).status_code
        == 403
    )
    url, body = signed_wechat_xml(other.app.settings, OPENID, "找活", "101", START)
    foreign = url.replace(other.url(""), bot.url(""))
    assert requests.post(foreign, data=body.encode(), timeout=20).status_code == 403


@pytest.mark.parametrize("channel", ["sms", "wechat"])
def test_messages_go_nowhere(make_app: Any, channel: str) -> None:
    sender = senders(make_app({}))[channel]
    assert sender.channel == channel
    due = Due(7, Address(channel, "x"), "你好", 1, START, retaken=False)
    assert sender.send(due) == Sent("sim-7", via="simulator", final=True)
    assert sender.find_sent(due) is None


def test_configured_vendors_get_their_messages(make_app: Any) -> None:
    twilio, wechat = FakeTwilio(), FakeWeChat()
    assert _kinds(make_app(twilio.env())) == [TwilioSender, SimulatorSender]
    assert _kinds(make_app(wechat.env())) == [SimulatorSender, WeChatSender]


def _kinds(app: Any) -> list[type]:
    return [type(senders(app)[channel]) for channel in ("sms", "wechat")]
