"""What waits for staff: the order, the words, masked numbers, the talk behind it."""

from __future__ import annotations

import pytest

from bot.console import words
from bot.core.address import SMS, WECHAT
from bot.services import attention
from bot.services.attention import hide_numbers
from bot.services.context import Context
from bot.services.hand_off import URGENCY
from bot.store.help import Case, Escalation
from tests.console.conftest import Console
from tests.support.clock import Clock
from tests.support.factories import incoming

SCRIPT = "<script>alert('x')</script>"


def escalate(
    ctx: Context, reason: str, text: str, phone: str, channel: str = SMS, state: str = "open"
) -> int:
    accepted = incoming(ctx, text, phone, channel)
    with ctx.db.writing() as session:
        session.add(
            Escalation(
                person_id=accepted.person_id,
                inbound_id=accepted.inbound_id,
                reason=reason,
                urgency=URGENCY[reason],
                state=state,
                created_at=ctx.clock(),
            )
        )
    return accepted.person_id


def open_case(ctx: Context, person_id: int, kind: str, state: str = "registered") -> int:
    with ctx.db.writing() as session:
        now = ctx.clock()
        case = Case(person_id=person_id, kind=kind, state=state, facts={}, created_at=now, updated_at=now)
        session.add(case)
        session.flush()
        return case.id


def test_most_urgent_first_then_longest_waiting(sqlite_ctx: Context, clock: Clock) -> None:
    escalate(sqlite_ctx, "asked", "人工", "+8613800000001")
    clock.move(minutes=5)
    escalate(sqlite_ctx, "post_job", "要两个人", "+8613800000002")
    clock.move(minutes=5)
    escalate(sqlite_ctx, "crisis", "我不想活了", "+8613800000003")
    escalate(sqlite_ctx, "complaint", "已经处理过", "+8613800000004", state="closed")
    assert [item.reason for item in attention.waiting(sqlite_ctx)] == ["crisis", "asked", "post_job"]


def test_a_case_and_its_call_for_help_are_one_thing(sqlite_ctx: Context, clock: Clock) -> None:
    person_id = escalate(sqlite_ctx, "wage_dispute", "没给钱", "+8613800000001")
    case_id = open_case(sqlite_ctx, person_id, "wage_dispute")
    items = attention.waiting(sqlite_ctx)
    assert [(item.reason, item.case_id, item.urgency) for item in items] == [("wage_dispute", case_id, 2)]


def test_a_case_without_a_call_for_help_is_listed_too(sqlite_ctx: Context) -> None:
    person_id = incoming(sqlite_ctx, "没给钱", "+8613800000001").person_id
    case_id = open_case(sqlite_ctx, person_id, "injury")
    open_case(sqlite_ctx, person_id, "wage_dispute", state="closed")
    items = attention.waiting(sqlite_ctx)
    assert [(item.reason, item.case_id, item.urgency) for item in items] == [("injury", case_id, 1)]


def test_list_shows_reason_channel_time_and_masked_number(
    sqlite_ctx: Context, clock: Clock, console: Console
) -> None:
    escalate(sqlite_ctx, "injury", "摔下来了，打我13912345678", "+8613800000123")
    escalate(sqlite_ctx, "asked", "人工", "openid-abcd", WECHAT)
    clock.move(minutes=12)
    page = console.get("/attention").text
    assert "有人受伤" in page
    assert "短信 *******0123 · 12分钟前" in page
    assert "摔下来了，打我*******5678" in page
    assert "微信 *******abcd · 12分钟前" in page
    assert "13800000123" not in page
    assert "13912345678" not in page


def test_empty_list_says_so(console: Console) -> None:
    assert "现在没有要处理的事" in console.get("/attention").text


def test_details_show_the_last_twenty_messages(sqlite_ctx: Context, clock: Clock, console: Console) -> None:
    for n in range(22):
        incoming(sqlite_ctx, f"第{n:02d}句", "+8613800000001")
        clock.move(seconds=1)
    person_id = escalate(sqlite_ctx, "asked", "电话13912345678", "+8613800000001")
    page = console.get(f"/attention/{person_id}").text
    assert [f"第{n:02d}句" in page for n in (2, 3, 21)] == [False, True, True]
    assert "电话*******5678" in page
    assert "13912345678" not in page


def test_what_people_write_is_never_markup(sqlite_ctx: Context, console: Console) -> None:
    person_id = escalate(sqlite_ctx, "asked", SCRIPT, "+8613800000001")
    for path in ("/attention", f"/attention/{person_id}"):
        page = console.get(path).text
        assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page
        assert SCRIPT not in page


def test_nobody_is_looked_up_without_a_reason(sqlite_ctx: Context, console: Console) -> None:
    person_id = incoming(sqlite_ctx, "你好", "+8613800000001").person_id
    answers = [console.get(f"/attention/{each}") for each in (person_id, 999)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert "你好" not in answers[0].text


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


@pytest.mark.parametrize("code", sorted(URGENCY))
def test_every_reason_has_words(code: str) -> None:
    assert words.reason(code) != words.reason("?")
