"""What staff see of those who wait: the words, masked numbers, the talk behind it."""

from __future__ import annotations

import pytest

from bot.console import words
from bot.core.address import WECHAT
from bot.services.context import Context
from bot.services.hand_off import URGENCY
from tests.console.conftest import Console
from tests.support.clock import Clock
from tests.support.factories import incoming
from tests.support.talk_rows import call_for_help

SCRIPT = "<script>alert('x')</script>"


def test_list_shows_reason_channel_time_and_masked_number(
    sqlite_ctx: Context, clock: Clock, console: Console
) -> None:
    call_for_help(sqlite_ctx, "injury", "摔下来了，打我13912345678", "+8613800000123")
    call_for_help(sqlite_ctx, "asked", "人工", "openid-abcd", WECHAT)
    clock.move(minutes=12)
    page = console.get("/attention").text
    assert "有人受伤" in page
    assert "短信 *******0123 · 12分钟前" in page
    assert "摔下来了，打我*******5678" in page
    assert "微信 *******abcd · 12分钟前" in page
    assert "13800000123" not in page
    assert "13912345678" not in page


def test_empty_list_says_so(console: Console) -> None:
    assert "现在没有要处理的事" in console.get("/attention").text


def test_details_show_the_last_twenty_messages(sqlite_ctx: Context, clock: Clock, console: Console) -> None:
    for n in range(22):
        incoming(sqlite_ctx, f"第{n:02d}句", "+8613800000001")
        clock.move(seconds=1)
    person_id = call_for_help(sqlite_ctx, "asked", "电话13912345678", "+8613800000001")
    page = console.get(f"/attention/{person_id}").text
    assert [f"第{n:02d}句" in page for n in (2, 3, 21)] == [False, True, True]
    assert "电话*******5678" in page
    assert "13912345678" not in page


def test_what_people_write_is_never_markup(sqlite_ctx: Context, console: Console) -> None:
    person_id = call_for_help(sqlite_ctx, "asked", SCRIPT, "+8613800000001")
    for path in ("/attention", f"/attention/{person_id}"):
        page = console.get(path).text
        assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page
        assert SCRIPT not in page


def test_nobody_is_looked_up_without_a_reason(sqlite_ctx: Context, console: Console) -> None:
    person_id = incoming(sqlite_ctx, "你好", "+8613800000001").person_id
    answers = [console.get(f"/attention/{each}") for each in (person_id, 999)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert "你好" not in answers[0].text


@pytest.mark.parametrize("code", sorted(URGENCY))
def test_every_reason_has_words(code: str) -> None:
    assert words.reason(code) != words.reason("?")
