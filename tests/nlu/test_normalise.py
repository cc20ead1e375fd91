from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("   \n\t ", ""),
        ("明天有活吗", "明天有活吗"),
        ("後天幹活,臺北麵館", "后天干活,台北面馆"),
        ("１２３，ＡＢＣ！", "123,abc!"),
        ("WH GD", "wh gd"),
        ("①②", "12"),
        ("1️⃣", "1"),
        ("⽉底", "月底"),
        ("8：00——19：00", "8:00-19:00"),
        ("8–17点", "8-17点"),
        ("26～28号", "26~28号"),
        ("26〜28号", "26~28号"),
        ("18一50岁", "18-50岁"),
        ("300一天", "300一天"),
        ("一一", "一一"),
        ("好的~~~", "好的~"),
        ("明天\n工地\r\n2人", "明天 工地 2人"),
        ("明\u200b天\ufeff", "明天"),
        ("a\x00b\x07c", "abc"),
        ("\u202e明天", "明天"),
        ("小工😀👍", "小工😀👍"),
        ("\ud83d\ude00", "😀"),
        ("明天\ud800", "明天"),
        ("\ude00\ud83d", ""),
        ("全\u3000角", "全 角"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_a_long_text_keeps_its_length() -> None:
    assert normalise("國" * 5000) == "国" * 5000


def test_threads_agree() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(normalise, ["幹活後天"] * 64)) == {"干活后天"}


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_out_clean(text: str) -> None:
    found = normalise(text)
    assert found == found.strip()
    assert "  " not in found and "\x00" not in found
    found.encode("utf-8")
