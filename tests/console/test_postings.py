"""The page where staff look at postings that wait: what it shows, publishing, giving back."""

from __future__ import annotations

from bot.services import post_job
from bot.services.context import Context
from bot.store.work import Posting
from tests.console.conftest import Console
from tests.support.factories import OTHER, told, tomorrow, turn


def waiting(ctx: Context, text: str = "押金200 找周老板 打13912345678 地址：光谷大道1号") -> int:
    day = tomorrow(ctx).isoformat()
    job = {
        "trade": "general_labor", "headcount": 5, "place": "420111", "date_from": day, "date_to": day,
        "time_of_day": "07:00", "wage_min": 300, "wage_max": 300, "wage_unit": "day",
    }  # fmt: skip
    turn(ctx, text, post_job.post_job, OTHER, task="post_job", jobs={"told": [job], "phones": []})
    turn(ctx, "1", post_job.post_job, OTHER, task="post_job", jobs={"told": [{}], "phones": []})
    with ctx.db.reading() as session:
        return session.query(Posting).order_by(Posting.id.desc()).first().id


def state(ctx: Context, posting_id: int) -> str:
    with ctx.db.reading() as session:
        return session.get(Posting, posting_id).state


def test_the_list_shows_the_posting_the_findings_and_the_law(sqlite_ctx: Context, console: Console) -> None:
    waiting(sqlite_ctx)
    page = console.get("/postings").text
    assert "明天7:00 武汉洪山 小工 300元/天 缺5人" in page
    assert "像是向工人收钱" in page
    assert "劳动合同法第九条" in page
    assert "*******0012" in page
    assert "13800000012" not in page and "13912345678" not in page


def test_an_empty_list_says_so(console: Console) -> None:
    assert "现在没有等审核的招工" in console.get("/postings").text


def test_published_once_and_told(sqlite_ctx: Context, console: Console) -> None:
    job = waiting(sqlite_ctx)
    assert console.post(f"/postings/{job}/publish", {}).status_code == 200
    assert state(sqlite_ctx, job) == "open"
    assert "已核实上线" in told(sqlite_ctx, OTHER)[-1]
    again = console.post(f"/postings/{job}/publish", {})
    assert (again.status_code, "已经处理过" in again.json()["problem"]) == (409, True)
    assert sum("已核实上线" in text for text in told(sqlite_ctx, OTHER)) == 1


def test_giving_back_wants_a_reason(sqlite_ctx: Context, console: Console) -> None:
    job = waiting(sqlite_ctx)
    for body in ({}, {"reason": "  "}, {"reason": "长" * 61}, {"reason": 5}, []):
        assert console.post(f"/postings/{job}/return", body).status_code == 400
    assert state(sqlite_ctx, job) == "waiting"
    assert console.post(f"/postings/{job}/return", {"reason": "不能收押金"}).status_code == 200
    assert state(sqlite_ctx, job) == "returned"
    assert "不能收押金" in told(sqlite_ctx, OTHER)[-1]


def test_another_site_cannot_publish(sqlite_ctx: Context, console: Console) -> None:
    job = waiting(sqlite_ctx)
    answer = console.post(f"/postings/{job}/publish", {}, Origin="https://elsewhere.example")
    assert answer.status_code == 403
    assert state(sqlite_ctx, job) == "waiting"


def test_what_employers_write_is_never_markup(sqlite_ctx: Context, console: Console) -> None:
    waiting(sqlite_ctx, "<script>alert('x')</script> 找周老板 地址：光谷大道1号")
    page = console.get("/postings").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
