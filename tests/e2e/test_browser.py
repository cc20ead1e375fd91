"""From a wish to a confirmed hire, in a real browser, through the whole service."""

# ruff: noqa: F811  (fixtures are imported, and named again by those who use them)
from __future__ import annotations

import csv
import os
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from bot.config import ROOT
from tests.e2e.pages import DESK, POCKET, Phones
from tests.e2e.service import Service

PICTURE = ROOT / "docs" / "images" / "simulator.png"
PHONE = re.compile(r"1380000\d{4}")
HOUR = re.compile(r"\d{1,2}月\d{1,2}日\d{1,2}:\d{2}")


def addresses() -> set[str]:
    """Where the sample's work is: told to hired workers only."""
    with (ROOT / "bot" / "data" / "sample" / "postings.csv").open(encoding="utf-8") as lines:
        return {row["address"] for row in csv.DictReader(lines)}


def keep_picture(phones: Phones) -> None:
    """The picture in the README is renewed on demand, so that a test run leaves the tree as it was."""
    if os.environ.get("UPDATE_IMAGES") or not PICTURE.exists():
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        phones.page.screenshot(path=PICTURE)


def test_from_a_wish_to_a_confirmed_hire(browser: Browser, service: Service, tmp_path: Path) -> None:
    phones = Phones(browser, service.console_url, DESK)
    phones.write("worker-a", "明天,工地,武汉")
    listed = phones.hears("worker-a", "1 明天")
    assert PHONE.findall(listed) == []
    assert [address for address in addresses() if address in listed] == []

    phones.write("worker-a", "1")
    phones.hears("worker-a", "姓名")
    phones.write("worker-a", "张建国")
    phones.hears("worker-a", "已替您问")
    phones.hears("employer", "张建国")

    phones.write("employer", "1")
    phones.hears("employer", "已定张建国13800000101")
    confirmed = phones.hears("worker-a", "定了")
    assert len([address for address in addresses() if address in confirmed]) == 1
    assert HOUR.search(confirmed)
    assert PHONE.search(confirmed)
    expect(phones.phone("worker-a").locator(".theirs .state").last).to_have_text("已送达")
    phones.page.screenshot(path=tmp_path / "desk.png")
    keep_picture(phones)
    assert phones.faults == []


def test_wechat_answers_in_the_page(browser: Browser, service: Service, tmp_path: Path) -> None:
    phones = Phones(browser, service.console_url, POCKET)
    phones.page.get_by_role("button", name="工友B").click()
    phones.write("worker-b", "明天,工地,武汉")
    phones.hears("worker-b", "1 明天")
    phones.page.screenshot(path=tmp_path / "pocket.png")
    assert phones.faults == []
