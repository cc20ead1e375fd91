"""A case out of a hire, and a second wish beside a case."""

from __future__ import annotations

from typing import Any, Dict

from bot.actions.base import perform
from bot.services import cases
from bot.services.context import Context
from bot.services.talk import Turn
from bot.store.messages import Outbox
from bot.store.people import Person
from bot.store.work import Hire
from tests.services.cases.talk import answer, case, facts
from tests.support.factories import employer, incoming, person, posting, turn

KNOWN = {
    "employer_name": "示例劳务队", "employer_phone": "13800001001", "place": "420111", "place_name": "光谷",
    "trade": "bricklayer", "date_from": "2026-11-22", "date_to": "2026-11-23", "days": 2, "day_pay": 300,
}  # fmt: skip


def hire(ctx: Context) -> int:
    boss, worker = employer(ctx), person(ctx)
    posting_id, now = posting(ctx, boss), ctx.clock()
    with ctx.db.writing() as session:
        row = Hire(
            posting_id=posting_id, worker_id=worker, code="A23", state="confirmed", offered_at=now,
            remind_at=now, expires_at=now, updated_at=now,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def open_it(ctx: Context, hire_id: int, known: Dict[str, Any]) -> str:
    def use_case(talk: Any) -> None:
        cases.open_prefilled(talk, talk.session.get(Hire, hire_id), known)

    return turn(ctx, "没给钱", use_case)


def test_days_and_pay_are_read_back_nothing_else_is_asked(sqlite_ctx: Context) -> None:
    hire_id = hire(sqlite_ctx)
    reply = open_it(sqlite_ctx, hire_id, KNOWN)
    assert reply.startswith("已登记，编号W1") and "2天×300元＝600元" in reply
    answer(sqlite_ctx, "对")
    told = facts(sqlite_ctx)
    assert (told["amount_owed"], told["employer_name"], case(sqlite_ctx).hire_id) == (
        600,
        "示例劳务队",
        hire_id,
    )


def test_the_hires_own_case_is_taken_up_again(sqlite_ctx: Context) -> None:
    hire_id = hire(sqlite_ctx)
    open_it(sqlite_ctx, hire_id, KNOWN)
    assert "已补进W1" in open_it(sqlite_ctx, hire_id, KNOWN)


def test_a_sum_that_is_known_ends_the_questions(sqlite_ctx: Context) -> None:
    assert "W1齐了" in open_it(sqlite_ctx, hire(sqlite_ctx), {**KNOWN, "amount_owed": 600})


def test_the_other_wish_waits_for_the_four_questions_only(sqlite_ctx: Context) -> None:
    posting(sqlite_ctx, employer(sqlite_ctx))
    also = {"task": "find_work", "date_from": "2026-11-25", "date_to": "2026-11-25", "place": "420100"}
    accepted = incoming(sqlite_ctx, "明天武汉有活没 刘老板欠我三千")
    told = {"employer_name": "刘老板", "amount_owed": 3000}
    perform(
        sqlite_ctx,
        Turn(accepted.inbound_id, "wage_dispute", 1.0, "明天武汉有活没 刘老板欠我三千", told, [], also),
        cases.open_wage_case,
    )
    with sqlite_ctx.db.reading() as session:
        assert "您问的活" in session.query(Outbox).one().text
        assert session.query(Person).filter_by(phone="+8613800000011").one()
    answer(sqlite_ctx, "汉阳", place="420105")
    reply = answer(sqlite_ctx, "上个月", date_from="2026-10-01", date_to="2026-10-31")
    assert "W1齐了" in reply and "您刚才问的活" in reply and "1 明天" in reply
    assert facts(sqlite_ctx)["place"] == "420105"
