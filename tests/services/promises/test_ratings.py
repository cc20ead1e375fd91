"""How it was, by both sides, and what it is good for."""

from __future__ import annotations

from bot.services import attention, find_work
from bot.services.context import Context
from bot.services.promises import record
from bot.store.promises import Rating
from bot.store.work import Hire
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, posting, told, tomorrow, turn
from tests.support.hired import at, hire, pick, say
from tests.support.talk_rows import call_for_help

SECOND = "+8613800001002"


def ratings(ctx: Context) -> list:
    with ctx.db.reading() as session:
        return [(row.hire_id, row.by, row.score) for row in session.query(Rating).order_by(Rating.id)]


def test_both_sides(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = posting(ctx, employer(ctx))
    hire(ctx, job)
    hire(ctx, job, OTHER, "李四")
    at(clock, ctx, 26, 9, 30)
    say(ctx, "结清了")
    assert say(ctx, "2") == "谢谢，记下了。"
    say(ctx, "1", OTHER)
    at(clock, ctx, 26, 10)
    assert told(ctx, BOSS)[-1].startswith("【零工驿站】昨天光谷小工做完了，张建国、李四做得怎么样？1 好")
    assert say(ctx, "都好 李四3", BOSS) == "谢谢，记下了。"
    assert ratings(ctx) == [(1, "worker", 2), (2, "employer", 3), (1, "employer", 1)]


def test_only_those_who_came_are_rated(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 26, 9, 30)
    say(ctx, "3")
    before = len(told(ctx, BOSS))
    at(clock, ctx, 26, 10)
    assert len(told(ctx, BOSS)) == before


def test_the_record_is_shown_to_employer_and_staff(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    at(clock, ctx, 26, 9, 30)
    say(ctx, "1")
    at(clock, ctx, 26, 10)
    say(ctx, "1", BOSS)
    pick(ctx, posting(ctx, boss, place_name="关山"))
    assert "张建国（来过1次，好评1次）想做" in told(ctx, BOSS)[-1]
    details = attention.details(ctx, call_for_help(ctx, "asked", "人工", WORKER))
    assert details is not None
    assert details.record == "来过1次，好评1次"


def test_opinions_count_in_matching_from_three_on(sqlite_ctx: Context) -> None:
    ctx = sqlite_ctx
    good, poor = employer(ctx), employer(ctx, SECOND, "别家")
    posting(ctx, poor, place_name="关山", wage_min=32000, wage_max=32000)
    posting(ctx, good)
    first = find(ctx)
    assert first.index("关山") < first.index("光谷")
    for number in range(3):
        hired_and_rated(ctx, good, number, 1)
        hired_and_rated(ctx, poor, number, 3)
    with ctx.db.reading() as session:
        assert record.standings(session, [good, poor]) == {good: 1, poor: -1}
        assert record.of_employer(session, poor) == ["工友评好0、一般0、不好3"]
    second = find(ctx)
    assert second.index("光谷") < second.index("关山")


def find(ctx: Context) -> str:
    day = tomorrow(ctx).isoformat()
    wish = {"date_from": day, "date_to": day, "place": "420100"}
    return turn(ctx, "明天武汉", find_work.find_work, "+8613800000099", task="find_work", **wish)


def hired_and_rated(ctx: Context, boss: int, number: int, score: int) -> None:
    job = posting(ctx, boss, date_from=ctx.today(), date_to=ctx.today(), start_time="23:00")
    pick(ctx, job, f"+86138000002{boss}{number}", f"工友{number}")
    with ctx.db.writing() as session:
        row = session.query(Hire).order_by(Hire.id.desc()).first()
        session.add(Rating(hire_id=row.id, by="worker", score=score, at=ctx.clock()))
