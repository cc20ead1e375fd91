"""The simulator page by itself, in a real browser: only the console runs, the bot is a fake that takes everything."""

# ruff: noqa: F811  (fixtures are imported, and named again by those who use them)
from __future__ import annotations

from typing import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.core.address import SMS, WECHAT, Address
from bot.services import outbox
from bot.services.context import Context
from bot.store.messages import DELIVERED
from tests.console.conftest import Console, FakeBot, bot, console, settings  # noqa: F401  (fixtures)
from tests.e2e.pages import DESK, PATIENCE, POCKET, Phones
from tests.support.factories import incoming
from tests.support.talk_rows import sample_employer, sent_to

WORKER = Address(SMS, "+8613800000101")
FIRST, SECOND = Address(SMS, "+8613800001001"), Address(SMS, "+8613800001002")
Open = Callable[[dict], Phones]


@pytest.fixture
def open_page(sqlite_ctx: Context, console: Console, browser: Browser) -> Iterator[Open]:
    """Opens the page in a size; its scripts must not fail."""
    sample_employer(sqlite_ctx, "甲队", FIRST.value)
    sample_employer(sqlite_ctx, "乙队", SECOND.value)
    opened: list[Phones] = []

    def open_in(size: dict) -> Phones:
        opened.append(Phones(browser, console.url, size))
        return opened[-1]

    yield open_in
    for phones in opened:
        assert phones.faults == []
        phones.page.context.close()


def inside(phones: Phones, selector: str) -> bool:
    """True where it is wholly visible without scrolling."""
    box, size = phones.page.locator(selector).bounding_box(), phones.page.viewport_size
    assert box and size
    fits_across = box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    return fits_across and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def scrolls_sideways(phones: Phones) -> bool:
    return phones.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("size", [DESK, {"width": 1280, "height": 720}, {"width": 1024, "height": 768}])
def test_all_phones_at_once_on_a_desk(open_page: Open, size: dict) -> None:
    phones = open_page(size)
    names = ("worker-a", "worker-b", "employer")
    assert [inside(phones, f"#{name} .send") for name in names] == [True, True, True]
    assert not scrolls_sideways(phones)


@pytest.mark.parametrize("size", [POCKET, {"width": 320, "height": 568}])
def test_one_phone_at_a_time_in_a_pocket(open_page: Open, size: dict) -> None:
    phones = open_page(size)
    for tab, name in (("用工方", "employer"), ("工友B", "worker-b"), ("工友A", "worker-a")):
        phones.page.get_by_role("button", name=tab).click()
        assert phones.page.locator(".phone:visible").evaluate_all("all => all.map(each => each.id)") == [name]
        assert inside(phones, f"#{name} .write")
        assert not scrolls_sideways(phones)


def test_what_is_written_goes_to_the_bot_and_shows(
    sqlite_ctx: Context, bot: FakeBot, open_page: Open
) -> None:
    phones = open_page(DESK)
    worker = phones.phone("worker-a")
    with phones.page.expect_response("**/simulator/send"):
        phones.write("worker-a", "明天，工地")
    expect(worker.locator(".pending .bubble")).to_have_text("明天，工地")
    incoming(sqlite_ctx, "明天，工地", WORKER.value)
    expect(worker.locator(".mine .size")).to_have_text("1条 · 5字")
    expect(worker.locator(".mine")).to_have_count(1)
    expect(worker.locator(".typing")).to_be_visible()
    assert [call.path for call in bot.calls] == ["/webhooks/sms/webhook"]


def test_a_chip_is_sent_at_once(bot: FakeBot, open_page: Open) -> None:
    phones = open_page(DESK)
    with phones.page.expect_response("**/simulator/send"):
        phones.phone("worker-b").get_by_role("button", name="换一个").click()
    expect(phones.phone("worker-b").locator(".pending .bubble")).to_have_text("换一个")
    assert ["换一个" in call.body.decode() for call in bot.calls] == [True]


