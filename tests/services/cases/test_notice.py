"""一次性告知: what stands in it, how long it is, and that silence does not keep it back."""

from __future__ import annotations

import pytest

from bot.core.address import SMS, WECHAT
from bot.core.segments import cost
from bot.services import clockwork
from bot.services.cases import notice
from bot.services.context import Context
from bot.services.importing import import_rows
from bot.store.help import Case
from tests.services.cases.talk import FULL, answer, case, complain, say
from tests.support.clock import Clock
from tests.support.factories import WORKER, told

LABOUR = {**FULL, "proof": ["sheet", "chat", "transfer", "witness"], "on_behalf": "老公"}
KINDS = {
    "劳动仲裁": LABOUR,
    "总包": {**LABOUR, "site": True},
    "调解": {**LABOUR, "directed": "home"},
    "欠条": {**LABOUR, "proof": ["iou", "contract", "sheet", "chat"]},
}
TWO_LINES = "027-12345678"


def written(ctx: Context, facts: dict, channel: str) -> str:
    row = Case(id=12345, person_id=1, kind="wage_dispute", state="registered", facts=facts)
    with ctx.db.reading() as session:
        return notice.text_of(ctx, session, row, ctx.today(), channel)


def with_contact(ctx: Context) -> None:
    head = "institution,kind,place,phone,address,hours,source,checked"
    row = f"示例劳动监察大队,inspection,江夏,{TWO_LINES},示例路1号,,示例来源,2026-11-24"
    assert import_rows(ctx, "contacts", [head, row]).refused == []


@pytest.mark.parametrize(("word", "facts"), KINDS.items())
def test_three_segments_at_most_by_sms(sqlite_ctx: Context, word: str, facts: dict) -> None:
    with_contact(sqlite_ctx)
    text = written(sqlite_ctx, facts, SMS)
    assert word in text and cost(text).segments <= 3, (len(text), text)


@pytest.mark.parametrize(("word", "facts"), KINDS.items())
@pytest.mark.parametrize("channel", [SMS, WECHAT])
def test_where_whom_what_and_who_decides(sqlite_ctx: Context, channel: str, word: str, facts: dict) -> None:
    text = written(sqlite_ctx, facts, channel)
    parts = [
        "武汉江夏",
        "12333",
        "12348",
        "身份证",
        "别发给我",
        "指引" if word != "调解" else "定",
        "我的案子",
    ]
    assert [part for part in parts if part not in text and not (word == "总包" and part == "我的案子")] == []


def test_wechat_is_fuller_and_names_articles(sqlite_ctx: Context) -> None:
    text = written(sqlite_ctx, FULL, WECHAT)
    assert all(part in text for part in ("17条", "28条、53条", "12351", "12345"))


def test_both_days_and_what_he_has(sqlite_ctx: Context) -> None:
    text = written(sqlite_ctx, {**FULL, "proof": ["chat", "iou"]}, SMS)
    assert "监察最晚2028年10月31日，仲裁最晚2027年10月31日" in text
    assert "身份证、欠条、聊天记录" in text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "从停工那天算，监察2年内、仲裁1年内"),
        ({"still_working": True}, "期限没开始算"),
        ({"date_from": "2025-06-01", "date_to": "2025-08-31"}, "能重新算"),
        ({"proof": "不清楚"}, "没有也能去"),
        ({"place": "不清楚"}, "干活当地"),
    ],
)
def test_what_is_not_known_is_not_guessed(sqlite_ctx: Context, facts: dict, words: str) -> None:
    assert words in written(sqlite_ctx, facts, SMS)


def test_a_number_of_the_county_stands_before_the_line(sqlite_ctx: Context) -> None:
    assert "问12333" in written(sqlite_ctx, FULL, SMS)
    with_contact(sqlite_ctx)
    assert f"问{TWO_LINES}或12333" in written(sqlite_ctx, FULL, SMS)
    assert "问12333" in written(sqlite_ctx, {**FULL, "place": "420116"}, SMS)


def test_who_falls_silent_gets_it_after_twenty_minutes(ctx: Context, clock: Clock) -> None:
    complain(ctx, employer_name="王老板")
    clock.move(minutes=19)
    assert clockwork.tick(ctx) == 0
    clock.move(minutes=2)
    assert [clockwork.tick(ctx), clockwork.tick(ctx)] == [1, 0]
    assert told(ctx, WORKER)[-1].startswith("W1齐了")
    assert "哪里" in answer(ctx, "3000")  # the question is still open


def test_not_in_the_night(sqlite_ctx: Context, clock: Clock) -> None:
    clock.move(hours=12, minutes=10)  # 21:20
    complain(sqlite_ctx, employer_name="王老板")
    clock.move(minutes=25)
    assert clockwork.tick(sqlite_ctx) == 0
    clock.move(hours=9)
    assert clockwork.tick(sqlite_ctx) == 1


def test_nothing_more_is_sent_to_who_has_it(sqlite_ctx: Context, clock: Clock) -> None:
    complain(sqlite_ctx, **FULL)
    clock.move(minutes=30)
    clockwork.tick(sqlite_ctx)
    assert len(told(sqlite_ctx, WORKER)) == 1 and case(sqlite_ctx).notice_due_at is None


def test_it_is_told_again_only_where_it_has_changed(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    assert "W1齐了" in say(sqlite_ctx, "我有微信聊天记录")
    assert "W1齐了" not in say(sqlite_ctx, "微信聊天都在")
