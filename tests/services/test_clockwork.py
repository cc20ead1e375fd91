"""What time brings about: no hire stands in another's way, and nobody is woken without need."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import List, Optional
from zoneinfo import ZoneInfo

import pytest

from bot.services import clockwork, offers, outbox
from bot.services.context import Context
from bot.store.people import Employer
from bot.store.work import Hire
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, turn

WUHAN = ZoneInfo("Asia/Shanghai")


def local(day: int, hour: int, minute: int) -> datetime:
    """In November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=WUHAN).astimezone(timezone.utc)


def pick(ctx: Context, job: int, phone: str = WORKER) -> None:
    turn(ctx, "1", partial(offers.pick, posting_ids=[job]), phone)


def states(ctx: Context) -> List[str]:
    with ctx.db.reading() as session:
        return [row.state for row in session.query(Hire).order_by(Hire.id)]


def spoil(ctx: Context, telling: str) -> None:
    """This telling of the first hire fails from now on: its key is taken."""
    with ctx.db.writing() as session:
        boss = session.query(Employer).one().person_id
        outbox.tell(session, boss, f"hire:1:{telling}", "占位", ctx.clock())


def test_one_failing_hire_does_not_stop_the_others(
    ctx: Context, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    job = posting(ctx, employer(ctx), date_to=ctx.today() + timedelta(days=9))
    person(ctx)
    person(ctx, OTHER, "李四")
    for phone in (WORKER, OTHER):
        pick(ctx, job, phone)
    spoil(ctx, "reminder")
    spoil(ctx, "expired-employer")
    clock.move(minutes=61)
    with caplog.at_level(logging.INFO):
        assert clockwork.tick(ctx) == 1
        assert told(ctx, BOSS)[-1].startswith("【零工驿站】还在等您回话：李四")
        clock.move(hours=1)
        clockwork.tick(ctx)
    assert states(ctx) == ["offered", "expired"]
    ours = [record.getMessage() for record in caplog.records if record.name == "bot.services.clockwork"]
    assert set(ours) == {"hire 1 failed: IntegrityError"}


@pytest.mark.parametrize(
    ("night", "day", "start", "goes"),
    [
        (local(24, 21, 29), 25, "14:00", True),
        (local(24, 21, 30), 25, "14:00", False),
        (local(25, 6, 29), 25, "14:00", False),
        (local(25, 6, 30), 25, "14:00", True),
        (local(24, 23, 0), 25, "09:00", False),
        (local(24, 23, 0), 25, "08:59", True),
        (local(25, 2, 0), 25, "08:59", True),
        (local(24, 23, 0), 25, None, True),  # without an hour it starts at eight
        (local(24, 22, 0), 24, "23:00", True),  # work in the same night
        (local(24, 23, 0), 26, "07:00", False),
    ],
)
@pytest.mark.parametrize("what", ["reminder", "expiry"])
def test_notices_wait_for_the_morning(
    sqlite_ctx: Context, clock: Clock, night: datetime, day: int, start: Optional[str], goes: bool, what: str
) -> None:
    ctx = sqlite_ctx
    date = datetime(2026, 11, day).date()
    person(ctx)
    pick(ctx, posting(ctx, employer(ctx), date_from=date, date_to=date, start_time=start))
    with ctx.db.writing() as session:
        row = session.query(Hire).one()
        row.remind_at, row.reminded = night, what == "expiry"
        row.expires_at = local(26, 12, 0) if what == "reminder" else night
    before = len(told(ctx, BOSS))
    clock.now = night
    assert clockwork.tick(ctx) == goes
    assert len(told(ctx, BOSS)) - before == goes
    clock.now = local(25, 6, 30)
    clockwork.tick(ctx)
    assert states(ctx) == ["offered" if what == "reminder" else "expired"]
    assert len(told(ctx, BOSS)) - before == 1


def test_those_who_wait_do_not_crowd_out_the_urgent(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss, later = employer(ctx), ctx.today() + timedelta(days=3)
    for number in range(60):
        phone = f"+86138002{number:05d}"
        person(ctx, phone, f"工友{number}")
        pick(ctx, posting(ctx, boss, date_from=later, date_to=later), phone)
    person(ctx)
    pick(ctx, posting(ctx, boss))
    with ctx.db.writing() as session:
        session.query(Hire).update({"expires_at": local(24, 21, 45), "reminded": True})
    clock.now = local(24, 22, 0)
    assert clockwork.tick(ctx) == 1
    assert states(ctx) == ["offered"] * 60 + ["expired"]
