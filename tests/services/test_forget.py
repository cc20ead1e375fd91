"""After “确认删除” no table holds the number or the name; what must stay is said."""

from __future__ import annotations

import json
from typing import Any, List

import pytest
from sqlalchemy import select

from bot.actions.base import UseCase
from bot.services import binding, cases, clockwork, small_talk
from bot.services.by_task import BY_TASK
from bot.services.context import Context
from bot.services.rerouting import use_case_for
from bot.store.base import Base
from bot.store.people import Person, by_phone
from tests.services.test_hiring import hire, look, pick, reply, seats
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, turn

NAME, DIGITS = "张建国", WORKER.replace("+86", "")


def _everything(ctx: Context) -> str:
    """Every value of every row, as text."""
    found: List[Any] = []
    with ctx.db.reading() as session:
        for table in Base.metadata.sorted_tables:
            found += [list(row) for row in session.execute(select(table))]
    return json.dumps(found, ensure_ascii=False, default=str)


def _say(ctx: Context, text: str, task: str, phone: str = WORKER) -> str:
    def routed(talk: Any) -> None:
        use_case_for(talk, BY_TASK[task])(talk)

    return turn(ctx, text, routed, phone, task=task)


def _hired(ctx: Context) -> int:
    job = posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    reply(ctx, "1")
    return job


def _delete(ctx: Context, clock: Clock) -> None:
    assert "确认删除" in _say(ctx, "删除我的信息", "delete_my_data")
    assert "全删" in _say(ctx, "确认删除", "delete_my_data")
    clock.move(minutes=11)
    clockwork.tick(ctx)


def test_nothing_holds_the_number_or_the_name(ctx: Context, clock: Clock) -> None:
    _hired(ctx)
    turn(ctx, f"我叫{NAME}，电话{DIGITS}，住洪山", small_talk.profile, task="profile", place="420111")
    turn(ctx, f"绑定手机号{DIGITS}", binding.bind, phone="openid-9", channel="wechat")
    before = _everything(ctx)
    assert NAME in before and DIGITS in before
    _delete(ctx, clock)
    after = _everything(ctx)
    assert NAME not in after and DIGITS not in after
    assert "13800001001" in after  # the employer's is somebody else's


def test_the_last_answer_still_finds_its_way(ctx: Context, clock: Clock) -> None:
    person(ctx)
    _say(ctx, "删除我的信息", "delete_my_data")
    _say(ctx, "确认删除", "delete_my_data")
    clockwork.tick(ctx)
    assert "全删" in told(ctx, WORKER)[-1]


def test_work_ahead_is_given_back(ctx: Context, clock: Clock) -> None:
    job = _hired(ctx)
    assert seats(ctx, job) == 1
    _delete(ctx, clock)
    assert (seats(ctx, job), hire(ctx).state) == (0, "withdrawn")
    assert any("来不了" in text for text in told(ctx, BOSS))


def test_the_number_may_begin_anew(ctx: Context, clock: Clock) -> None:
    person(ctx)
    _delete(ctx, clock)
    _say(ctx, "你好", "greet")
    with ctx.db.reading() as session:
        assert by_phone(session, WORKER).name is None
        assert session.query(Person).count() == 2


def test_nobody_else_is_touched(ctx: Context, clock: Clock) -> None:
    person(ctx)
    person(ctx, OTHER, "李大山")
    _delete(ctx, clock)
    with ctx.db.reading() as session:
        assert by_phone(session, OTHER).name == "李大山"


@pytest.mark.parametrize("text, task", [("算了", "deny"), ("先不删", "other"), ("2", "choose")])
def test_anything_but_yes_keeps(text: str, task: str, ctx: Context, clock: Clock) -> None:
    person(ctx)
    _say(ctx, "删除我的信息", "delete_my_data")
    _say(ctx, text, task)
    clock.move(minutes=11)
    clockwork.tick(ctx)
    with ctx.db.reading() as session:
        assert by_phone(session, WORKER).name == NAME


def test_an_open_case_stays_and_that_is_said(ctx: Context, clock: Clock) -> None:
    person(ctx)
    unpaid: UseCase = cases.open_wage_case
    turn(ctx, "老板欠我八千工钱", unpaid, task="wage_dispute", amount_owed=8000)
    assert "W1" in _say(ctx, "删除我的信息", "delete_my_data")
    assert "全删" not in _say(ctx, "确认删除", "delete_my_data")


def test_what_is_kept_is_said(ctx: Context) -> None:
    person(ctx)
    answer = _say(ctx, "你们留了我哪些信息", "delete_my_data")
    assert NAME in answer and "报名0次" in answer
