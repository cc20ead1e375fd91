"""A seat comes free again: who was told “full” is asked, in order, and nobody is over-hired."""

from __future__ import annotations

from typing import List

import pytest

from bot.services import withdraw
from bot.services.context import Context
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, posting, told, turn
from tests.support.hired import at, hire, last_hire, pick, say, seats, states

PHONES = [f"+86138000001{n:02d}" for n in range(20)]
FREE = "空出位子"


def full(ctx: Context, headcount: int = 1, waiting: int = 2, **changes: object) -> int:
    """A posting that is full, and so many who were told so, in the order of PHONES."""
    job = posting(ctx, employer(ctx), headcount=headcount, **changes)
    for number in range(waiting):
        pick(ctx, job, PHONES[number], f"候补{number}")
    for number in range(headcount):
        hire(ctx, job, PHONES[10 + number], f"先来{number}")
    return job


def cancel(ctx: Context, number: int = 0) -> None:
    turn(ctx, "去不了", withdraw.cancel, PHONES[10 + number], task="cancel")


def asked(ctx: Context) -> List[int]:
    """Which of those who wait were asked so far."""
    return [number for number in range(10) if any(FREE in text for text in told(ctx, PHONES[number]))]


def test_the_first_is_asked_and_the_employer_decides(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    job = full(ctx)
    cancel(ctx)
    assert asked(ctx) == [0]
    assert told(ctx, PHONES[0])[-1] == (
        "【零工驿站】先前招满的这个又空出位子：明天7:00 光谷 小工 300元/天日结 缺1人。还去回1，不去回2，9:40前有效。"
    )
    before = len(told(ctx, BOSS))
    assert say(ctx, "1", PHONES[0]).startswith("好，替您问用工方")
    assert [text[:16] for text in told(ctx, BOSS)[before:]] == ["【零工驿站】候补0想做您明天光谷"]
    assert say(ctx, "1", BOSS).startswith("已定候补0")
    assert seats(ctx, job) == 1


def test_a_no_asks_the_next_and_silence_too(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    full(ctx, waiting=3)
    cancel(ctx)
    assert say(ctx, "2", PHONES[0]) == "好，不去了。"
    assert asked(ctx) == [0, 1]
    clock.move(minutes=29)
    assert at(clock, ctx, 24, 9, 39) == 0
    assert at(clock, ctx, 24, 9, 40) == 1
    assert asked(ctx) == [0, 1, 2]


def test_several_seats_make_one_list_for_the_employer(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = full(ctx, headcount=2, waiting=3)
    cancel(ctx, 0)
    cancel(ctx, 1)
    assert asked(ctx) == [0, 1]
    before = len(told(ctx, BOSS))
    say(ctx, "1", PHONES[0])
    assert len(told(ctx, BOSS)) == before  # the other may still answer
    say(ctx, "1", PHONES[1])
    assert told(ctx, BOSS)[before:] == [
        "【零工驿站】明天光谷小工空出的位子有人愿意来：\n1 候补0\n2 候补1\n"
        "同意的回序号，如“1 2”；不要的回“2不要”；都要回“都行”。"
    ]
    clock.move(minutes=1)
    assert say(ctx, "1 2", BOSS).startswith("已定候补0")
    assert (seats(ctx, job), states(ctx).count("confirmed")) == (2, 2)


def test_never_more_are_asked_than_there_are_seats(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    job = full(ctx, headcount=3, waiting=5)
    cancel(ctx, 1)
    assert asked(ctx) == [0]
    pick(ctx, job, WORKER)  # somebody else takes the list's way meanwhile
    cancel(ctx, 2)
    assert asked(ctx) == [0]


def test_a_no_of_the_employer_asks_the_next(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    full(ctx)
    cancel(ctx)
    say(ctx, "1", PHONES[0])
    say(ctx, f"{last_hire(ctx).code} 2", BOSS)
    assert asked(ctx) == [0, 1]


def test_whom_the_employer_refused_is_not_asked(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    job = posting(ctx, employer(ctx), headcount=1)
    pick(ctx, job, PHONES[0], "候补0")
    say(ctx, "不要", BOSS)
    hire(ctx, job, PHONES[10], "先来0")
    cancel(ctx)
    assert asked(ctx) == []


def test_who_has_other_work_by_then_is_passed_over(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    job = full(ctx)
    with ctx.db.reading() as session:
        from bot.store.work import Posting

        boss = session.get(Posting, job).employer_id
    hire(ctx, posting(ctx, boss, place_name="关山"), PHONES[0], "候补0")
    cancel(ctx)
    assert asked(ctx) == [1]


def test_a_closed_posting_is_not_filled_again(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    full(ctx)
    turn(ctx, "人招满了", withdraw.close_posting, BOSS)
    cancel(ctx)
    assert asked(ctx) == []


@pytest.mark.parametrize(("start", "at_once"), [("14:00", False), ("07:00", True)])
def test_in_the_night_only_early_work_is_filled(
    sqlite_ctx: Context, clock: Clock, start: str, at_once: bool
) -> None:
    ctx = sqlite_ctx
    full(ctx, start_time=start)
    at(clock, ctx, 24, 19)
    at(clock, ctx, 24, 22)
    cancel(ctx)
    assert asked(ctx) == ([0] if at_once else [])
    at(clock, ctx, 25, 7)
    assert 0 in asked(ctx)


def test_too_late_an_answer_takes_nothing(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = full(ctx)
    cancel(ctx)
    clock.move(minutes=31)
    assert say(ctx, "1", PHONES[0]).startswith(("好的", "没听明白", "好。"))
    assert (seats(ctx, job), "offered" in states(ctx)) == (0, False)


def test_somebody_was_faster(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    job = full(ctx)
    cancel(ctx)
    hire(ctx, job, OTHER, "李四")
    assert say(ctx, "1", PHONES[0]) == "不巧，这个刚招满。"
    assert seats(ctx, job) == 1
