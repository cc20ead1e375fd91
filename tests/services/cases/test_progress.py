"""Staff move a case; its people are told; only they say that it is paid."""

from __future__ import annotations

import pytest

from bot.core.cases.states import NotAllowed
from bot.services import clockwork
from bot.services.cases import progress
from bot.services.context import Context
from tests.services.cases.talk import FULL, answer, calls, case, complain, facts, logged, say, status
from tests.support.clock import Clock
from tests.support.factories import OTHER, WORKER, told


def test_every_move_is_told_in_the_same_transaction(ctx: Context) -> None:
    complain(ctx, **FULL)
    progress.move(ctx, 1, "in_mediation", "李干事")
    assert told(ctx, WORKER)[-1].startswith("【零工驿站】您的案子W1：开始调解")
    assert status(ctx).startswith("W1（11月24日登记）：正在调解，工作人员都能看到。15天")
    assert case(ctx).due_at.isoformat() == "2026-12-09T10:00:00+00:00"


def test_a_move_that_is_not_allowed_tells_nobody(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    before = told(sqlite_ctx, WORKER)
    for to, reason in (("withdrawn", ""), ("closed_unpaid", " "), ("registered", "")):
        with pytest.raises(NotAllowed):
            progress.move(sqlite_ctx, 1, to, "李干事", reason)
    assert told(sqlite_ctx, WORKER) == before and case(sqlite_ctx).state == "registered"


def test_unpaid_is_closed_with_its_reason_which_is_told(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "closed_unpaid", "李干事", "公司已注销，没有财产")
    assert "公司已注销，没有财产" in told(sqlite_ctx, WORKER)[-1]
    assert case(sqlite_ctx).state == "closed_unpaid" and calls(sqlite_ctx) == []


def test_taking_it_up_settles_the_call(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "contacted", "李干事")
    assert (calls(sqlite_ctx), calls(sqlite_ctx, "done")) == ([], [("wage_dispute", 2)])


def test_the_holder_is_told_and_named(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    progress.assign(sqlite_ctx, 1, "李干事")
    assert told(sqlite_ctx, WORKER)[-1] == "【零工驿站】您的案子W1，由李干事负责。"
    assert "由李干事负责，下一步联系对方" in status(sqlite_ctx)
    progress.assign(sqlite_ctx, 1, "李干事")
    assert len(told(sqlite_ctx, WORKER)) == 3


def test_a_note_is_for_colleagues(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    progress.note(sqlite_ctx, 1, "李干事", "电话没人接")
    assert len(told(sqlite_ctx, WORKER)) == 1 and logged(sqlite_ctx)[-1] == "note"


def test_no_such_case(sqlite_ctx: Context) -> None:
    with pytest.raises(LookupError):
        progress.move(sqlite_ctx, 9, "contacted", "李干事")


@pytest.mark.parametrize("said", ["1", "1 到了", "到了", "钱到账了"])
def test_paid_by_staffs_word_is_closed_only_by_the_persons(sqlite_ctx: Context, said: str) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "paid", "李干事")
    assert told(sqlite_ctx, WORKER)[-1].endswith("钱到手了吗？1 到了，2 没有。")
    assert case(sqlite_ctx).state == "registered" and "等您一句话" in status(sqlite_ctx)
    assert "已结清" in say(sqlite_ctx, said, task="choose")
    assert case(sqlite_ctx).state == "paid" and case(sqlite_ctx).due_at is None


@pytest.mark.parametrize("said", ["2", "2 没有", "没到", "还没有"])
def test_not_paid_after_all_is_heard_at_once(sqlite_ctx: Context, said: str) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "paid", "李干事")
    assert "W1不会结" in say(sqlite_ctx, said, task="choose")
    assert case(sqlite_ctx).state == "registered" and ("case_not_paid", 1) in calls(sqlite_ctx)
    assert "还差3000元" in answer(sqlite_ctx, "还差三千")
    assert facts(sqlite_ctx)["amount_owed"] == 3000


def test_another_persons_word_closes_nothing(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "paid", "李干事")
    say(sqlite_ctx, "1 到了", OTHER, task="choose")
    assert case(sqlite_ctx).state == "registered"


def test_an_ended_case_can_be_opened_again(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    say(sqlite_ctx, "钱给了")
    answer(sqlite_ctx, "1")
    progress.move(sqlite_ctx, 1, "registered", "李干事")
    assert case(sqlite_ctx).state == "registered" and "重新打开" in told(sqlite_ctx, WORKER)[-1]


def test_a_step_that_is_overdue_reminds_staff_once(sqlite_ctx: Context, clock: Clock) -> None:
    complain(sqlite_ctx, **FULL)
    clock.move(days=1)
    assert clockwork.tick(sqlite_ctx) == 0
    clock.move(days=1, hours=10)
    assert [clockwork.tick(sqlite_ctx), clockwork.tick(sqlite_ctx)] == [1, 0]
    assert ("case_overdue", 2) in calls(sqlite_ctx)
    progress.move(sqlite_ctx, 1, "contacted", "李干事")
    assert calls(sqlite_ctx) == []


def test_what_is_urgent_is_overdue_a_day_earlier(sqlite_ctx: Context, clock: Clock) -> None:
    complain(sqlite_ctx, "老板跑路了 工资没发", **FULL)
    clock.move(days=1, hours=10)
    clockwork.tick(sqlite_ctx)
    assert ("case_overdue", 1) in calls(sqlite_ctx)


def test_staff_are_reminded_where_nobody_answers_whether_it_was_paid(
    sqlite_ctx: Context, clock: Clock
) -> None:
    complain(sqlite_ctx, **FULL)
    progress.move(sqlite_ctx, 1, "paid", "李干事")
    clock.move(days=7, minutes=1)
    clockwork.tick(sqlite_ctx)
    assert ("case_overdue", 2) in calls(sqlite_ctx)
