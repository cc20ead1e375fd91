"""The delivery worker against senders that behave as told; the database is real."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Callable, Dict, List, Optional

import pytest

from bot.channels.base import Next, SendError, Sent
from bot.core.address import SMS, WECHAT, Address
from bot.delivery.worker import DeliveryWorker, pause
from bot.services import outbox
from bot.services.context import Context
from bot.services.outbox import Due
from bot.store.messages import Outbox
from bot.store.people import AddressRow, ensure_address
from tests.support.clock import Clock


class Vendor:
    """Takes messages, or refuses them with what it was given, one after the other."""

    def __init__(
        self, channel: str = SMS, *refusals: SendError, known: Optional[Dict[str, str]] = None
    ) -> None:
        self.channel, self.refusals, self.taken = channel, list(refusals), []
        self.known = known or {}

    def send(self, message: Due) -> Sent:
        if self.refusals:
            raise self.refusals.pop(0)
        self.taken.append(message.text)
        return Sent(f"SM{message.id}")

    def find_sent(self, message: Due) -> Optional[Sent]:
        return Sent(self.known[message.text]) if message.text in self.known else None


class Slow(Vendor):
    """Something happens while it is at work on a message."""

    def __init__(self, meanwhile: Callable[[], None], *refusals: SendError) -> None:
        super().__init__(SMS, *refusals)
        self.meanwhile = meanwhile

    def send(self, message: Due) -> Sent:
        self.meanwhile()
        return super().send(message)


class Broken(Vendor):
    """Fails in a way that nobody foresaw."""

    def send(self, message: Due) -> Sent:
        self.taken.append(message.text)
        raise ValueError("boom")


def write(ctx: Context, text: str, channel: str = SMS, value: str = "+8613800000011", **more) -> int:
    with ctx.db.writing() as session:
        address = ensure_address(session, Address(channel, value), ctx.clock())
        row = outbox.write(session, key=text, address=address, text=text, now=ctx.clock(), **more)
        session.flush()
        return row.id


def row(ctx: Context, outbox_id: int) -> Outbox:
    with ctx.db.reading() as session:
        return session.get(Outbox, outbox_id)


def work(ctx: Context, *vendors: Vendor) -> None:
    DeliveryWorker(ctx, {vendor.channel: vendor for vendor in vendors}).run_once()


def refusal(next_: Next, after: Optional[timedelta] = None) -> SendError:
    return SendError(next_, "123", "理由", after)


def test_a_message_is_sent_and_its_vendor_id_noted(ctx: Context) -> None:
    key = write(ctx, "你好")
    vendor = Vendor()
    work(ctx, vendor)
    work(ctx, vendor)
    assert vendor.taken == ["你好"]
    assert (row(ctx, key).state, row(ctx, key).vendor_id, row(ctx, key).via) == ("sent", f"SM{key}", "api")


def test_the_number_of_segments_is_stored(ctx: Context) -> None:
    assert row(ctx, write(ctx, "工" * 71)).segments == 2


def test_what_may_pass_is_tried_again_later(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    vendor = Vendor(SMS, refusal(Next.RETRY))
    work(ctx, vendor)
    assert (row(ctx, key).state, row(ctx, key).error_code) == ("queued", "123")
    work(ctx, vendor)
    assert vendor.taken == []
    clock.move(seconds=2)
    work(ctx, vendor)
    assert vendor.taken == ["你好"]


def test_it_gives_up_after_eight_tries(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    vendor = Vendor(SMS, *[refusal(Next.RETRY) for _ in range(20)])
    for _ in range(10):
        work(ctx, vendor)
        clock.move(hours=1)
    assert (row(ctx, key).state, row(ctx, key).attempts) == ("given_up", 8)


def test_what_will_not_pass_is_given_up_with_its_reason(ctx: Context) -> None:
    key = write(ctx, "你好")
    work(ctx, Vendor(SMS, refusal(Next.GIVE_UP)))
    assert (row(ctx, key).state, row(ctx, key).error_reason) == ("given_up", "理由")


def test_a_closed_window_goes_by_sms_where_the_phone_is_known(ctx: Context) -> None:
    key = write(ctx, "定了", WECHAT, "openid1")
    with ctx.db.writing() as session:
        person_id = session.query(AddressRow).one().person_id
        session.add(
            AddressRow(person_id=person_id, channel=SMS, value="+8613800000011", account="", following=True)
        )
    sms = Vendor()
    work(ctx, Vendor(WECHAT, refusal(Next.OTHER_CHANNEL)), sms)
    work(ctx, sms)
    assert sms.taken == ["定了"]
    assert row(ctx, key).state == "given_up"


def test_a_closed_window_without_a_phone_is_held(ctx: Context) -> None:
    key = write(ctx, "定了", WECHAT, "openid1")
    work(ctx, Vendor(WECHAT, refusal(Next.OTHER_CHANNEL)))
    assert row(ctx, key).state == "held"


def test_a_worker_that_died_is_followed_by_a_look_at_the_vendor(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    outbox.claim(ctx, [SMS], 10)  # taken by a worker that dies now
    clock.move(minutes=3)
    vendor = Vendor(known={"你好": "SM-before"})
    work(ctx, vendor)
    assert vendor.taken == []
    assert (row(ctx, key).state, row(ctx, key).vendor_id) == ("sent", "SM-before")


def test_a_worker_that_died_before_sending_loses_nothing(ctx: Context, clock: Clock) -> None:
    write(ctx, "你好")
    outbox.claim(ctx, [SMS], 10)
    vendor = Vendor()
    work(ctx, vendor)
    assert vendor.taken == []
    clock.move(minutes=3)
    work(ctx, vendor)
    assert vendor.taken == ["你好"]


def test_a_slow_worker_and_another_send_each_message_once(ctx: Context, clock: Clock) -> None:
    for number in range(3):
        write(ctx, f"第{number}条")
    fast = Vendor()

    def meanwhile() -> None:
        clock.move(seconds=90)
        work(ctx, fast)

    slow = Slow(meanwhile)
    work(ctx, slow)
    assert (slow.taken, fast.taken) == (["第0条", "第1条"], ["第2条"])
    assert [row(ctx, key).state for key in (1, 2, 3)] == ["sent"] * 3


def test_a_late_failure_does_not_put_back_what_another_has_sent(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    fast = Vendor()

    def meanwhile() -> None:
        clock.move(minutes=3)
        work(ctx, fast)

    work(ctx, Slow(meanwhile, refusal(Next.RETRY)))
    clock.move(hours=1)
    work(ctx, fast)
    assert fast.taken == ["你好"]
    assert (row(ctx, key).state, row(ctx, key).vendor_id) == ("sent", f"SM{key}")


def test_what_nobody_foresaw_is_given_up_after_eight_tries(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    broken = Broken()
    for _ in range(12):
        work(ctx, broken)
        clock.move(minutes=3)
    assert len(broken.taken) == 8
    assert (row(ctx, key).state, row(ctx, key).attempts) == ("given_up", 8)
    assert (row(ctx, key).error_code, row(ctx, key).error_reason) == ("error", "多次出错，没有送出")


def test_a_message_with_which_every_worker_dies_is_given_up(ctx: Context, clock: Clock) -> None:
    key = write(ctx, "你好")
    for _ in range(8):
        outbox.claim(ctx, [SMS], 10)
        clock.move(minutes=3)
    vendor = Vendor()
    work(ctx, vendor)
    assert vendor.taken == []
    assert (row(ctx, key).state, row(ctx, key).error_code) == ("given_up", "error")


def test_what_failed_without_being_foreseen_does_not_stop_the_rest(ctx: Context) -> None:
    write(ctx, "你好")
    second = write(ctx, "定了")
    refusals: List[Exception] = [ValueError("boom")]
    vendor = Vendor(SMS, *refusals)  # type: ignore[arg-type]
    work(ctx, vendor)
    assert vendor.taken == ["定了"]
    assert row(ctx, second).state == "sent"


def test_replies_go_before_bulk(ctx: Context) -> None:
    write(ctx, "推送", priority=outbox.BULK)
    write(ctx, "回复", priority=outbox.REPLY)
    assert [due.text for due in outbox.claim(ctx, [SMS], 1)] == ["回复"]


def test_several_workers_never_take_the_same_message(ctx: Context) -> None:
    for number in range(60):
        write(ctx, f"第{number}条", value=f"+86138000{number:05d}")

    def claim_all(_: int) -> List[int]:
        taken: List[int] = []
        while True:
            due = outbox.claim(ctx, [SMS], 5)
            if not due:
                return taken
            taken += [message.id for message in due]

    with ThreadPoolExecutor(6) as pool:
        taken = [key for keys in pool.map(claim_all, range(6)) for key in keys]
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 60


@pytest.mark.parametrize(
    ("before", "receipt", "after"),
    [
        ("sent", "delivered", "delivered"),
        ("sent", "undelivered", "undelivered"),
        ("delivered", "sent", "delivered"),
        ("delivered", "undelivered", "delivered"),
        ("sending", "sent", "sent"),
    ],
)
def test_receipts_only_move_forward(ctx: Context, before: str, receipt: str, after: str) -> None:
    key = write(ctx, "你好")
    with ctx.db.writing() as session:
        session.get(Outbox, key).state = before
        session.get(Outbox, key).vendor_id = "SM1"
    assert outbox.receipt(ctx, SMS, "SM1", receipt) is (before != after)
    assert row(ctx, key).state == after


def test_an_unknown_receipt_changes_nothing(ctx: Context) -> None:
    assert outbox.receipt(ctx, SMS, "SM404", "delivered") is False


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 2), (2, 4), (5, 32), (20, 900)])
def test_pauses_grow_to_a_quarter_of_an_hour(attempts: int, seconds: int) -> None:
    assert pause(attempts) == timedelta(seconds=seconds)
