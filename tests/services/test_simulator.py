"""What the simulator is shown, on both databases."""

from __future__ import annotations

import pytest

from bot.core.address import SMS, WECHAT, Address
from bot.services.context import Context
from bot.services.simulator import SampleEmployer, may_play, sample_employers, thread
from tests.support.clock import Clock
from tests.support.factories import incoming
from tests.support.talk_rows import sample_employer, sent_to

WORKER = "+8613800000101"
BOSS = "+8613911112222"


def test_a_phone_keeps_its_last_sixty_messages(ctx: Context, clock: Clock) -> None:
    for n in range(61):
        sent_to(ctx, Address(SMS, WORKER), f"第{n}条")
        clock.move(seconds=1)
    messages = thread(ctx, Address(SMS, WORKER)).messages
    assert messages is not None
    assert [len(messages), messages[0].text, messages[-1].text] == [60, "第1条", "第60条"]


@pytest.mark.parametrize(
    ("channel", "value", "allowed"),
    [
        (SMS, "+8613800000101", True),
        (SMS, "+8613800009999", True),
        (SMS, BOSS, True),
        (WECHAT, "sim-worker-b", True),
        (SMS, "+8613912345678", False),
        (SMS, "+86138000001011", False),
        (WECHAT, "oRealOpenId", False),
        (WECHAT, BOSS, False),
        ("fax", "+8613800000101", False),
    ],
)
def test_only_invented_people_are_played(channel: str, value: str, allowed: bool) -> None:
    assert may_play(Address(channel, value), [SampleEmployer("乙队", BOSS, 0)]) is allowed


def test_real_employers_are_no_samples(ctx: Context) -> None:
    sample_employer(ctx, "真公司", BOSS, sample=False)
    assert sample_employers(ctx) == []


def test_samples_by_name_with_the_last_question_to_each(ctx: Context) -> None:
    sample_employer(ctx, "乙队", BOSS)
    sample_employer(ctx, "丙队", "+8613911113333")
    question = sent_to(ctx, Address(SMS, BOSS), "张建国想来")
    answered = incoming(ctx, "1", BOSS).inbound_id
    sent_to(ctx, Address(SMS, BOSS), "定了", inbound_id=answered)
    assert sample_employers(ctx) == [
        SampleEmployer("丙队", "+8613911113333", 0),
        SampleEmployer("乙队", BOSS, question),
    ]


def test_a_thread_waits_for_an_answer(ctx: Context) -> None:
    address = Address(WECHAT, "sim-worker-b")
    assert thread(ctx, address).waiting is False
    incoming(ctx, "有活吗", address.value, WECHAT)
    found = thread(ctx, address)
    assert found.waiting is True
    assert thread(ctx, address, found.mark).messages is None
