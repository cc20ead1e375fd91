"""What waits for staff, on both databases: the order, what belongs together, numbers hidden at the source."""

from __future__ import annotations

import pytest

from bot.services import attention
from bot.services.attention import hide_numbers
from bot.services.context import Context
from bot.store.people import Person
from tests.support.clock import Clock
from tests.support.factories import incoming
from tests.support.talk_rows import call_for_help, case_of


def test_most_urgent_first_then_longest_waiting(ctx: Context, clock: Clock) -> None:
    call_for_help(ctx, "asked", "人工", "+8613800000001")
    clock.move(minutes=5)
    call_for_help(ctx, "post_job", "要两个人", "+8613800000002")
    clock.move(minutes=5)
    call_for_help(ctx, "crisis", "我不想活了", "+8613800000003")
    call_for_help(ctx, "complaint", "已经处理过", "+8613800000004", state="closed")
    assert [item.reason for item in attention.waiting(ctx)] == ["crisis", "asked", "post_job"]


def test_a_case_and_its_call_for_help_are_one_thing(ctx: Context, clock: Clock) -> None:
    person_id = call_for_help(ctx, "wage_dispute", "没给钱", "+8613800000001")
    case_id = case_of(ctx, person_id, "wage_dispute")
    items = attention.waiting(ctx)
    assert [(item.reason, item.case_id, item.urgency) for item in items] == [("wage_dispute", case_id, 2)]


def test_a_case_without_a_call_for_help_is_listed_too(ctx: Context) -> None:
    person_id = incoming(ctx, "没给钱", "+8613800000001").person_id
    case_id = case_of(ctx, person_id, "injury")
    case_of(ctx, person_id, "wage_dispute", state="closed")
    items = attention.waiting(ctx)
    assert [(item.reason, item.case_id, item.urgency) for item in items] == [("injury", case_id, 1)]


def test_nobody_waits(ctx: Context) -> None:
    assert attention.waiting(ctx) == []


def test_a_case_told_at_the_counter_has_no_message(ctx: Context, person_at_counter: int) -> None:
    case_of(ctx, person_at_counter, "wage_dispute")
    (item,) = attention.waiting(ctx)
    assert (item.channel, item.number, item.last_text) == ("", "", "")
    details = attention.details(ctx, person_at_counter)
    assert details is not None
    assert (details.name, details.lines) == ("李秀兰", ())


@pytest.fixture
def person_at_counter(ctx: Context) -> int:
    """Somebody without any address."""
    with ctx.db.writing() as session:
        row = Person(name="李秀兰", created_at=ctx.clock(), push=False)
        session.add(row)
        session.flush()
        return row.id


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("打13912345678", "打*******5678"),
        ("打139 1234 5678", "打*********5678"),
        ("027-87654321", "********4321"),
        ("幺三九一二三四五六七八", "*******五六七八"),
        ("身份证420101196001011234", "身份证**************1234"),
        ("１３９１２３４５６７８", "*******５６７８"),
        ("打12333", "打12333"),
        ("2026-11-25 欠8000", "2026-11-25 欠8000"),
        ("11月25日7:00，300元/天", "11月25日7:00，300元/天"),
    ],
)
def test_numbers_in_texts_are_hidden(text: str, hidden: str) -> None:
    assert hide_numbers(text) == hidden
