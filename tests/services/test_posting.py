"""Postings made by message, through the use cases that the actions call, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Dict, List

import pytest

from bot.core.segments import cost
from bot.services import open_question, post_job, reviewing
from bot.services.context import Context
from bot.store.help import Case, Escalation
from bot.store.people import Employer
from bot.store.reviews import PostingReview
from bot.store.work import Hire, Posting
from tests.services.test_reports import look
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, tomorrow, turn

THIRD = "+8613800000013"


def job(ctx: Context, **changes: Any) -> Dict[str, Any]:
    day = tomorrow(ctx).isoformat()
    facts = {
        "trade": "general_labor", "headcount": 5, "place": "420111", "place_name": "光谷", "date_from": day,
        "date_to": day, "time_of_day": "07:00", "wage_min": 300, "wage_max": 300, "wage_unit": "day",
    }  # fmt: skip
    return {name: value for name, value in {**facts, **changes}.items() if value is not None}


def say(ctx: Context, text: str, phone: str = BOSS, *jobs: Dict[str, Any], phones: List[str] = []) -> str:  # noqa: B006
    heard = {"told": list(jobs) or [{}], "phones": phones, "unclear": False}
    return turn(ctx, text, post_job.post_job, phone, task="post_job", jobs=heard)


def post(ctx: Context, text: str = "招5个小工 地址：光谷大道1号", phone: str = BOSS, **changes: Any) -> str:
    say(ctx, text, phone, job(ctx, **changes))
    return say(ctx, "1", phone)


def newest(ctx: Context) -> Posting:
    with ctx.db.reading() as session:
        return session.query(Posting).order_by(Posting.id.desc()).first()


def known(ctx: Context) -> int:
    """An employer with an imported posting of last week."""
    boss = employer(ctx)
    day = ctx.today() - timedelta(days=7)
    posting(ctx, boss, date_from=day, date_to=day, trade="cleaner")
    return boss


def test_a_known_employers_clean_posting_goes_live_at_once(ctx: Context) -> None:
    known(ctx)
    read_back = say(ctx, "招5个小工 找张工 地址：光谷大道1号", BOSS, job(ctx), phones=["+8613800009999"])
    assert read_back == (
        "请核对：明天11月25日7:00武汉洪山光谷，小工5人300元/天。集合光谷大道1号，找张工13800009999。"
        "对回1，不发回2，要改直接说。"
    )
    assert say(ctx, "1").startswith("已发布：明天光谷小工5人。")
    row = newest(ctx)
    assert (row.state, row.contact, row.contact_phone) == ("open", "张工", "+8613800009999")
    assert (row.place_code, row.place_name, row.address) == ("420111", "光谷", "光谷大道1号")
    assert (row.wage_min, row.wage_unit, row.headcount, row.start_time) == (30000, "day", 5, "07:00")
    with ctx.db.reading() as session:
        review = session.query(PostingReview).one()
        assert (review.decision, review.decided_by) == ("published", "rules")
        assert session.query(Escalation).count() == 0


def test_a_new_phone_becomes_an_employer_and_waits(ctx: Context) -> None:
    assert say(ctx, "招5个小工 地址：光谷大道1号", OTHER, job(ctx)).startswith("您怎么称呼")
    assert "找周老板13800000012" in say(ctx, "我姓周 周老板", OTHER)
    assert "第一次发" in say(ctx, "1", OTHER)
    assert newest(ctx).state == "waiting"
    with ctx.db.reading() as session:
        assert session.query(Employer).one().name == "周老板"
        assert [row.reason for row in session.query(Escalation)] == ["post_job"]
    assert reviewing.publish(ctx, newest(ctx).id, "站长")
    assert newest(ctx).state == "open"
    assert told(ctx, OTHER)[-1].startswith("【零工驿站】明天光谷小工已核实上线。")
    with ctx.db.reading() as session:
        assert [row.state for row in session.query(Escalation)] == ["done"]
    assert post(ctx, phone=OTHER, trade="cleaner").startswith("已发布")


def test_several_jobs_of_a_new_employer_all_wait(ctx: Context) -> None:
    jobs = [job(ctx, trade=trade) for trade in ("carpenter", "general_labor", "bricklayer")]
    say(ctx, "木工5 小工5 瓦工5 找周老板 地址：光谷大道1号", OTHER, *jobs)
    say(ctx, "1", OTHER)
    with ctx.db.reading() as session:
        assert [row.state for row in session.query(Posting)] == ["waiting"] * 3


def test_given_back_with_the_reason_once(ctx: Context) -> None:
    post(ctx, "招5个小工 找周老板 地址：光谷大道1号", OTHER)
    job_id = newest(ctx).id
    assert reviewing.give_back(ctx, job_id, "电话打不通", "站长")
    assert not reviewing.give_back(ctx, job_id, "再退", "站长")
    assert not reviewing.publish(ctx, job_id, "站长")
    assert newest(ctx).state == "returned"
    assert [text for text in told(ctx, OTHER) if "没有发布" in text] == [
        "【零工驿站】明天光谷小工没有发布：电话打不通。改好可重新发一遍；要问请回“人工”。"
    ]


def test_what_is_over_cannot_be_published(ctx: Context, clock: Clock) -> None:
    post(ctx, "招5个小工 找周老板 地址：光谷大道1号", OTHER)
    clock.move(days=3)
    assert [each.over for each in reviewing.held(ctx)] == [True]
    assert not reviewing.publish(ctx, newest(ctx).id, "站长")


def test_the_report_names_the_rule_and_the_law(ctx: Context) -> None:
    known(ctx)
    answer = post(ctx, "招5个小工 押金200 地址：光谷大道1号")
    assert answer == (
        "明天光谷小工5人先给工作人员看，还没上线。原因：不能向工人收押金和各种费用，请去掉。可改好重发，结果会告诉您。"
    )
    (held,) = reviewing.held(ctx)
    assert [(each["code"], each["severity"]) for each in held.findings if each["severity"] == "block"] == [
        ("fee", "block")
    ]
    assert held.findings[0]["basis"].startswith("劳动合同法第九条")
    assert "13800001001" not in (held.number, held.said)


def test_the_same_long_text_from_three_numbers_is_held(ctx: Context) -> None:
    text = "大型物流园长期招聘分拣员包吃住环境好宿舍有空调欢迎报名 地址：光谷大道1号 找王工"
    for phone in (OTHER, THIRD):
        post(ctx, text, phone)
    known(ctx)
    assert "要核实" in post(ctx, text)
    assert newest(ctx).state == "waiting"


def test_pay_far_above_what_others_give_is_held(ctx: Context) -> None:
    known(ctx)
    for number in range(5):
        posting(ctx, employer(ctx, f"+861380000200{number}", f"别家{number}"))
    assert "工钱比一般高很多" in post(ctx, wage_min=900, wage_max=900)


def test_an_employer_with_an_open_wage_case_is_held(ctx: Context) -> None:
    boss = known(ctx)
    old = posting(ctx, boss)
    worker = person(ctx)
    with ctx.db.writing() as session:
        hire = Hire(
            posting_id=old, worker_id=worker, code="A10", state="unpaid", offered_at=ctx.clock(),
            remind_at=ctx.clock(), expires_at=ctx.clock(), updated_at=ctx.clock(),
        )  # fmt: skip
        session.add(hire)
        session.flush()
        session.add(
            Case(
                person_id=worker,
                kind="wage_dispute",
                facts={},
                hire_id=hire.id,
                created_at=ctx.clock(),
                updated_at=ctx.clock(),
            )  # fmt: skip
        )
    assert "先和工作人员说清" in post(ctx)


@pytest.mark.parametrize(
    ("text", "facts", "answer"),
    [
        ("0元一天", {"wage_min": 0, "wage_max": 0}, "工钱不能是0"),
        ("招10000个小工", {"headcount": None}, "人数请说1到200"),
        ("深圳", {"place": "440300"}, "这里只发湖北的活"),
        ("昨天", {"date_from": None, "date_to": None}, "这个日子已经过去了"),
        ("明天27号", {}, "这两个日子对不上"),
    ],
)
def test_what_cannot_be_is_asked_back_and_never_stored(
    ctx: Context, text: str, facts: dict, answer: str
) -> None:
    known(ctx)
    assert say(ctx, f"{text} 地址：光谷大道1号", BOSS, job(ctx, **facts)).startswith(answer)
    say(ctx, "1")
    with ctx.db.reading() as session:
        assert session.query(Posting).count() == 1  # last week's


def test_changes_are_told_to_the_hired_and_reviewed(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    person(ctx)
    look(ctx, WORKER)
    turn(ctx, "1", open_question.choose, WORKER, task="choose", choice=[1])
    turn(ctx, "1", open_question.inform, BOSS, task="inform")
    day = (ctx.today() + timedelta(days=2)).isoformat()
    assert say(ctx, "改成后天", BOSS, {"date_from": day, "date_to": day}) == (
        "明天光谷小工改好了：日子后天11月26日，已告诉报名的1人。"
    )
    assert told(ctx, WORKER)[-1] == (
        "【零工驿站】您报的明天光谷小工有变：日子后天11月26日。去不了请回“去不了”。"
    )
    assert say(ctx, "改成0个人", BOSS, {}).startswith("人数请说1到200")
    lower = {"wage_min": 200, "wage_max": 200, "wage_unit": "day"}
    assert say(ctx, "工资改成200", BOSS, lower).startswith("有1人是按原来的价报名的。降成200元/天")
    assert newest(ctx).wage_max == 30000
    assert say(ctx, "1") == "后天光谷小工改好了：工钱200元/天，已告诉报名的1人。"
    assert newest(ctx).wage_max == 20000


def test_the_headcount_never_falls_below_the_hired(ctx: Context) -> None:
    posting(ctx, employer(ctx), seats_taken=2)
    assert say(ctx, "改成1个人", BOSS, {"headcount": 1}).startswith("已经定下2人")
    assert newest(ctx).headcount == 3


def test_usual_texts_cost_two_segments_at_most(ctx: Context) -> None:
    known(ctx)
    long = "招12个 找张师傅 包午饭 自带工具 有车接送 地址：东湖高新区光谷生物城高新大道666号国际企业中心三期2号门旁边的工地项目部"
    texts = [say(ctx, long, BOSS, job(ctx, place_name="光谷生物城", headcount=12)), say(ctx, "1")]
    texts += [say(ctx, "工资改成350", BOSS, {"wage_min": 350, "wage_max": 350}), *told(ctx, BOSS)]
    assert [text for text in texts if cost(text).segments > 2] == []
    assert newest(ctx).address.startswith("东湖高新区光谷生物城高新大道666号")


def test_a_change_that_cures_it_publishes_it(ctx: Context) -> None:
    known(ctx)
    for number in range(5):
        posting(ctx, employer(ctx, f"+861380000200{number}", f"别家{number}"))
    post(ctx, wage_min=900, wage_max=900)
    fair = {"wage_min": 300, "wage_max": 300, "wage_unit": "day"}
    assert say(ctx, "工资改成300", BOSS, fair).endswith(
        "已发布：明天光谷小工。有人报名马上短信问您，要改直接说，招满回“招满了”。"
    )
    assert newest(ctx).state == "open"
    assert reviewing.held(ctx) == []
    with ctx.db.reading() as session:
        assert [row.state for row in session.query(Escalation)] == ["done"]
