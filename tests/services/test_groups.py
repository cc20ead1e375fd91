"""“我们3个人一起”: hired whole, with seats for all, or not at all."""

from __future__ import annotations

from bot.services import withdraw
from bot.services.context import Context
from tests.services.test_hiring import hire, look, pick, reply, seats
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, turn


def _group(ctx: Context, size: int = 3) -> None:
    person(ctx)
    look(ctx, headcount=size)
    pick(ctx, 1)


def test_the_employer_reads_how_many_come(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    _group(ctx)
    assert "张建国（一共3人）想做" in told(ctx, BOSS)[-1]


def test_confirmed_they_take_a_seat_each(ctx: Context) -> None:
    job = posting(ctx, employer(ctx), headcount=4)
    _group(ctx)
    assert reply(ctx, "1").startswith("已定张建国等3人13800000011，")
    assert (seats(ctx, job), hire(ctx).people) == (3, 3)


def test_a_withdrawal_frees_them_all(ctx: Context) -> None:
    job = posting(ctx, employer(ctx))
    _group(ctx)
    reply(ctx, "1")
    turn(ctx, "我们去不了了", withdraw.cancel, task="cancel")
    assert seats(ctx, job) == 0


def test_no_list_for_more_than_there_are_seats(ctx: Context) -> None:
    posting(ctx, employer(ctx), headcount=2)
    assert "没有" in look(ctx, headcount=3)


def test_seats_that_went_meanwhile_are_not_taken_twice(ctx: Context) -> None:
    boss = employer(ctx)
    job = posting(ctx, boss)
    _group(ctx)
    person(ctx, OTHER, "李大山")
    look(ctx, OTHER)
    pick(ctx, 1, phone=OTHER)
    codes = {text.split("要他回“")[1][:3]: text for text in told(ctx, BOSS)}
    single = next(code for code, text in codes.items() if "李大山" in text)
    whole = next(code for code, text in codes.items() if "张建国" in text)
    reply(ctx, f"{single} 1")
    reply(ctx, f"{whole} 1")
    assert seats(ctx, job) == 1
    assert "招满" in told(ctx, WORKER)[-1]
