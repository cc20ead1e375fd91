"""Wage cases, injuries, people in danger, hand-off, odd messages."""

from __future__ import annotations

import pytest

from bot.core.address import SMS, Address
from bot.services import cases, hand_off, inbox, last_resort, small_talk
from bot.services.context import Context
from bot.services.inbox import Incoming
from bot.store.help import Case, CaseEvent, Escalation
from bot.store.messages import Inbound, Outbox
from bot.store.people import Person
from tests.support.clock import Clock
from tests.support.factories import WORKER, turn


def complain(ctx: Context, text: str = "老板欠我工钱", **fields) -> str:
    return turn(ctx, text, cases.open_wage_case, task="wage_dispute", **fields)


def answer(ctx: Context, text: str, **fields) -> str:
    return turn(ctx, text, cases.take_case_fact, task="inform", **fields)


def facts(ctx: Context) -> dict:
    with ctx.db.reading() as session:
        return session.query(Case).one().facts


def reasons(ctx: Context) -> list:
    with ctx.db.reading() as session:
        return [(row.reason, row.urgency) for row in session.query(Escalation).order_by(Escalation.id)]


def test_one_sentence_opens_a_case_and_staff_see_it(ctx: Context) -> None:
    reply = complain(ctx)
    assert reply.startswith("已登记，编号W1，") and reply.endswith(
        "是谁欠的？回老板或公司名，不知道回“不知道”。"
    )
    assert reasons(ctx) == [("wage_dispute", 2)]


def test_only_what_is_missing_is_asked_one_at_a_time(ctx: Context) -> None:
    reply = complain(ctx, amount_owed=8000, employer_name="王老板")
    assert "哪里干的活" in reply and "欠多少" not in reply
    assert "哪段时间" in answer(ctx, "黄陂", place="420116")
    assert "听谁安排" in answer(ctx, "8月到10月", date_from="2026-08-01", date_to="2026-10-31")
    assert "W1齐了" in answer(ctx, "好了")
    told = {key: value for key, value in facts(ctx).items() if key != "noticed"}
    assert told == {
        "amount_owed": 8000, "employer_name": "王老板", "place": "420116",
        "date_from": "2026-08-01", "date_to": "2026-10-31",
    }  # fmt: skip


def test_every_question_may_be_skipped(ctx: Context) -> None:
    complain(ctx)
    for _ in range(4):
        reply = answer(ctx, "不知道")
    assert "W1齐了" in reply
    assert {value for key, value in facts(ctx).items() if key != "noticed"} == {"不清楚"}


def test_the_same_trouble_told_twice_is_one_case(ctx: Context) -> None:
    complain(ctx)
    assert complain(ctx, "欠我八千", amount_owed=8000).startswith("已补进W1。")
    assert facts(ctx)["amount_owed"] == 8000
    assert reasons(ctx) == [("wage_dispute", 2)]


def test_a_new_trouble_after_two_months_is_a_new_case(ctx: Context, clock: Clock) -> None:
    complain(ctx)
    clock.move(days=61)
    assert complain(ctx).startswith("已登记，编号W2")


def test_identity_and_bank_cards_are_not_kept_in_the_case(ctx: Context) -> None:
    complain(ctx, "欠我钱 身份证420111196801011234 卡6222021234567890123")
    with ctx.db.reading() as session:
        log = " ".join(event.detail for event in session.query(CaseEvent))
    assert "420111196801011234" not in log and "6222021234567890123" not in log
    assert "[证件号已隐去]" in log


@pytest.mark.parametrize(
    ("use_case", "words", "urgency"),
    [(cases.injury, ["120", "30日", "12333"], 1), (cases.crisis, ["110", "120", "12356"], 0)],
)
def test_people_come_before_forms(ctx: Context, use_case, words: list, urgency: int) -> None:
    reply = turn(ctx, "出事了", use_case)
    assert [word for word in words if word not in reply] == []
    assert "？" not in reply
    assert [row[1] for row in reasons(ctx)] == [urgency]


def test_status_of_the_own_case_only(ctx: Context) -> None:
    complain(ctx)
    assert turn(ctx, "我的案子", cases.status).startswith("W1（11月24日登记）：已登记")
    assert turn(ctx, "我的案子", cases.status, "+8613800000019").startswith("没查到您登记过的事")


def test_twice_not_understood_calls_a_person(ctx: Context) -> None:
    first, second = (turn(ctx, "呜啦", hand_off.not_understood) for _ in range(2))
    assert first.startswith("没听明白") and reasons(ctx) == [("not_understood", 6)]
    assert "已转给工作人员" in second


def test_understood_in_between_counts_anew(ctx: Context) -> None:
    turn(ctx, "呜啦", hand_off.not_understood)
    turn(ctx, "谢谢", lambda talk: small_talk.plain(talk, "utter_thanks"))
    turn(ctx, "呜啦", hand_off.not_understood)
    assert reasons(ctx) == []


def test_nothing_is_said_three_times_in_the_same_words(ctx: Context) -> None:
    said = [turn(ctx, "呜啦", hand_off.not_understood) for _ in range(3)]
    assert len(set(said)) == 3


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("text", {}, "空的"),
        ("voice", {}, "打字"),
        ("image", {}, "图片我看不了"),
        ("media", {}, "图片我看不了"),
        ("video", {}, "图片我看不了"),
        ("link", {}, "链接"),
        ("location", {}, "位置"),
        ("unknown", {}, "这种消息"),
        ("event", {"event": "subscribe"}, "欢迎"),
        ("event", {"event": "CLICK"}, "我能帮您"),
    ],
)
def test_messages_without_words_are_answered(ctx: Context, kind: str, payload: dict, words: str) -> None:
    accepted = inbox.accept(ctx, Incoming("k", Address(SMS, WORKER), kind, "", payload))
    last_resort.answer_if_unanswered(ctx, accepted.inbound_id)
    with ctx.db.reading() as session:
        assert words in session.query(Outbox).one().text


@pytest.mark.parametrize("event", ["unsubscribe", "LOCATION", "VIEW"])
def test_some_events_want_no_answer(ctx: Context, event: str) -> None:
    accepted = inbox.accept(ctx, Incoming("k", Address(SMS, WORKER), "event", "", {"event": event}))
    last_resort.answer_if_unanswered(ctx, accepted.inbound_id)
    with ctx.db.reading() as session:
        assert session.query(Outbox).count() == 0
        assert session.get(Inbound, accepted.inbound_id).state == "answered"


def test_a_turn_that_failed_is_answered_and_staff_see_it(ctx: Context) -> None:
    accepted = inbox.accept(ctx, Incoming("k", Address(SMS, WORKER), "text", "明天有活吗"))
    last_resort.answer_if_unanswered(ctx, accepted.inbound_id)
    last_resort.answer_if_unanswered(ctx, accepted.inbound_id)
    with ctx.db.reading() as session:
        assert "出了点问题" in session.query(Outbox).one().text
    assert reasons(ctx) == [("failed", 3)]


def test_a_profile_is_kept_and_named(ctx: Context) -> None:
    reply = turn(ctx, "我会电工,55岁,住汉阳", small_talk.profile, trade="electrician", age=55, place="420105")
    assert reply.startswith("记下了：电工、55岁、武汉汉阳")
    with ctx.db.reading() as session:
        person = session.query(Person).one()
        assert (person.trade, person.age, person.home_code) == ("electrician", 55, "420105")
