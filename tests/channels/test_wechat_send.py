"""Customer service messages: parts, tokens, what each errcode means."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Callable

import pytest

from bot.channels.base import Next, Sender, SendError, Sent
from bot.channels.registry import senders
from bot.core.address import Address
from bot.services.outbox import Due
from bot.wiring import App
from tests.channels.served import START
from tests.fakes.wechat_server import SECRET, FakeWeChat

OPENID = "oWorker-00000000000000001"
DUE = Due(
    7,
    Address("wechat", OPENID, "gh_1"),
    '小工三百一天,回1要 <a href="http://a">看</a>',
    1,
    START,
    retaken=False,
)


@pytest.fixture
def sender(wechat: FakeWeChat, make_app: Callable[[dict[str, str]], App]) -> Sender:
    wechat.heard(OPENID)
    return senders(make_app(wechat.env()))["wechat"]


def test_message_is_handed_over(wechat: FakeWeChat, sender: Sender) -> None:
    assert sender.send(DUE) == Sent("", via="api", final=True)
    assert wechat.messages == [(OPENID, DUE.text)]
    assert sender.find_sent(DUE) is None


@pytest.mark.parametrize(
    ("errcode", "next_", "after", "staff", "reason"),
    [
        (-1, Next.RETRY, None, False, "微信系统繁忙"),
        (40003, Next.GIVE_UP, None, False, "微信不认识这个用户"),
        (40013, Next.RETRY, 3600, True, "微信 AppID 不对"),
        (40164, Next.RETRY, 3600, True, "本机 IP 不在公众号的白名单里"),
        (43004, Next.OTHER_CHANNEL, None, False, "对方没有关注公众号"),
        (43019, Next.OTHER_CHANNEL, None, False, "对方在公众号的黑名单里"),
        (44004, Next.GIVE_UP, None, True, "消息没有内容"),
        (45009, Next.RETRY, 3600, True, "今天的接口调用次数用完了"),
        (45011, Next.RETRY, 60, False, "接口调用太频繁"),
        (45015, Next.OTHER_CHANNEL, None, False, "对方超过 48 小时没有来消息，微信不让发"),
        (45047, Next.OTHER_CHANNEL, None, False, "对方来消息之前，能发的条数用完了"),
        (47001, Next.GIVE_UP, None, True, "微信读不懂消息的格式"),
        (48001, Next.OTHER_CHANNEL, None, True, "公众号没有客服消息权限"),
        (48002, Next.OTHER_CHANNEL, None, False, "对方关闭了接收公众号消息"),
        (48004, Next.OTHER_CHANNEL, None, True, "公众号的接口被封禁"),
        (50002, Next.OTHER_CHANNEL, None, True, "公众号受限，可能违规"),
        (50005, Next.OTHER_CHANNEL, None, False, "对方没有关注公众号"),
        (99999, Next.GIVE_UP, None, True, "微信没有接受这条消息"),
    ],
)
def test_errcodes_inside_a_200(
    wechat: FakeWeChat, sender: Sender, errcode: int, next_: Next, after: int | None, staff: bool, reason: str
) -> None:
    wechat.fail_next(errcode)
    with pytest.raises(SendError) as refused:
        sender.send(DUE)
    expected = SendError(next_, str(errcode), reason, timedelta(seconds=after) if after else None, staff)
    assert refused.value == expected
    assert wechat.messages == []


def test_closed_window_and_used_up_quota(wechat: FakeWeChat, sender: Sender) -> None:
    wechat.quota = 1
    sender.send(DUE)
    with pytest.raises(SendError, match="45047"):
        sender.send(replace(DUE, id=8))
    wechat.close_window(OPENID)
    with pytest.raises(SendError, match="45015"):
        sender.send(replace(DUE, id=9))
    wechat.heard(OPENID)
    sender.send(replace(DUE, id=9))
    assert len(wechat.messages) == 2


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (502, b"<html>", "502"),
        (301, b"", "301"),
        (200, b"<html>", "answer"),
        (200, b"[]", "answer"),
        (200, b'{"errcode":"many"}', "answer"),
        (0, b"", "network"),
    ],
)
def test_broken_answers_are_tried_again(
    wechat: FakeWeChat, sender: Sender, status: int, body: bytes, code: str
) -> None:
    wechat.fail_next_http(status, body)
    with pytest.raises(SendError) as refused:
        sender.send(DUE)
    assert (refused.value.next, refused.value.code) == (Next.RETRY, code)
    sender.send(DUE)
    assert wechat.messages == [(OPENID, DUE.text)]


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
def test_refused_token_is_refreshed_by_force_once(wechat: FakeWeChat, sender: Sender, errcode: int) -> None:
    wechat.fail_next(errcode)
    sender.send(DUE)
    assert wechat.messages == [(OPENID, DUE.text)]
    assert wechat.token_calls == [False, True]


def test_token_that_stays_refused_is_for_staff(wechat: FakeWeChat, sender: Sender) -> None:
    wechat.fail_next(40001, times=2)
    with pytest.raises(SendError) as refused:
        sender.send(DUE)
    assert (refused.value.next, refused.value.tell_staff) == (Next.RETRY, True)
    assert wechat.token_calls == [False, True]


def test_token_taken_away_by_another_program(wechat: FakeWeChat, sender: Sender) -> None:
    sender.send(DUE)
    wechat.invalidate_token()
    sender.send(replace(DUE, id=8))
    assert len(wechat.messages) == 2


LONG_TEXT = "\n".join(f"第{number}条 " + "工" * 190 + "。" for number in range(9))


def test_long_text_goes_in_parts(wechat: FakeWeChat, sender: Sender) -> None:
    sender.send(replace(DUE, text=LONG_TEXT))
    texts = [text for _, text in wechat.messages]
    assert "\n".join(texts) == LONG_TEXT
    assert len(texts) == 3
    assert all(len(text.encode()) <= 2048 and text.endswith("。") for text in texts)


def test_parts_that_were_taken_are_not_sent_again(wechat: FakeWeChat, sender: Sender) -> None:
    wechat.quota = 1
    long = replace(DUE, text=LONG_TEXT)
    with pytest.raises(SendError, match="45047"):
        sender.send(long)
    wechat.heard(OPENID)
    wechat.quota = 20
    sender.send(replace(long, attempts=2))
    assert "\n".join(text for _, text in wechat.messages) == LONG_TEXT


def test_too_long_is_cut_smaller(wechat: FakeWeChat, sender: Sender) -> None:
    wechat.fail_next(45002)
    sender.send(replace(DUE, text="工" * 600))
    assert [len(text) for _, text in wechat.messages] == [341, 259]


def test_too_long_however_short(wechat: FakeWeChat, sender: Sender) -> None:
    wechat.fail_next(45002, times=20)
    with pytest.raises(SendError) as refused:
        sender.send(DUE)
    assert (refused.value.next, refused.value.tell_staff) == (Next.OTHER_CHANNEL, True)


@pytest.mark.parametrize(
    ("env", "code"),
    [({"WECHAT_APP_ID": "wx2"}, "40013"), ({"WECHAT_APP_SECRET": "wrong"}, "40125")],
    ids=["AppID", "AppSecret"],
)
def test_wrong_account(wechat: FakeWeChat, make_app: Any, env: dict[str, str], code: str) -> None:
    with pytest.raises(SendError) as refused:
        senders(make_app({**wechat.env(), **env}))["wechat"].send(DUE)
    assert (refused.value.code, refused.value.next, refused.value.tell_staff) == (code, Next.RETRY, True)


def test_nothing_private_leaves(wechat: FakeWeChat, sender: Sender, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    said = []
    for status in (0, 502):
        wechat.fail_next_http(status)
        with pytest.raises(SendError) as refused:
            sender.send(DUE)
        said.append(f"{refused.value} {refused.value!r} {refused.value.__cause__!r}")
    sender.send(DUE)
    for private in (OPENID, DUE.text, SECRET, "token_"):
        assert private not in caplog.text + "".join(said)
