"""From a wish to a confirmed hire, on both databases, through the use cases that the actions call."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.hire import State
from bot.services import clockwork, find_work, my_jobs, open_question, take_name, withdraw
from bot.services.context import Context
from bot.store.work import Hire, HireEvent, Posting
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, tomorrow, turn


def look(ctx: Context, phone: str = WORKER, **fields) -> str:
    day = tomorrow(ctx).isoformat()
    wish = {"date_from": day, "date_to": day, "place": "420100", "trade": "construction", **fields}
    return turn(ctx, "明天，工地，武汉", find_work.find_work, phone, task="find_work", **wish)


def pick(ctx: Context, *numbers: int, phone: str = WORKER) -> str:
    return turn(ctx, "1", open_question.choose, phone, task="choose", choice=list(numbers))


def reply(ctx: Context, text: str, phone: str = BOSS) -> str:
    return turn(ctx, text, open_question.inform, phone, task="inform")


def hire(ctx: Context) -> Hire:
    with ctx.db.reading() as session:
        return session.query(Hire).order_by(Hire.id.desc()).first()


def seats(ctx: Context, posting_id: int) -> int:
    with ctx.db.reading() as session:
        return session.get(Posting, posting_id).seats_taken


def test_the_whole_thread(ctx: Context) -> None:
    job = posting(ctx, employer(ctx))
    assert look(ctx) == (
        "明天武汉工地有活：\n1 明天7:00 光谷 小工 300元/天日结 缺3人\n回数字报名，换一批回“换”"
    )
    assert "姓名" in pick(ctx, 1)
    assert turn(ctx, "张建国", take_name.take_name) == (
        "已替您问明天光谷小工的用工方，他一回话就告诉您。改主意了回“不去了”。"
    )
    code = hire(ctx).code
    assert told(ctx, BOSS) == [
        f"【零工驿站】张建国想做您明天光谷小工。要他回“{code} 1”，不要回“{code} 2”，11:10前有效。"
    ]
    assert reply(ctx, "1") == "已定张建国13800000011，明天11月25日7:00来做光谷小工。还缺2人。"
    assert told(ctx, WORKER)[-1] == (
        "定了！明天11月25日7:00到武汉洪山光谷大道1号工地2号门，找示例劳务队13800001001，小工300元/天日结。"
        "去不了请回“去不了”。"
    )
    assert seats(ctx, job) == 1
    assert hire(ctx).state == "confirmed"


def test_no_number_or_address_before_it_is_confirmed(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    said = [look(ctx), pick(ctx, 1), *told(ctx, BOSS)]
    for text in said:
        assert "13800" not in text and "光谷大道" not in text


def test_declined_worker_is_told_kindly_and_shown_others(ctx: Context) -> None:
    boss = employer(ctx)
    posting(ctx, boss)
    posting(ctx, boss, place_name="关山", wage_max=28000, wage_min=28000)
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    assert reply(ctx, "不要") == "好，不要张建国，已告诉他。"
    assert told(ctx, WORKER)[-1].startswith("明天光谷小工的用工方这次没选您。")
    assert hire(ctx).state == "declined"


def test_an_ambiguous_reply_is_asked_back_and_then_settled(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    person(ctx, OTHER, "李四")
    for phone in (WORKER, OTHER):
        look(ctx, phone)
        pick(ctx, 1, phone=phone)
    asked = reply(ctx, "行")
    assert asked.startswith("有2人等您回话：\n1 张建国 明天光谷小工\n2 李四 明天光谷小工\n")
    settled = reply(ctx, "2行，1不要")
    assert "不要张建国" in settled and "已定李四" in settled


def test_a_strangers_one_confirms_nothing(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    answer = turn(ctx, "1", open_question.choose, OTHER, task="choose", choice=[1])
    assert answer.startswith("现在没有可选的活")
    assert hire(ctx).state == "offered"


def test_another_employer_cannot_answer_by_code(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    employer(ctx, OTHER, "别家")
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    reply(ctx, f"{hire(ctx).code} 1", OTHER)
    assert hire(ctx).state == "offered"


def test_withdrawal_frees_the_seat_and_tells_the_employer(ctx: Context) -> None:
    job = posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    reply(ctx, "1")
    assert turn(ctx, "我去不了了", withdraw.cancel, task="cancel") == "已退明天光谷小工，也告诉用工方了。"
    assert told(ctx, BOSS)[-1] == "【零工驿站】张建国来不了明天光谷小工了，现在缺3人，有人报名马上问您。"
    assert seats(ctx, job) == 0
    assert hire(ctx).state == "withdrawn"


def test_which_one_to_withdraw_is_asked(ctx: Context) -> None:
    boss = employer(ctx)
    posting(ctx, boss)
    posting(ctx, boss, place_name="关山")
    person(ctx)
    look(ctx)
    pick(ctx, 1, 2)
    asked = turn(ctx, "不去了", withdraw.cancel, task="cancel")
    assert asked.split("\n")[0] == "您要退哪一个？"
    assert pick(ctx, 2) == "已退明天关山小工，也告诉用工方了。"


def test_the_last_seat_refuses_those_who_wait(ctx: Context) -> None:
    job = posting(ctx, employer(ctx), headcount=1)
    person(ctx)
    person(ctx, OTHER, "李四")
    for phone in (WORKER, OTHER):
        look(ctx, phone)
        pick(ctx, 1, phone=phone)
    with ctx.db.reading() as session:
        codes = [row.code for row in session.query(Hire).order_by(Hire.id)]
    assert reply(ctx, f"{codes[1]} 1").endswith("已招满。")
    assert told(ctx, WORKER)[-1].startswith("不好意思，明天光谷小工已招满。")
    assert seats(ctx, job) == 1


def test_no_answer_is_reminded_once_then_expires(ctx: Context, clock: Clock) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    clock.move(minutes=61)
    assert clockwork.tick(ctx) == 1
    assert clockwork.tick(ctx) == 0
    assert told(ctx, BOSS)[-1].startswith("【零工驿站】还在等您回话：张建国")
    clock.move(minutes=60)
    assert clockwork.tick(ctx) == 1
    assert hire(ctx).state == "expired"
    assert told(ctx, WORKER)[-1].startswith("明天光谷小工的用工方没回话，不等他了。")
    assert "已作废" in told(ctx, BOSS)[-1]
    assert reply(ctx, "1").startswith(("没听明白", "现在没有"))


def test_every_step_is_on_record(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    reply(ctx, "1")
    with ctx.db.reading() as session:
        events = [(e.event, e.state_after, e.actor) for e in session.query(HireEvent).order_by(HireEvent.id)]
    assert events == [("offer", "offered", "worker"), ("confirm", "confirmed", "employer")]


def test_my_jobs_for_both(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    assert turn(ctx, "我的活", my_jobs.my_jobs).startswith("您现在没有定下的活")
    look(ctx)
    pick(ctx, 1)
    assert turn(ctx, "我的活", my_jobs.my_jobs) == "明天光谷小工：等用工方回话"
    assert turn(ctx, "我的活", my_jobs.my_jobs, BOSS) == "明天光谷小工：已定0/3人，1人等您回话"
    reply(ctx, "1")
    assert turn(ctx, "我的活", my_jobs.my_jobs) == (
        "明天7:00 光谷大道1号工地2号门，找示例劳务队13800001001（已定）"
    )
    assert turn(ctx, "我的活", my_jobs.my_jobs, BOSS) == "明天光谷小工：已定1/3人：张建国13800000011"


@pytest.mark.parametrize(
    ("number", "answer"),
    [(9, "只有1到1号，请回其中的数字。"), (0, "只有1到1号，请回其中的数字。")],
)
def test_a_number_that_is_not_on_the_list(ctx: Context, number: int, answer: str) -> None:
    posting(ctx, employer(ctx))
    look(ctx)
    assert pick(ctx, number) == answer


def test_an_expired_list_is_shown_afresh(ctx: Context, clock: Clock) -> None:
    posting(ctx, employer(ctx), date_to=ctx.today() + timedelta(days=5))
    look(ctx)
    clock.move(hours=13)
    answer = pick(ctx, 1)
    assert answer.startswith("刚才那些时间太久了") and "\n1 明天" in answer
    assert hire(ctx) is None


def test_the_same_pick_twice_asks_the_employer_once(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    look(ctx)
    pick(ctx, 1)
    look(ctx)
    assert pick(ctx, 1).startswith("明天光谷小工已经替您报过了")
    assert len(told(ctx, BOSS)) == 1


def test_seats_full_between_list_and_pick(ctx: Context) -> None:
    job = posting(ctx, employer(ctx), headcount=1)
    person(ctx)
    look(ctx)
    with ctx.db.writing() as session:
        session.get(Posting, job).seats_taken = 1
    assert pick(ctx, 1).startswith("不巧，这个刚招满。")


def test_missing_things_are_asked_one_at_a_time_and_never_again(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    day = tomorrow(ctx).isoformat()
    assert turn(ctx, "找活", find_work.find_work, task="find_work").startswith("想在哪里干活")
    assert turn(ctx, "武汉", find_work.find_work, task="find_work", place="420100").startswith("哪天能上工")
    listed = turn(ctx, "明天", find_work.find_work, task="find_work", date_from=day, date_to=day)
    assert listed.startswith("明天武汉有活")


def test_whatever_is_an_answer(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    turn(ctx, "找活", find_work.find_work, task="find_work", place="420100")
    assert turn(ctx, "随便", open_question.inform, task="inform").startswith("最近武汉有活")


@pytest.mark.parametrize(
    ("changes", "head"),
    [
        ({"place_code": "420114", "place_name": "蔡甸"}, "明天武汉洪山暂时没有，附近有："),
        ({"date_from": 3, "date_to": 3}, "武汉洪山明天没有，晚几天有："),
        ({"trade": "waiter"}, "明天武汉洪山没有小工活，别的活有："),
    ],
)
def test_the_search_widens_and_says_so(ctx: Context, changes: dict, head: str) -> None:
    days = {k: ctx.today() + timedelta(days=v) for k, v in changes.items() if k.startswith("date")}
    posting(ctx, employer(ctx), **{**changes, **days})
    assert look(ctx, place="420111", trade="general_labor").split("\n")[0] == head


def test_more_and_better_paid(ctx: Context) -> None:
    boss = employer(ctx)
    for yuan in (200, 210, 220, 230, 260):
        posting(ctx, boss, wage_min=yuan * 100, wage_max=yuan * 100)
    first = look(ctx)
    assert "260元" in first and "200元" not in first
    more = turn(ctx, "还有吗", open_question.inform, task="inform")
    assert more.startswith("还有这些：") and "200元" in more and "260元" not in more
    none = turn(ctx, "还有吗", open_question.inform, task="inform")
    assert none.startswith("合适的都发给您了")
    best = turn(ctx, "工资高点的", open_question.inform, task="inform")
    assert best.split("\n")[1].startswith("1 明天7:00 光谷 小工 260元/天")


def test_age_limits_are_kept(ctx: Context) -> None:
    posting(ctx, employer(ctx), max_age=55)
    assert look(ctx, age=60).startswith("现在没有合适的活")


def test_usual_answers_cost_two_segments_at_most(ctx: Context) -> None:
    from bot.core.segments import cost

    boss = employer(ctx)
    for place in ("光谷生物城", "东湖高新左岭", "关山大道街道口"):
        posting(ctx, boss, place_name=place, wage_min=26000, wage_max=30000, headcount=12)
    person(ctx)
    texts = [look(ctx), pick(ctx, 1), reply(ctx, "1"), *told(ctx, BOSS), *told(ctx, WORKER)]
    assert [cost(text).segments for text in texts if cost(text).segments > 2] == []


def test_states_are_those_of_the_life_cycle() -> None:
    assert {state.value for state in State} == {
        "offered", "confirmed", "declined", "expired", "withdrawn",
        "arrived", "no_show", "finished", "paid", "unpaid",
    }  # fmt: skip
