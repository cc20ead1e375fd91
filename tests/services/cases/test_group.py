"""Several people in one case."""

from __future__ import annotations

import pytest

from bot.services.context import Context
from bot.store import bindings, cases
from bot.store.people import Person
from tests.services.cases.talk import FULL, answer, calls, case, complain, say, status
from tests.support.factories import OTHER, WORKER, person, told

THIRD = "+8613800000013"


def together(ctx: Context) -> str:
    """A case of three; its code."""
    complain(ctx, **FULL, people_owed=3)
    return case(ctx).join_code


def members(ctx: Context) -> list:
    with ctx.db.reading() as session:
        return [(row.name, row.amount, row.paid) for row in cases.members(session, 1)]


def test_the_code_is_given_once(sqlite_ctx: Context) -> None:
    reply = complain(sqlite_ctx, **FULL, people_owed=3)
    assert f"加入 {case(sqlite_ctx).join_code}" in reply
    assert "加入" not in complain(sqlite_ctx, **FULL, people_owed=3)


def test_one_person_gets_no_code(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    assert case(sqlite_ctx).join_code is None


@pytest.mark.parametrize(
    "said", [["加入 {}", "张三 3000"], ["加入{} 张三 3000"], ["加入 {}", "张三", "3000块"]]
)
def test_everybody_joins_with_name_and_sum_and_the_first_is_told(sqlite_ctx: Context, said: list) -> None:
    code = together(sqlite_ctx)
    replies = [
        say(sqlite_ctx, text.format(code), OTHER) if "加入" in text else answer(sqlite_ctx, text, OTHER)
        for text in said
    ]
    assert "记进W1了：张三，3000元" in replies[-1]
    assert members(sqlite_ctx) == [("张三", 3000, False)]
    assert told(sqlite_ctx, WORKER)[-1] == "【零工驿站】张三也加进W1了，现在一共2人。"


def test_who_joins_learns_nothing_of_the_case(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    assert "宏远" not in say(sqlite_ctx, f"加入 {code}", OTHER)


def test_a_wrong_code_opens_nothing(sqlite_ctx: Context) -> None:
    together(sqlite_ctx)
    assert "没有这个加入码" in say(
        sqlite_ctx, "加入 Z99" if case(sqlite_ctx).join_code != "Z99" else "加入 Z98", OTHER
    )
    assert members(sqlite_ctx) == []


def test_joining_twice_is_once(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    for _ in range(2):
        say(sqlite_ctx, f"加入 {code} 张三 3000", OTHER)
    assert len(members(sqlite_ctx)) == 1
    assert len(told(sqlite_ctx, WORKER)) == 2  # the reply, and one telling


def test_all_see_where_it_stands(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    say(sqlite_ctx, f"加入 {code} 张三 3000", OTHER)
    assert status(sqlite_ctx, OTHER).startswith("W1（11月24日登记）：已登记")
    assert status(sqlite_ctx, THIRD).startswith("没查到")


def test_the_case_ends_when_all_are_paid(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    say(sqlite_ctx, f"加入 {code} 张三 3000", OTHER)
    say(sqlite_ctx, "钱给了")
    assert "还有人没拿到" in answer(sqlite_ctx, "1")
    assert case(sqlite_ctx).state == "registered"
    say(sqlite_ctx, "钱给了", OTHER)
    assert "已结清" in answer(sqlite_ctx, "1", OTHER)
    assert case(sqlite_ctx).state == "paid" and calls(sqlite_ctx) == []


def test_only_who_opened_it_withdraws_it(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    say(sqlite_ctx, f"加入 {code} 张三 3000", OTHER)
    assert "记录留着" in say(sqlite_ctx, "不告了", OTHER)
    assert case(sqlite_ctx).state == "registered"


def test_two_persons_that_turn_out_to_be_one_are_in_it_once(sqlite_ctx: Context) -> None:
    code = together(sqlite_ctx)
    for phone in (OTHER, THIRD):
        say(sqlite_ctx, f"加入 {code} 张三 3000", phone)
    ids = [person(sqlite_ctx, phone) for phone in (OTHER, THIRD, WORKER)]
    with sqlite_ctx.db.writing() as session:
        bindings.merge(session, session.get(Person, ids[0]), session.get(Person, ids[1]), sqlite_ctx.clock())
    assert len(members(sqlite_ctx)) == 1
    with sqlite_ctx.db.writing() as session:
        bindings.merge(session, session.get(Person, ids[2]), session.get(Person, ids[0]), sqlite_ctx.clock())
    assert members(sqlite_ctx) == []
