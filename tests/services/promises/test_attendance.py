"""On the day: who is there, and what the employer hears of it."""

from __future__ import annotations

from bot.services import my_jobs
from bot.services.context import Context
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, posting, told, turn
from tests.support.hired import at, hire, say, seats, states

THIRD = "+8613800000013"


def three(ctx: Context, clock: Clock, **changes: object) -> int:
    """Three hired for tomorrow seven o'clock, and it is tomorrow 7:30."""
    job = posting(ctx, employer(ctx), **changes)
    for phone, name in ((WORKER, "张建国"), (OTHER, "李四"), (THIRD, "王五")):
        hire(ctx, job, phone, name)
    at(clock, ctx, 24, 19)
    at(clock, ctx, 25, 6)
    at(clock, ctx, 25, 7, 30)
    return job


def test_the_employer_gets_one_list(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    three(ctx, clock)
    before = len(told(ctx, BOSS))
    assert say(ctx, "到了") == "好，记下您到了。干活注意安全。"
    at(clock, ctx, 25, 7, 45)
    assert told(ctx, BOSS)[before:] == [
        "【零工驿站】今天光谷小工：张建国说到了，这几位没回话：\n1 李四\n2 王五\n都到了回“都到了”，没来的回他的序号。"
    ]
    say(ctx, "我到工地了", OTHER)
    assert len(told(ctx, BOSS)) == before + 1
    assert states(ctx) == ["arrived", "arrived", "confirmed"]


def test_no_message_is_wasted_where_everybody_came(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    three(ctx, clock)
    for phone in (WORKER, OTHER, THIRD):
        say(ctx, "1", phone)
    at(clock, ctx, 25, 7, 45)
    assert told(ctx, BOSS)[-1] == "【零工驿站】今天光谷小工：张建国、李四、王五说到了。"


def test_who_did_not_come_frees_his_seat(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = three(ctx, clock)
    at(clock, ctx, 25, 7, 45)
    assert say(ctx, "李四没来，其他都到了", BOSS) == "记下了：李四没到、张建国到了、王五到了。"
    assert (states(ctx), seats(ctx, job)) == (["arrived", "no_show", "arrived"], 2)
    assert told(ctx, OTHER)[-1].startswith("【零工驿站】用工方说您没到今天光谷小工")
    assert turn(ctx, "我的活", my_jobs.my_jobs, BOSS).startswith("今天光谷小工：已定2/3人")


def test_word_against_word_is_settled_by_telephone(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = posting(ctx, employer(ctx))
    hire(ctx, job)
    at(clock, ctx, 25, 7, 30)
    at(clock, ctx, 25, 7, 45)
    say(ctx, "到了")
    assert say(ctx, "没来", BOSS) == "记下了：张建国说自己到了，请打13800000011问问。"
    assert states(ctx) == ["arrived"]


def test_a_seat_that_is_taken_by_now_is_not_promised(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    job = posting(ctx, employer(ctx), headcount=1, date_to=ctx.today().replace(day=27))
    hire(ctx, job)
    at(clock, ctx, 25, 7, 30)
    at(clock, ctx, 25, 7, 45)
    say(ctx, "没来", BOSS)
    hire(ctx, job, OTHER, "李四")
    assert say(ctx, "到了").startswith("您的位子刚补给别人了。请打用工方13800001001商量")
    assert (states(ctx), seats(ctx, job)) == (["no_show", "confirmed"], 1)


def test_not_plain_is_asked_back(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    three(ctx, clock)
    at(clock, ctx, 25, 7, 45)
    assert say(ctx, "没来", BOSS).startswith("没看明白")
    assert states(ctx) == ["confirmed"] * 3


def test_nobody_answers_and_it_stays_as_it_was(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    three(ctx, clock)
    at(clock, ctx, 25, 7, 45)
    at(clock, ctx, 26, 9, 30)
    assert states(ctx) == ["confirmed"] * 3
    assert say(ctx, "1").startswith("好，昨天光谷小工工钱结清")
    assert states(ctx) == ["paid", "confirmed", "confirmed"]
