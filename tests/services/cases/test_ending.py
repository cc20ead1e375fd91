"""Paid, in part, withdrawn, kept: by the person's own word."""

from __future__ import annotations

import pytest

from bot.services.context import Context
from tests.services.cases.talk import FULL, answer, calls, case, complain, facts, logged, say, status


@pytest.mark.parametrize("said", ["钱给了", "结清了", "老板把钱打过来了", "工资拿到了 谢谢"])
def test_paid_is_asked_back_and_then_closed(sqlite_ctx: Context, said: str) -> None:
    complain(sqlite_ctx, **FULL)
    assert "都拿到手了吗" in say(sqlite_ctx, said)
    assert case(sqlite_ctx).state == "registered"
    assert "W1记为已结清" in answer(sqlite_ctx, "1")
    assert case(sqlite_ctx).state == "paid" and calls(sqlite_ctx) == []
    assert "已拿到钱" in status(sqlite_ctx)


def test_in_the_middle_of_the_questions_too(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="王老板")
    assert "都拿到手了吗" in say(sqlite_ctx, "钱给了", task="wage_dispute")


def test_part_of_it_asks_what_is_left(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    assert "还差多少" in say(sqlite_ctx, "只给了一半", task="wage_dispute")
    assert "改成还差4000元" in answer(sqlite_ctx, "四千")
    assert facts(sqlite_ctx)["amount_owed"] == 4000 and case(sqlite_ctx).state == "registered"


@pytest.mark.parametrize("said", ["还没给钱", "工资拿到了吗", "老板说下个月把钱给我"])
def test_no_money_yet_is_no_end(sqlite_ctx: Context, said: str) -> None:
    complain(sqlite_ctx, **FULL)
    assert "都拿到手了吗" not in say(sqlite_ctx, said)


def test_without_a_case_nothing_is_opened(sqlite_ctx: Context) -> None:
    assert say(sqlite_ctx, "工资到手了", task="wage_dispute").startswith("好，拿到就好")
    assert status(sqlite_ctx).startswith("没查到")


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        ("1", "withdrawn", "撤了"),
        ("撤", "withdrawn", "撤了"),
        ("2", "registered", "留着"),
        ("算了", "registered", "留着"),
    ],
)
def test_withdrawing_is_asked_back_and_the_record_stays(
    sqlite_ctx: Context, said: str, state: str, words: str
) -> None:
    complain(sqlite_ctx, **FULL)
    assert "真的要撤吗" in say(sqlite_ctx, "不告了")
    assert words in answer(sqlite_ctx, said)
    assert case(sqlite_ctx).state == state and facts(sqlite_ctx)["amount_owed"] == 8000
    assert "registered" in logged(sqlite_ctx)


def test_another_answer_than_yes_or_no_withdraws_nothing(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    say(sqlite_ctx, "不告了")
    answer(sqlite_ctx, "老板说再等等")
    assert case(sqlite_ctx).state == "registered"


def test_after_a_withdrawal_the_same_debtor_is_a_new_case(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    say(sqlite_ctx, "不告了")
    answer(sqlite_ctx, "1")
    assert complain(sqlite_ctx, **FULL).startswith("已登记，编号W2")
