"""What is taken from each message, what is asked, and when the questions end."""

from __future__ import annotations

import pytest

from bot.services.context import Context
from bot.store.help import CaseEvent
from bot.store.messages import Inbound
from tests.services.cases.talk import FULL, answer, calls, case, complain, facts, say
from tests.support.clock import Clock


def test_a_name_and_a_sum_in_one_answer_fill_both(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx)
    assert "哪里干的活" in answer(sqlite_ctx, "王老板 八千", employer_name="王老板")
    assert facts(sqlite_ctx) == {"employer_name": "王老板", "amount_owed": 8000}


def test_days_times_pay_is_read_back_and_counts_when_confirmed(sqlite_ctx: Context) -> None:
    reply = complain(sqlite_ctx, "王老板欠我工钱 25天300一天", employer_name="王老板")
    assert "25天×300元＝7500元，对吗？" in reply
    assert facts(sqlite_ctx)["amount_counted"] == 7500 and "amount_owed" not in facts(sqlite_ctx)
    assert "哪里" in answer(sqlite_ctx, "对")
    assert facts(sqlite_ctx)["amount_owed"] == 7500


def test_a_product_that_is_not_right_is_replaced(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, "王老板欠我工钱 25天300一天", employer_name="王老板")
    assert "一共欠多少" in answer(sqlite_ctx, "2")
    answer(sqlite_ctx, "七千二")
    assert facts(sqlite_ctx)["amount_owed"] == 7200


def test_a_sum_a_head_is_no_total_but_is_read_back(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="鑫鑫砖厂", people_owed=6)
    assert "6人×4000元＝24000元，对吗？" in answer(sqlite_ctx, "每人四千", amount_owed=4000)
    answer(sqlite_ctx, "是的")
    assert facts(sqlite_ctx)["amount_owed"] == 24000


def test_a_period_read_as_next_years_is_this_years(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="王老板", date_from="2027-08-01", date_to="2027-10-31")
    assert (facts(sqlite_ctx)["date_from"], facts(sqlite_ctx)["date_to"]) == ("2026-08-01", "2026-10-31")


def test_a_total_that_is_told_is_never_replaced_by_a_product(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, "欠我8000 25天300一天", amount_owed=8000)
    assert facts(sqlite_ctx)["amount_owed"] == 8000 and "amount_counted" not in facts(sqlite_ctx)


def test_what_is_known_is_replaced_only_where_it_is_put_right(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    complain(
        sqlite_ctx,
        "昨天到黄冈找老板 他还是不给工钱",
        place="421100",
        date_from="2026-11-23",
        date_to="2026-11-23",
    )
    assert facts(sqlite_ctx)["place"] == "420115" and facts(sqlite_ctx)["date_to"] == "2026-10-31"
    say(sqlite_ctx, "不是八千是九千", task="deny")
    assert facts(sqlite_ctx)["amount_owed"] == 9000


def test_a_corrected_name_keeps_its_form(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="王老板")
    answer(sqlite_ctx, "老板姓李不姓王", employer_name="老板姓李")
    assert facts(sqlite_ctx)["employer_name"] == "李老板"


def test_the_firm_behind_the_foreman_stands_beside_him(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="王老板")
    answer(sqlite_ctx, "王老板是宏远公司的 欠我3000", employer_name="宏远公司", amount_owed=3000)
    told = facts(sqlite_ctx)
    assert (told["employer_name"], told["also_named"]) == ("王老板", ["宏远公司"])


def test_all_told_at_once_is_not_held_up_by_questions(sqlite_ctx: Context) -> None:
    reply = complain(sqlite_ctx, **FULL)
    assert reply.startswith("已登记，编号W1") and "W1齐了" in reply and "？" not in reply


def test_at_most_three_more_questions(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **{**FULL, "date_from": None, "date_to": None})
    asked = [answer(sqlite_ctx, "去年冬天"), answer(sqlite_ctx, "有聊天记录"), answer(sqlite_ctx, "3个")]
    assert ["凭据" in asked[0], "几个人" in asked[1], "还在那里干" in asked[2]] == [True, True, True]
    assert "W1齐了" in answer(sqlite_ctx, "没干了")


def test_who_cannot_answer_twice_is_asked_no_more_than_the_four(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, amount_owed=3000, place="420115")
    answer(sqlite_ctx, "不知道")
    assert "W1齐了" in answer(sqlite_ctx, "忘了")


def test_enough_ends_the_questions(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, employer_name="王老板")
    assert "W1齐了" in answer(sqlite_ctx, "好了")


def test_what_is_told_after_the_notice_is_added_and_told_back_once(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    assert "带身份证、欠条" in say(sqlite_ctx, "我有欠条")
    assert say(sqlite_ctx, "有欠条的") == "已补进W1。\n好，W1都记着，想补充随时说。问进度回“我的案子”。"


def test_after_two_days_a_stray_word_is_not_taken_for_the_case(sqlite_ctx: Context, clock: Clock) -> None:
    complain(sqlite_ctx, **FULL)
    clock.move(days=3)
    assert "已补进" not in say(sqlite_ctx, "微信")


@pytest.mark.parametrize(
    ("second", "name", "cases"),
    [
        ("李老板欠我2000工钱", "李老板", 2),
        ("另外王总也欠我2000", "王总", 1),
        ("那个王总欠我工钱", "王总", 1),
        ("宏远公司欠我工钱", "宏远公司", 1),
        ("另外还有个老板也欠我钱", None, 2),
    ],
)
def test_the_same_debtor_is_joined_another_is_a_second_case(
    sqlite_ctx: Context, second: str, name: str, cases: int
) -> None:
    complain(sqlite_ctx, "王老板欠我5000工钱", **{**FULL, "employer_name": "王老板"})
    reply = complain(sqlite_ctx, second, employer_name=name)
    assert (f"W{cases}" in reply, "W2" in reply) == (True, cases == 2)


def test_card_numbers_are_kept_nowhere_and_the_person_is_told_once(sqlite_ctx: Context) -> None:
    first = complain(sqlite_ctx, "欠我钱 身份证420111196801011234")
    second = answer(sqlite_ctx, "卡6222021234567890123 姓胡")
    assert ("以后别发给我" in first, "以后别发给我" in second) == (True, False)
    with sqlite_ctx.db.reading() as session:
        kept = " ".join(
            [row.text for row in session.query(Inbound)] + [row.detail for row in session.query(CaseEvent)]
        )
    assert "420111196801011234" not in kept and "6222021234567890123" not in kept and "[证件号已隐去]" in kept


@pytest.mark.parametrize(
    ("text", "fields", "words"),
    [
        ("老板跑路了 工资没发", {}, "人跑了要快"),
        ("不给工钱 没饭吃", {}, "12345"),
        ("欠我工钱 我今年17", {"age": 17}, "家里大人"),
        ("欠我们12个人工钱", {"people_owed": 12}, "推几个代表"),
        ("欠我工钱", {**FULL, "date_from": "2025-11-26", "date_to": "2025-11-27"}, "不到7天"),
    ],
)
def test_what_is_urgent_is_said_once_and_seen_by_staff(
    sqlite_ctx: Context, text: str, fields: dict, words: str
) -> None:
    assert words in complain(sqlite_ctx, text, **fields)
    assert words not in complain(sqlite_ctx, text, **fields)
    assert calls(sqlite_ctx) == [("wage_dispute", 1)] and case(sqlite_ctx).urgency == 1


def test_the_usual_case_is_less_urgent(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, **FULL)
    assert calls(sqlite_ctx) == [("wage_dispute", 2)] and case(sqlite_ctx).urgency == 2
