"""Times and levels as staff read them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.console import words

NOW = datetime(2026, 11, 24, 1, 10, tzinfo=timezone.utc)  # 9:10 in Wuhan


@pytest.mark.parametrize(
    ("passed", "ago"),
    [
        (timedelta(seconds=-5), "刚刚"),
        (timedelta(seconds=59), "刚刚"),
        (timedelta(minutes=1), "1分钟前"),
        (timedelta(minutes=59), "59分钟前"),
        (timedelta(hours=1), "1小时前"),
        (timedelta(hours=23), "23小时前"),
        (timedelta(days=2, hours=5), "2天前"),
    ],
)
def test_ago(passed: timedelta, ago: str) -> None:
    assert words.ago(NOW - passed, NOW) == ago


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (datetime(2026, 11, 24, 0, 5, tzinfo=timezone.utc), "08:05"),
        (datetime(2026, 11, 23, 16, 0, tzinfo=timezone.utc), "00:00"),
        (datetime(2026, 11, 23, 15, 59, tzinfo=timezone.utc), "11月23日 23:59"),
    ],
)
def test_when(at: datetime, shown: str) -> None:
    assert words.when(at, NOW, ZoneInfo("Asia/Shanghai")) == shown


@pytest.mark.parametrize(
    ("level", "word"), [(0, "危急"), (1, "很急"), (2, "很急"), (4, "要紧"), (5, "一般"), (9, "一般")]
)
def test_urgency(level: int, word: str) -> None:
    assert words.urgency(level) == word


@pytest.mark.parametrize(
    ("e164", "shown"),
    [("+8613800000101", "138 0000 0101"), ("+862787654321", "2787654321"), ("+15005550006", "+15005550006")],
)
def test_numbers_can_be_read_aloud(e164: str, shown: str) -> None:
    assert words.spaced(e164) == shown


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [("text", " 好 ", "好"), ("image", "", "［图片］"), ("unknown", "", "［没有文字］")],
)
def test_messages_without_words(kind: str, text: str, shown: str) -> None:
    assert words.content(kind, text) == shown
