from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.dates import read_dates
from bot.nlu.reading import Reading
from tests.nlu.dates.reading_dates import claims, read

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("明早7点来2人", [("明", "date"), ("早", "time"), ("早7点", "time")]),
        ("26-28号要4人", [("26", "date"), ("28号", "date")]),
        ("后天起干5天 300一天", [("后天", "date"), ("起干5天", "date")]),
        ("11月28号(周六) 3人", [("11月28号(周六)", "date")]),
        ("不是明天是后天", [("后天", "date")]),
        ("26号改28号", [("26号", "no_date"), ("28号", "date")]),
        ("300一天包吃住", []),
    ],
)
def test_claims(text: str, claimed: list[tuple[str, str]]) -> None:
    assert claims(text) == claimed


def test_what_is_claimed_before_is_not_read() -> None:
    reading = Reading("电话11.26.27 明天", NOW)
    reading.claim(2, 10, "mask")
    read_dates(reading)
    assert reading.fields == {"date_from": "2026-11-25", "date_to": "2026-11-25"}


@pytest.mark.parametrize("text", ["", " ", "你好", "😀", "\u3000", "号" * 50, "26号" * 700, "周一到" * 900])
def test_any_text_is_read_without_failing(text: str) -> None:
    fields = read(text).fields
    assert set(fields) <= {"date_from", "date_to", "time_of_day"}


PIECES = st.sampled_from(
    "今明后昨前天日号月周星期礼拜年初底中旬到至-~、,.。/:点半早晚上下午起开始干不是改对的0123456789一二三四五六七八九十两廿正腊冬国庆过春节个了没给钱工资 "
)


@settings(max_examples=400, deadline=None)
@given(st.text(PIECES, max_size=24), st.datetimes(datetime(2025, 1, 1), datetime(2035, 12, 31)))
def test_dates_are_in_order_and_claims_inside_the_text(text: str, now: datetime) -> None:
    reading = read(text, now.isoformat())
    first, last = reading.fields.get("date_from"), reading.fields.get("date_to")
    assert not (first and last) or first <= last
    assert all(0 <= span.start < span.end <= len(reading.text) for span in reading.spans)
