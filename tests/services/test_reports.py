"""Workers report a posting as false."""

from __future__ import annotations

from typing import List

from bot.services import find_work, open_question, reports, reviewing
from bot.services.context import Context
from bot.store.help import Escalation
from bot.store.reviews import PostingReport
from bot.store.work import Hire, Posting
from tests.support.clock import Clock
from tests.support.factories import BOSS, OTHER, WORKER, employer, person, posting, told, tomorrow, turn

THIRD = "+8613800000013"


def newest(ctx: Context) -> Posting:
    with ctx.db.reading() as session:
        return session.query(Posting).order_by(Posting.id.desc()).first()


def look(ctx: Context, phone: str) -> str:
    day = tomorrow(ctx).isoformat()
    wish = {"date_from": day, "date_to": day, "place": "420100", "trade": "general_labor"}
    return turn(ctx, "明天武汉小工", find_work.find_work, phone, task="find_work", **wish)


def codes(ctx: Context) -> List[str]:
    with ctx.db.reading() as session:
        return [row.code for row in session.query(Hire).order_by(Hire.id)]


def test_three_reports_of_three_people_stop_it(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    for phone in (WORKER, WORKER, OTHER):
        person(ctx, phone, "张三")
        look(ctx, phone)
        turn(ctx, "这个是骗子", reports.report, phone, task="report_posting")
    assert newest(ctx).state == "open"
    look(ctx, THIRD)
    turn(ctx, "这个是骗子", reports.report, THIRD, task="report_posting")
    assert newest(ctx).state == "suspended"
    assert told(ctx, BOSS)[-1].startswith("【零工驿站】明天光谷小工有几个人反映有问题，先停着")
    with ctx.db.reading() as session:
        assert session.query(PostingReport).count() == 3
    (held,) = reviewing.held(ctx)
    assert held.reports == ("这个是骗子",) * 3
    assert reviewing.publish(ctx, held.id, "站长")
    with ctx.db.reading() as session:
        assert {row.state for row in session.query(Escalation)} == {"done"}


def test_an_employer_cannot_report_himself(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    look(ctx, BOSS)
    turn(ctx, "这个是骗子", reports.report, BOSS, task="report_posting")
    with ctx.db.reading() as session:
        assert session.query(PostingReport).count() == 0


def test_who_is_hired_is_warned_and_who_waits_is_let_go(ctx: Context) -> None:
    posting(ctx, employer(ctx))
    for phone, name in ((WORKER, "张建国"), (OTHER, "李四喜")):
        person(ctx, phone, name)
        look(ctx, phone)
        turn(ctx, "1", open_question.choose, phone, task="choose", choice=[1])
    turn(ctx, f"{codes(ctx)[0]} 1", open_question.inform, BOSS, task="inform")
    for phone in (THIRD, "+8613800000014", "+8613800000015"):
        look(ctx, phone)
        turn(ctx, "骗子", reports.report, phone, task="report_posting")
    assert "没弄清先别去" in told(ctx, WORKER)[-1]
    assert told(ctx, OTHER)[-1].startswith("明天光谷小工在核查，先停了。")


def test_what_staff_have_cleared_takes_three_new_ones(ctx: Context, clock: Clock) -> None:
    posting(ctx, employer(ctx))
    for number in range(6):
        phone = f"+861380000300{number}"
        look(ctx, phone)
        turn(ctx, "骗子", reports.report, phone, task="report_posting")
        clock.move(minutes=1)
        if number == 2:
            assert reviewing.publish(ctx, newest(ctx).id, "站长")
            clock.move(minutes=1)
        if number == 4:
            assert newest(ctx).state == "open"
    assert newest(ctx).state == "suspended"
