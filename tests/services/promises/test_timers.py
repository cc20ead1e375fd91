"""What falls due about a hire: once, in time, not in the night, whichever clockwork comes first."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import List

import pytest

from bot.services import clockwork, outbox
from bot.services.context import Context
from bot.store.messages import Outbox
from bot.store.promises import Prompt, Timer
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, posting, told
from tests.support.hired import at, hire, say, states


def kinds(ctx: Context) -> List[str]:
    with ctx.db.reading() as session:
        return [row.kind for row in session.query(Timer).order_by(Timer.due_at, Timer.id)]


def test_everything_is_planned_with_the_handshake(sqlite_ctx: Context) -> None:
    hire(sqlite_ctx, posting(sqlite_ctx, employer(sqlite_ctx)))
    assert kinds(sqlite_ctx) == ["evening", "soon", "arrival", "attendance", "pay", "rate"]


def test_each_is_done_once(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    moments = [(24, 19, 0), (25, 6, 0), (25, 7, 30), (25, 7, 45), (26, 9, 30), (26, 10, 0)]
    assert [at(clock, ctx, *moment) for moment in moments] == [1] * 6
    assert [clockwork.tick(ctx) for _ in range(3)] == [0, 0, 0]
    texts = told(ctx, WORKER)[2:]
    assert [text[6:16] for text in texts] == [
        "明天11月25日7:",
        "今天11月25日7:",
        "今天光谷小工，您到了",
        "昨天光谷小工做完了吧",
    ]


def test_two_clockworks_at_once_ask_once(ctx: Context, clock: Clock) -> None:
    job = posting(ctx, employer(ctx), headcount=3)
    hire(ctx, job)
    hire(ctx, job, OTHER, "李四")
    at(clock, ctx, 24, 19)
    clock.move(hours=12, minutes=45)  # the reminder, the question to each, the employer's list
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: clockwork.tick(ctx), range(6)))
    with ctx.db.reading() as session:
        keys = [row.key for row in session.query(Outbox).filter(Outbox.key.like("%?"))]
        asked = session.query(Prompt).filter(Prompt.kind.in_(("arrived", "present"))).count()
        waiting = session.query(Timer).filter(Timer.done_at.is_(None), Timer.due_at <= clock.now).count()
    assert sorted(keys) == ["hire:1:arrived?", "hire:1:present?", "hire:2:arrived?"]
    assert (asked, waiting) == (3, 0)


def test_one_that_fails_does_not_stop_the_others(
    sqlite_ctx: Context, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    ctx = sqlite_ctx
    job = posting(ctx, employer(ctx))
    first = hire(ctx, job)
    hire(ctx, job, OTHER, "李四")
    with ctx.db.writing() as session:
        outbox.tell(session, 1, f"hire:{first}:evening", "占位", ctx.clock())  # its key is taken
    with caplog.at_level(logging.ERROR):
        assert at(clock, ctx, 24, 19) == 1
    assert "来回1" in told(ctx, OTHER)[-1]
    assert [record.getMessage() for record in caplog.records] == [
        "timer evening of hire 1 failed: IntegrityError"
    ]


@pytest.mark.parametrize(
    ("start", "evening_at", "goes"),
    [("09:00", (24, 21, 30), False), ("08:59", (24, 21, 30), True), ("09:00", (24, 21, 29), True)],
)
def test_late_in_the_evening_only_early_work_is_asked_about(
    sqlite_ctx: Context, clock: Clock, start: str, evening_at: tuple, goes: bool
) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx), start_time=start))
    assert at(clock, ctx, *evening_at) == goes  # the clockwork stood still since before seven
    assert ("来回1" in told(ctx, WORKER)[-1]) is goes
    at(clock, ctx, 25, 7, 0)
    assert "来回1" in told(ctx, WORKER)[-1]


def test_wages_wait_for_the_morning(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    for moment in ((24, 19), (25, 6), (25, 8)):
        at(clock, ctx, *moment)
    assert at(clock, ctx, 26, 22) == 0
    assert at(clock, ctx, 27, 6) == 2  # the worker about the wages, the employer about the worker
    assert "11月25日光谷小工做完了吧" in told(ctx, WORKER)[-1]


def test_what_comes_too_late_is_left_out(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    before = (len(told(ctx, WORKER)), len(told(ctx, BOSS)))
    at(clock, ctx, 26, 9, 45)  # two days of silence: only the wages are still worth asking about
    assert (len(told(ctx, WORKER)), len(told(ctx, BOSS))) == (before[0] + 1, before[1])
    assert states(ctx) == ["confirmed"]


def test_hired_for_today_is_asked_with_the_news(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    today = ctx.today()
    hire(ctx, posting(ctx, employer(ctx), date_from=today, date_to=today, start_time="14:00"))
    assert told(ctx, WORKER)[-1].endswith("来回1，去不了回2。")
    assert say(ctx, "1").startswith("好，今天光谷小工记下您会来")
    assert kinds(ctx)[:2] == ["soon", "arrival"]
    at(clock, ctx, 24, 12)
    assert "14:00开工" in told(ctx, WORKER)[-1] and "来回1" not in told(ctx, WORKER)[-1]


def test_a_hire_taken_back_is_left_in_peace(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 24, 19)
    assert say(ctx, "2").startswith("已退")
    before = len(told(ctx, WORKER))
    for moment in ((25, 6), (25, 7, 30), (25, 7, 45), (26, 9, 30), (26, 10)):
        at(clock, ctx, *moment)
    assert len(told(ctx, WORKER)) == before


def test_of_two_hires_the_one_that_is_meant(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss, start_time="06:00"))
    hire(ctx, posting(ctx, boss, start_time="18:00", place_name="关山"))
    at(clock, ctx, 24, 19)
    assert say(ctx, "去不了").startswith("您要退哪一个？\n1 明天光谷小工\n2 明天关山小工")
    assert states(ctx) == ["confirmed", "confirmed"]
    clock.move(hours=10, minutes=55)
    assert say(ctx, "到了").startswith("好，记下您到了")
    assert states(ctx) == ["arrived", "confirmed"]
