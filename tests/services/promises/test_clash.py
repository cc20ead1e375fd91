"""Two pieces of work at the same hours."""

from __future__ import annotations

from functools import partial

from bot.services import offers
from bot.services.context import Context
from tests.support.factories import BOSS, WORKER, employer, posting, told, turn
from tests.support.hired import front, hire, last_hire, pick, say, states


def test_picking_what_stands_in_the_way_is_warned_of(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    other = posting(ctx, boss, place_name="关山", start_time="09:00")
    assert pick(ctx, other) == "明天关山小工和您已定的明天光谷小工时间撞了。还要回1，不要回2。"
    assert states(ctx) == ["confirmed"]
    assert front(ctx, "1") == "overlap"
    assert say(ctx, "还要").startswith("已替您问明天关山小工")
    assert states(ctx) == ["confirmed", "offered"]


def test_no_is_no(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    pick(ctx, posting(ctx, boss, place_name="关山"))
    say(ctx, "2")
    assert (states(ctx), front(ctx, "1")) == (["confirmed"], None)


def test_what_does_not_clash_is_asked_for_at_once(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    jobs = [posting(ctx, boss, place_name="关山"), posting(ctx, boss, place_name="流芳", start_time="18:00")]
    answer = turn(ctx, "1 2", partial(offers.pick, posting_ids=jobs))
    assert answer.startswith("已替您问明天流芳小工的用工方") and "明天关山小工和您已定的" in answer
    assert states(ctx) == ["confirmed", "offered"]


def test_confirmed_twice_he_chooses(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    first, second = posting(ctx, boss), posting(ctx, boss, place_name="关山")
    pick(ctx, first)
    pick(ctx, second)  # both only asked for: nothing stands in the way yet
    say(ctx, "都行", BOSS)
    assert told(ctx, WORKER)[-1] == (
        "【零工驿站】明天关山小工也定下了，可和您已定的明天光谷小工时间撞了，只能去一个。"
        "去明天关山小工回1，去明天光谷小工回2。"
    )
    assert states(ctx) == ["confirmed", "confirmed"]
    assert say(ctx, "2") == "已退明天关山小工，也告诉用工方了。\n好，去明天光谷小工。"
    assert states(ctx) == ["confirmed", "withdrawn"]
    assert told(ctx, BOSS)[-1].startswith("【零工驿站】张建国来不了明天关山小工了")


def test_the_other_employers_are_not_asked_about_it(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    other = employer(ctx, "+8613800001002", "别家")
    pick(ctx, posting(ctx, other, place_name="关山"))
    assert told(ctx, "+8613800001002") == []
    assert last_hire(ctx).id == 1
