"""A WeChat user proves a phone number; what either said is then known to both."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from bot.core.address import SMS, WECHAT, Address
from bot.core.hire import State
from bot.services import binding, clockwork, find_work, push, small_talk
from bot.services.by_task import BY_TASK
from bot.services.context import Context
from bot.services.rerouting import use_case_for
from bot.store import hires
from bot.store.people import Employer, Person, by_phone, ensure_address
from bot.store.subscriptions import Push, Subscription
from tests.support.clock import Clock
from tests.support.factories import employer, posting, told, turn

PHONE, OPENID = "13800000011", "openid-1"


def _wechat(ctx: Context, text: str, **more: Any) -> str:
    def routed(talk: Any) -> None:
        use_case_for(talk, BY_TASK["other"])(talk)

    return turn(ctx, text, routed, phone=OPENID, channel=WECHAT, **more)


def _code(ctx: Context) -> str:
    return re.search(r"\d{6}", told(ctx, "+86" + PHONE)[-1]).group()


def _bind(ctx: Context) -> str:
    _wechat(ctx, f"绑定手机号 {PHONE}")
    return _wechat(ctx, _code(ctx))


def test_the_code_arrives_at_the_phone_and_binds(sqlite_ctx: Context) -> None:
    assert "*******0011" in _wechat(sqlite_ctx, f"绑定手机号{PHONE}")
    assert "验证码" in told(sqlite_ctx, "+86" + PHONE)[-1]
    assert "绑定好了" in _wechat(sqlite_ctx, f"验证码 {_code(sqlite_ctx)}")


def test_the_number_is_asked_for_where_it_is_missing(sqlite_ctx: Context) -> None:
    assert "11位" in _wechat(sqlite_ctx, "绑定手机号")
    assert "验证码已发到" in _wechat(sqlite_ctx, "138 0000 0011")


def test_what_was_said_by_sms_is_known_on_wechat(sqlite_ctx: Context) -> None:
    turn(sqlite_ctx, "我住洪山，会木工，55岁", small_talk.profile, phone="+86" + PHONE, task="profile",
         place="420111", trade="carpenter", age=55)  # fmt: skip
    _bind(sqlite_ctx)
    with sqlite_ctx.db.reading() as session:
        person = by_phone(session, "+86" + PHONE)
        assert (person.home_code, person.trade, person.age) == ("420111", "carpenter", 55)
        assert len([row for row in session.query(Person) if row.phone]) == 1
    posting(sqlite_ctx, employer(sqlite_ctx), trade="carpenter")
    answer = turn(sqlite_ctx, "明天", find_work.find_work, phone=OPENID, channel=WECHAT,
                  date_from="2026-11-25", date_to="2026-11-25")  # fmt: skip
    assert "光谷" in answer


def test_the_hires_of_both_are_one_persons(sqlite_ctx: Context) -> None:
    boss = employer(sqlite_ctx)
    first, second = posting(sqlite_ctx, boss), posting(sqlite_ctx, boss, place_name="街道口")
    with sqlite_ctx.db.writing() as session:
        now = sqlite_ctx.clock()
        sms = ensure_address(session, Address(SMS, "+86" + PHONE, ""), now).person_id
        wechat = ensure_address(session, Address(WECHAT, OPENID, ""), now).person_id
        for worker, job in ((sms, first), (wechat, first), (wechat, second)):
            hires.add(session, job, worker, now, now + timedelta(hours=1), now + timedelta(hours=2))
    _bind(sqlite_ctx)
    with sqlite_ctx.db.reading() as session:
        person = by_phone(session, "+86" + PHONE)
        on = hires.of_worker(session, person.id, [State.OFFERED])
        assert sorted(row.posting_id for row in on) == [first, second]


def test_an_employer_may_answer_by_wechat_then(sqlite_ctx: Context) -> None:
    employer(sqlite_ctx, phone="+86" + PHONE)
    _bind(sqlite_ctx)
    with sqlite_ctx.db.reading() as session:
        person = by_phone(session, "+86" + PHONE)
        assert session.query(Employer).filter_by(person_id=person.id).count() == 1


def test_a_wrong_code_binds_nothing_and_five_are_the_end(sqlite_ctx: Context) -> None:
    _wechat(sqlite_ctx, f"绑定手机号{PHONE}")
    right = _code(sqlite_ctx)
    wrong = "000000" if right != "000000" else "111111"
    answers = [_wechat(sqlite_ctx, wrong) for _ in range(6)]
    assert "不对" in answers[0] and "重新" in answers[5]
    assert "绑定好了" not in _wechat(sqlite_ctx, right)


def test_a_late_code_binds_nothing(sqlite_ctx: Context, clock: Clock) -> None:
    _wechat(sqlite_ctx, f"绑定手机号{PHONE}")
    clock.move(minutes=11)
    assert "过时" in _wechat(sqlite_ctx, _code(sqlite_ctx))


def test_somebody_elses_code_binds_nothing(sqlite_ctx: Context) -> None:
    _wechat(sqlite_ctx, f"绑定手机号{PHONE}")
    code = _code(sqlite_ctx)
    answer = turn(sqlite_ctx, code, lambda talk: use_case_for(talk, BY_TASK["other"])(talk),
                  phone="openid-2", channel=WECHAT)  # fmt: skip
    assert "绑定好了" not in answer


def test_a_number_is_not_flooded_with_codes(sqlite_ctx: Context) -> None:
    answers = [_wechat(sqlite_ctx, f"绑定手机号{PHONE}") for _ in range(6)]
    assert "太多" in answers[5]
    assert len(told(sqlite_ctx, "+86" + PHONE)) == 5


def test_by_sms_there_is_nothing_to_bind(sqlite_ctx: Context) -> None:
    assert "不用绑定" in turn(sqlite_ctx, "绑定手机号", binding.bind)


@pytest.mark.parametrize(
    "text",
    ["请绑定您的银行卡领取补贴点击下面的链接马上到账不要错过这次机会哦亲爱的用户您好", "我的手机绑在车上"],
)
def test_other_talk_of_binding_is_none(text: str, sqlite_ctx: Context) -> None:
    assert "11位" not in _wechat(sqlite_ctx, text)


def test_both_wanted_new_work_told_and_were_told_the_same(sqlite_ctx: Context, clock: Clock) -> None:
    for phone, channel in (("+86" + PHONE, SMS), (OPENID, WECHAT)):
        turn(sqlite_ctx, "有活就发给我", push.subscribe, phone=phone, channel=channel, task="subscribe")
    clock.move(minutes=1)
    posting(sqlite_ctx, employer(sqlite_ctx))
    clockwork.tick(sqlite_ctx)
    assert "绑定好了" in _bind(sqlite_ctx)
    with sqlite_ctx.db.reading() as session:
        person = by_phone(session, "+86" + PHONE)
        assert [row.person_id for row in session.query(Subscription)] == [person.id]
        assert [row.person_id for row in session.query(Push)] == [person.id]
        assert person.push is True
