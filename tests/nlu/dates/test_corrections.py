from __future__ import annotations

from typing import NamedTuple

import pytest

from bot.nlu.dates.corrections import spread, standing
from tests.nlu.dates.reading_dates import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("不是明天是后天", "2026-11-26", "2026-11-26"),
        ("是后天不是明天", "2026-11-26", "2026-11-26"),
        ("明天 不对 后天", "2026-11-26", "2026-11-26"),
        ("明天,打错了,是27号", "2026-11-27", "2026-11-27"),
        ("26号改成28号", "2026-11-28", "2026-11-28"),
        ("26号推迟到28号", "2026-11-28", "2026-11-28"),
        ("明天去不了了改后天", "2026-11-26", "2026-11-26"),
        ("明天没空 周六可以", "2026-11-28", "2026-11-28"),
        ("明天后天都不行 周六可以", "2026-11-28", "2026-11-28"),
        ("后天吧,明天没时间", "2026-11-26", "2026-11-26"),
        ("明天去不了了", "2026-11-25", "2026-11-25"),
        ("明天我来不了,改天吧", "2026-11-25", "2026-11-25"),
        ("是不是明天", "2026-11-25", "2026-11-25"),
        ("要不要明天去", "2026-11-25", "2026-11-25"),
        ("除了周三都行", None, None),
        ("周三周四休息 其他时间可以", None, None),
    ],
)
def test_the_corrected_day_wins(text: str, first: str | None, last: str | None) -> None:
    assert dates(text) == (first, last)


class _Word(NamedTuple):
    start: int
    end: int


def test_standing_keeps_what_no_word_takes_back() -> None:
    assert standing("甲和乙", [_Word(0, 1), _Word(2, 3)]) == [_Word(0, 1), _Word(2, 3)]
    assert standing("甲不行,乙", [_Word(0, 1), _Word(4, 5)]) == [_Word(4, 5)]
    assert standing("甲改乙", [_Word(0, 1), _Word(2, 3)]) == [_Word(2, 3)]


def test_what_is_said_of_a_list_holds_for_all_of_it() -> None:
    words = [_Word(0, 1), _Word(2, 3), _Word(5, 6)]
    assert spread("甲、乙说是丙", words, [False, True, False]) == [True, True, False]
    assert spread("甲、乙说是丙", words, [True, False, False], forward=True) == [True, True, False]
