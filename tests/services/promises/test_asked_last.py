"""A bare figure always belongs to what was asked last; plain words to what they speak of."""

from __future__ import annotations

import pytest

from bot.services import find_work
from bot.services.context import Context
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, incoming, posting, tomorrow, turn
from tests.support.hired import at, front, hire, pick, say


def look(ctx: Context, days: int = 0) -> str:
    day = tomorrow(ctx).replace(day=tomorrow(ctx).day + days).isoformat()
    wish = {"date_from": day, "date_to": day, "place": "420100"}
    return turn(ctx, "武汉有活吗", find_work.find_work, task="find_work", **wish)


@pytest.mark.parametrize("text", ["1", "2", "行", "不去"])
def test_the_newer_question_takes_a_bare_word(sqlite_ctx: Context, clock: Clock, text: str) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    posting(ctx, boss, date_to=ctx.today().replace(day=29), place_name="关山")
    look(ctx)
    at(clock, ctx, 24, 19)
    assert front(ctx, text) == "coming"
    clock.move(minutes=1)
    look(ctx)
    assert front(ctx, text) == "choice"
    assert front(ctx, "去不了") == "coming"  # plain whatever was asked since


def test_written_before_the_question_was_put(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    posting(ctx, boss, date_to=ctx.today().replace(day=29), place_name="关山")
    look(ctx)
    at(clock, ctx, 24, 18, 59)
    person = incoming(ctx, "1").person_id
    at(clock, ctx, 24, 19)
    from bot.services.turn_facts import expecting

    assert expecting(ctx, person) == "choice"


def test_an_employer_is_asked_two_kinds_of_things(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    at(clock, ctx, 25, 7, 30)
    at(clock, ctx, 25, 7, 45)
    assert front(ctx, "1", BOSS) == "present"
    clock.move(minutes=1)
    pick(ctx, posting(ctx, boss, place_name="关山"), OTHER, "李四")
    assert front(ctx, "1", BOSS) == "offers"
    assert front(ctx, "张建国没来", BOSS) == "present"
    assert say(ctx, "1", BOSS).startswith("已定李四")
    assert front(ctx, "1", BOSS) == "present"


def test_trouble_keeps_the_talk(sqlite_ctx: Context, clock: Clock) -> None:
    from bot.services import cases

    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 24, 19)
    turn(ctx, "我不想活了", cases.crisis, task="crisis")
    assert front(ctx, "1") == "danger"


def test_an_answered_question_takes_no_bare_word(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 24, 19)
    say(ctx, "1")
    assert front(ctx, "1") is None
    assert front(ctx, "到工地了") == "coming"
    at(clock, ctx, 25, 19, 1)
    assert front(ctx, "到工地了") is None  # the day is over


def test_the_question_behind_is_open_again(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    turn(ctx, "找活", find_work.find_work, task="find_work")
    at(clock, ctx, 24, 19)
    assert say(ctx, "1").endswith("刚才问您：想在哪里干活？")
    assert front(ctx, "1") == "place"


def test_nobody_answers_for_another(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 24, 19)
    assert front(ctx, "2", OTHER) is None
    assert front(ctx, "2", WORKER) == "coming"