def test_delivery_changes_under_the_message(sqlite_ctx: Context, open_page: Open) -> None:
    row = sent_to(sqlite_ctx, WORKER, "有活")
    state = open_page(DESK).phone("worker-a").locator(".theirs .state")
    expect(state).to_have_text("排队中")
    outbox.sent(sqlite_ctx, row, "sim-1", "simulator", DELIVERED)
    expect(state).to_have_text("已送达")


def test_a_refused_message_stays_to_be_sent_again(bot: FakeBot, open_page: Open) -> None:
    bot.status = 500
    phones = open_page(DESK)
    phones.write("worker-a", "人工")
    worker = phones.phone("worker-a")
    expect(worker.locator(".trouble")).to_have_text(
        "机器人出错了（500），这条消息可能没有处理。请稍后再发一次"
    )
    expect(worker.locator(".text")).to_have_value("人工")
    expect(worker.locator(".mine")).to_have_count(0)


def test_employer_who_is_asked_is_put_on_the_screen(sqlite_ctx: Context, open_page: Open) -> None:
    phones = open_page(DESK)
    expect(phones.phone("employer").locator(".empty")).to_be_visible()
    sent_to(sqlite_ctx, SECOND, "张建国想来")
    phones.hears("employer", "张建国想来")
    sent_to(sqlite_ctx, FIRST, "李大海想来")
    phones.hears("employer", "李大海想来")


def test_employer_is_not_taken_from_under_the_hand(sqlite_ctx: Context, open_page: Open) -> None:
    sent_to(sqlite_ctx, FIRST, "张建国想来")
    phones = open_page(DESK)
    employer = phones.phone("employer")
    phones.hears("employer", "张建国想来")
    employer.locator(".text").fill("可以")
    sent_to(sqlite_ctx, SECOND, "李大海想来")
    expect(employer.locator(".others button")).to_have_text("乙队")
    phones.hears("employer", "张建国想来")
    employer.locator(".others button").click()
    phones.hears("employer", "李大海想来")
    expect(employer.locator(".others")).to_be_hidden()


def test_a_dot_tells_of_news_on_another_phone(sqlite_ctx: Context, open_page: Open) -> None:
    phones = open_page(POCKET)
    tab = phones.page.get_by_role("button", name="用工方")
    sent_to(sqlite_ctx, FIRST, "张建国想来")
    expect(tab).to_have_class("tab news", timeout=PATIENCE)
    tab.click()
    expect(tab).to_have_class("tab")
    phones.hears("employer", "张建国想来")


def test_a_phone_can_change_hands(sqlite_ctx: Context, open_page: Open) -> None:
    sent_to(sqlite_ctx, Address(WECHAT, "sim-worker-a"), "微信来的")
    sent_to(sqlite_ctx, WORKER, "短信来的")
    phones = open_page(DESK)
    worker = phones.phone("worker-a")
    phones.hears("worker-a", "短信来的")
    worker.locator(".channel").select_option("wechat")
    phones.hears("worker-a", "微信来的")
    worker.locator(".number:visible").select_option("new")
    expect(worker.locator(".empty")).to_be_visible()


def test_what_people_write_never_runs(sqlite_ctx: Context, open_page: Open) -> None:
    text = "<img src=x onerror=\"document.title='x'\"><script>document.title='x'</script>"
    sent_to(sqlite_ctx, WORKER, text)
    phones = open_page(DESK)
    assert phones.hears("worker-a", "<script>") == text
    assert phones.page.title() == "模拟手机 · 零工驿站"


def test_a_console_that_is_away_is_told(open_page: Open) -> None:
    phones = open_page(DESK)
    phones.page.context.set_offline(True)
    expect(phones.page.locator("#offline")).to_be_visible()
    phones.page.context.set_offline(False)
    expect(phones.page.locator("#offline")).to_be_hidden()
