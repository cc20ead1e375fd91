"""Only the holder of a claim says what became of a message."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Callable

import pytest

from bot.core.address import SMS, Address
from bot.services import outbox
from bot.services.context import Context
from bot.services.outbox import Due
from bot.store.messages import Outbox
from bot.store.people import AddressRow, ensure_address
from tests.support.clock import Clock

Settle = Callable[[Context, Due], None]


def _sent(ctx: Context, due: Due) -> None:
    outbox.sent(ctx, due.id, "SM-late", "api", claim=due.claim)


def _retry(ctx: Context, due: Due) -> None:
    outbox.retry(ctx, due, timedelta(0), "1", "理由")


def _give_up(ctx: Context, due: Due) -> None:
    outbox.give_up(ctx, due, "1", "理由")


def _hold(ctx: Context, due: Due) -> None:
    outbox.hold(ctx, due, "1", "理由")


def _reroute(ctx: Context, due: Due) -> None:
    with ctx.db.reading() as session:
        address = session.query(AddressRow).first()
    outbox.reroute(ctx, due, address, "1", "理由")


SETTLES = [
    (_sent, "sent"),
    (_retry, "queued"),
    (_give_up, "given_up"),
    (_hold, "held"),
    (_reroute, "given_up"),
]


def claimed(ctx: Context) -> Due:
    """A message in a worker's hands."""
    with ctx.db.writing() as session:
        address = ensure_address(session, Address(SMS, "+8613800000011"), ctx.clock())
        outbox.write(session, key="k", address=address, text="机密", now=ctx.clock())
    (due,) = outbox.claim(ctx, [SMS], 10)
    return due


def everything(ctx: Context) -> list:
    with ctx.db.reading() as session:
        rows = session.query(Outbox).order_by(Outbox.id)
        return [
            {column.name: getattr(row, column.name) for column in Outbox.__table__.columns} for row in rows
        ]


@pytest.mark.parametrize(("settle", "state"), SETTLES)
def test_the_holder_settles_and_the_claim_ends(ctx: Context, settle: Settle, state: str) -> None:
    due = claimed(ctx)
    settle(ctx, due)
    first = everything(ctx)[0]
    assert (first["state"], first["claim"], first["claimed_until"]) == (state, None, None)
    assert [row["state"] for row in everything(ctx)[1:]] == (["queued"] if settle is _reroute else [])


@pytest.mark.parametrize("settle", [settle for settle, _ in SETTLES])
@pytest.mark.parametrize("after", [None, *(settle for settle, _ in SETTLES)])
def test_who_lost_the_claim_changes_nothing(
    ctx: Context, clock: Clock, settle: Settle, after: Settle, caplog: pytest.LogCaptureFixture
) -> None:
    slow = claimed(ctx)
    clock.move(minutes=3)
    (fast,) = outbox.claim(ctx, [SMS], 10)
    if after is not None:
        after(ctx, fast)
    before = everything(ctx)
    with caplog.at_level(logging.INFO):
        settle(ctx, slow)
        assert outbox.renew(ctx, slow) is False
    assert everything(ctx) == before
    ours = [record for record in caplog.records if record.name == "bot.services.outbox"]
    assert [record.levelname for record in ours] == ["INFO", "INFO"]
    assert not any("机密" in record.getMessage() for record in ours)


def test_every_claim_has_a_token_of_its_own(ctx: Context, clock: Clock) -> None:
    first = claimed(ctx)
    clock.move(minutes=3)
    (second,) = outbox.claim(ctx, [SMS], 10)
    assert (first.retaken, second.retaken) == (False, True)
    assert len({first.claim, second.claim}) == 2
    assert everything(ctx)[0]["claim"] == second.claim


def test_a_renewed_claim_lasts_its_full_time_again(ctx: Context, clock: Clock) -> None:
    due = claimed(ctx)
    clock.move(seconds=119)
    assert outbox.renew(ctx, due) is True
    clock.move(seconds=119)
    assert outbox.claim(ctx, [SMS], 10) == []
    clock.move(seconds=2)
    assert [taken.id for taken in outbox.claim(ctx, [SMS], 10)] == [due.id]


def test_a_claim_that_ran_out_may_be_renewed_while_nobody_took_it(ctx: Context, clock: Clock) -> None:
    due = claimed(ctx)
    clock.move(minutes=3)
    assert outbox.renew(ctx, due) is True
    assert outbox.claim(ctx, [SMS], 10) == []


@pytest.mark.parametrize("settle", [_sent, _retry, _give_up, _hold])
@pytest.mark.parametrize("receipt", ["delivered", "undelivered"])
def test_an_early_receipt_stands(ctx: Context, settle: Settle, receipt: str) -> None:
    due = claimed(ctx)
    with ctx.db.writing() as session:
        session.get(Outbox, due.id).vendor_id = "SM-early"
    assert outbox.receipt(ctx, SMS, "SM-early", receipt) is True
    settle(ctx, due)
    assert everything(ctx)[0]["state"] == receipt


def test_what_is_sent_by_hand_needs_no_claim(ctx: Context) -> None:
    due = claimed(ctx)
    outbox.retry(ctx, due, timedelta(0), "1", "理由")
    outbox.sent(ctx, due.id, "SM-hand", "simulator")
    assert (everything(ctx)[0]["state"], everything(ctx)[0]["vendor_id"]) == ("sent", "SM-hand")
