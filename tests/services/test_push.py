"""New work is told to those it suits, in waves, never twice, never at night, never after “T”."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, List

import pytest

from bot.services import clockwork, outbox, push
from bot.services.context import Context
from bot.store.messages import Outbox
from bot.store.people import Person
from bot.store.work import Posting
from tests.services.test_hiring import look, pick
from tests.support.clock import Clock
from tests.support.factories import WORKER, employer, person, posting, told, turn


def subscribe(ctx: Context, phone: str = WORKER, **fields: Any) -> str:
    return turn(ctx, "有活就发给我", push.subscribe, phone, task="subscribe", **fields)


def news(ctx: Context, phone: str = WORKER) -> List[str]:
    return [text for text in told(ctx, phone) if "新活" in text and text.startswith("【零工驿站】")]


def crowd(ctx: Context, size: int, **fields: Any) -> List[str]:
    phones = [f"+86138000010{number:02d}"[:14] for number in range(20, 20 + size)]
    for phone in phones:
        subscribe(ctx, phone, **fields)
    return phones


def later(ctx: Context, clock: Clock, **by: float) -> None:
    clock.move(**by)
    clockwork.tick(ctx)


def test_new_work_is_told_and_one_answers(ctx: Context, clock: Clock) -> None:
    answer = subscribe(ctx, place="420100", trade="construction")
    assert answer.startswith("记下了：武汉工地有新活就发给您")
    clock.move(minutes=5)
    posting(ctx, employer(ctx))
    later(ctx, clock, minutes=1)
    assert news(ctx) == ["【零工驿站】新活：明天7:00 光谷 小工 300元/天日结 缺3人。想做回1，不想再收回T。"]
    person(ctx)
    assert "已替您问" in pick(ctx, 1)


@pytest.mark.parametrize(
    "wish, is_told",
    [
        ({}, True),
        ({"place": "420111"}, True),
        ({"place": "420100", "trade": "general_labor"}, True),
        ({"place": "420000"}, True),
        ({"place": "420106"}, True),  # next to it
        ({"place": "420600"}, False),
        ({"trade": "cleaner"}, False),
        ({"wage_min": 250, "wage_unit": "day"}, True),
        ({"wage_min": 350, "wage_unit": "day"}, False),
    ],
)
def test_whom_it_suits(wish: dict, is_told: bool, sqlite_ctx: Context, clock: Clock) -> None:
    subscribe(sqlite_ctx, **wish)
    clock.move(minutes=1)
    posting(sqlite_ctx, employer(sqlite_ctx))
    later(sqlite_ctx, clock, minutes=1)
    assert bool(news(sqlite_ctx)) is is_told


def test_a_wave_is_sized_to_the_seats(ctx: Context, clock: Clock) -> None:
    phones = crowd(ctx, 8)
    clock.move(minutes=1)
    posting(ctx, employer(ctx), headcount=1)
    later(ctx, clock, minutes=1)
    assert sum(bool(news(ctx, phone)) for phone in phones) == 3
    later(ctx, clock, minutes=5)
    assert sum(bool(news(ctx, phone)) for phone in phones) == 3
    later(ctx, clock, minutes=20)
    assert sum(bool(news(ctx, phone)) for phone in phones) == 6


def test_nobody_is_told_twice(ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    clock.move(minutes=1)
    posting(ctx, employer(ctx))
    for _ in range(4):
        later(ctx, clock, minutes=25)
    assert len(news(ctx)) == 1


def test_three_a_day(ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    boss = employer(ctx)
    clock.move(minutes=1)
    for _ in range(5):
        posting(ctx, boss)
    for _ in range(3):
        later(ctx, clock, minutes=25)
    assert len(news(ctx)) == 3


def test_not_at_night_but_in_the_morning(ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    clock.move(hours=13)  # 22:10
    posting(
        ctx, employer(ctx), date_from=ctx.today() + timedelta(days=2), date_to=ctx.today() + timedelta(days=2)
    )
    later(ctx, clock, minutes=1)
    assert news(ctx) == []
    later(ctx, clock, hours=9)
    assert len(news(ctx)) == 1


@pytest.mark.parametrize("word", ["T", "退订"])
def test_after_the_word_nothing_comes_any_more(word: str, ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    clock.move(minutes=1)
    posting(ctx, employer(ctx))
    later(ctx, clock, minutes=1)  # written, not sent yet
    assert turn(ctx, word, push.unsubscribe, task="unsubscribe").startswith("已退订")
    posting(ctx, employer(ctx, phone="+8613800001002"))
    later(ctx, clock, minutes=30)
    assert len(news(ctx)) == 1
    with ctx.db.reading() as session:
        assert [row.state for row in session.query(Outbox).filter(Outbox.priority == 9)] == ["given_up"]
        assert session.query(Person).filter_by(phone=WORKER).one().push is False


def test_work_from_before_the_subscription_is_no_news(ctx: Context, clock: Clock) -> None:
    posting(ctx, employer(ctx))
    clock.move(minutes=1)
    subscribe(ctx)
    later(ctx, clock, minutes=1)
    assert news(ctx) == []


def test_who_has_work_that_day_is_left_alone(ctx: Context, clock: Clock) -> None:
    boss = employer(ctx)
    posting(ctx, boss)
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    subscribe(ctx)
    clock.move(minutes=1)
    posting(ctx, boss, place_name="街道口")
    later(ctx, clock, minutes=1)
    assert news(ctx) == []


def test_the_wish_is_what_was_just_looked_for(ctx: Context) -> None:
    look(ctx, trade="welder", place="420600")
    assert "襄阳焊工有新活" in subscribe(ctx)


def test_a_full_posting_is_told_to_nobody(ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    clock.move(minutes=1)
    job = posting(ctx, employer(ctx), headcount=1)
    with ctx.db.writing() as session:
        session.get(Posting, job).seats_taken = 1
    later(ctx, clock, minutes=1)
    assert news(ctx) == []


def test_one_posting_that_fails_does_not_stop_the_others(ctx: Context, clock: Clock) -> None:
    subscribe(ctx)
    boss = employer(ctx)
    clock.move(minutes=1)
    spoilt, good = posting(ctx, boss), posting(ctx, boss, place_name="街道口")
    with ctx.db.writing() as session:  # the key of its telling is taken
        me = session.query(Person).filter_by(phone=WORKER).one().id
        outbox.tell(session, me, f"push:{spoilt}:{me}", "占位", ctx.clock())
    later(ctx, clock, minutes=1)
    assert [text for text in news(ctx) if "街道口" in text] and good
    assert not [text for text in news(ctx) if "光谷" in text]
