"""After the work: paid, not paid, later, never gone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.services import cases
from bot.services.context import Context
from bot.store.help import Case, Escalation
from bot.store.work import HireEvent
from tests.support.clock import Clock
from tests.support.factories import BOSS, WORKER, employer, posting, told, turn
from tests.support.hired import at, front, hire, say, states


def worked(ctx: Context, clock: Clock, **changes: object) -> int:
    """Hired for the 25th, asked about the wages on the 26th; the hire's id."""
    key = hire(ctx, posting(ctx, employer(ctx), **changes))
    at(clock, ctx, 26, 9, 30)
    return key


def test_paid_ends_the_hire_and_asks_for_one_figure(sqlite_ctx: Context, clock: Clock) -> None:
    worked(sqlite_ctx, clock)
    assert say(sqlite_ctx, "1") == (
        "好，昨天光谷小工工钱结清，记下了，辛苦！\n这个用工方怎么样？1 好 2 一般 3 不好"
    )
    with sqlite_ctx.db.reading() as session:
        events = [row.event for row in session.query(HireEvent).order_by(HireEvent.id)]
    assert events == ["offer", "confirm", "finish", "pay"]


@pytest.mark.parametrize("text", ["2", "没给钱", "老板跑了"])
def test_unpaid_opens_a_case_that_knows_the_hire(sqlite_ctx: Context, clock: Clock, text: str) -> None:
    key = worked(sqlite_ctx, clock)
    answer = say(sqlite_ctx, text)
    assert answer.startswith("昨天光谷小工的工钱没给，已登记，编号W1，")
    assert "1天×300元＝300元，对吗？" in answer
    with sqlite_ctx.db.reading() as session:
        case = session.query(Case).one()
        calls = [row.reason for row in session.query(Escalation)]
    assert (case.kind, case.hire_id, calls) == ("wage_dispute", key, ["wage_dispute"])
    told = {name: case.facts[name] for name in ("employer_name", "place", "place_name", "trade", "date_from",
                                                "date_to", "agreed_pay", "days", "day_pay")}  # fmt: skip
    assert told == {
        "employer_name": "示例劳务队",
        "place": "420111",
        "place_name": "光谷",
        "trade": "general_labor",
        "date_from": "2026-11-25",
        "date_to": "2026-11-25",
        "agreed_pay": "300元/天日结",
        "days": 1,
        "day_pay": 300,
    }
    assert states(sqlite_ctx) == ["unpaid"]


def test_a_sum_that_is_missing_is_kept(sqlite_ctx: Context, clock: Clock) -> None:
    worked(sqlite_ctx, clock)
    assert "已登记，编号W1" in say(sqlite_ctx, "还差我两百")
    with sqlite_ctx.db.reading() as session:
        assert session.query(Case).one().facts["amount_owed"] == 200


def test_two_hires_are_two_cases(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    boss = employer(ctx)
    hire(ctx, posting(ctx, boss))
    hire(ctx, posting(ctx, boss, place_name="关山", start_time="16:00"))
    at(clock, ctx, 26, 9, 30)
    assert say(ctx, "没给钱").startswith("昨天关山小工的工钱没给，已登记，编号W1")
    clock.move(minutes=1)
    assert front(ctx, "2") == "case"  # how much it is was asked last
    turn(ctx, "先不说了", cases.keep)
    assert "编号W2" in say(ctx, "2")
    with ctx.db.reading() as session:
        assert sorted(row.hire_id for row in session.query(Case)) == [1, 2]


def test_paid_in_the_end(sqlite_ctx: Context, clock: Clock) -> None:
    worked(sqlite_ctx, clock)
    say(sqlite_ctx, "还差200")
    clock.move(days=2)
    assert "好，11月25日光谷小工工钱结清" in say(sqlite_ctx, "钱给了")
    assert states(sqlite_ctx) == ["paid"]
    with sqlite_ctx.db.reading() as session:
        case = session.query(Case).one()
    assert case.state == "paid"  # by the person's own word


@pytest.mark.parametrize(
    ("text", "day", "asked_again"), [("说月底结", "12月5日", (5, 12)), ("过两天给", "11月29日", (29, 11))]
)
def test_later_is_asked_then(
    sqlite_ctx: Context, clock: Clock, text: str, day: str, asked_again: tuple
) -> None:
    ctx = sqlite_ctx
    worked(ctx, clock)
    assert say(ctx, text) == f"好，{day}再问您。到时没给就回“没给钱”，马上登记。"
    before = len(told(ctx, WORKER))
    on, month = asked_again
    at(clock, ctx, on, 9, 29, month)
    assert len(told(ctx, WORKER)) == before
    at(clock, ctx, on, 9, 30, month)
    assert "工钱结了没有" in told(ctx, WORKER)[-1]
    say(ctx, "2")
    assert states(ctx) == ["unpaid"]


def test_monthly_pay_is_announced_and_not_nagged_about(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    worked(ctx, clock, pay_cycle="monthly")
    assert "月结，12月5日再问您" in told(ctx, WORKER)[-1]
    before = len(told(ctx, WORKER))
    for day, month in ((27, 11), (30, 11), (4, 12)):
        at(clock, ctx, day, 12, 0, month)
    assert len(told(ctx, WORKER)) == before
    at(clock, ctx, 5, 9, 30, 12)
    assert "月结的，该发工钱了" in told(ctx, WORKER)[-1]


def test_long_work_by_the_month_is_asked_about_each_month(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    last = ctx.today() + timedelta(days=40)  # 3 January
    hire(ctx, posting(ctx, employer(ctx), pay_cycle="monthly", date_to=last))
    at(clock, ctx, 5, 9, 30, 12)
    assert "该发工钱了" in told(ctx, WORKER)[-1]
    assert say(ctx, "给了") == "好，记下了。1月5日再问您下一回的工钱。"
    assert states(ctx) == ["confirmed"]


@pytest.mark.parametrize(
    ("text", "state"), [("3", "no_show"), ("没去成", "no_show"), ("去了没开工", "withdrawn")]
)
def test_never_went(sqlite_ctx: Context, clock: Clock, text: str, state: str) -> None:
    worked(sqlite_ctx, clock)
    say(sqlite_ctx, text)
    assert states(sqlite_ctx) == [state]


def test_never_went_after_having_arrived_is_for_staff(sqlite_ctx: Context, clock: Clock) -> None:
    ctx = sqlite_ctx
    hire(ctx, posting(ctx, employer(ctx)))
    at(clock, ctx, 25, 7, 30)
    say(ctx, "到了")
    at(clock, ctx, 26, 9, 30)
    assert say(ctx, "3").endswith("已转工作人员核实。")
    assert states(ctx) == ["arrived"]


def test_a_sum_alone_is_asked_back(sqlite_ctx: Context, clock: Clock) -> None:
    worked(sqlite_ctx, clock)
    assert say(sqlite_ctx, "给了两百") == "工钱全结清了吗？1 结清了 2 没结清"
    assert "已登记，编号W1" in say(sqlite_ctx, "2")


def test_the_employer_is_never_told_of_the_wages(sqlite_ctx: Context, clock: Clock) -> None:
    worked(sqlite_ctx, clock)
    before = told(sqlite_ctx, BOSS)
    say(sqlite_ctx, "没给钱")
    assert told(sqlite_ctx, BOSS) == before
