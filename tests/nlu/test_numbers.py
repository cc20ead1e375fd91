"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.nlu.numbers import NUMBER, read_number, read_range, unclaimed_figures
from tests.nlu.amounts import reading_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", "300"),
        ("1.5", "1.5"),
        ("12,000", "12000"),
        ("三百", "300"),
        ("三百二", "320"),
        ("三百五十", "350"),
        ("二百五", "250"),
        ("两百", "200"),
        ("一百一", "110"),
        ("一百一十五", "115"),
        ("一百十五", "115"),
        ("十五", "15"),
        ("二十", "20"),
        ("二十一", "21"),
        ("九", "9"),
        ("两", "2"),
        ("俩", "2"),
        ("〇", "0"),
        ("两千五", "2500"),
        ("一千零五十", "1050"),
        ("一千二百五", "1250"),
        ("一万六", "16000"),
        ("一万一", "11000"),
        ("一万二千", "12000"),
        ("三万零五百", "30500"),
        ("二十六万", "260000"),
        ("一百二十万", "1200000"),
        ("一点五万", "15000"),
        ("叁万贰仟元整", "32000"),
        ("1万2", "12000"),
        ("1万2千", "12000"),
        ("1万2500", "12500"),
        ("1.2万", "12000"),
        ("6万4", "64000"),
        ("6千", "6000"),
        ("6千五", "6500"),
        ("1千8", "1800"),
        ("5千5百", "5500"),
        ("2百5", "250"),
        ("5k", "5000"),
        ("3w", "30000"),
        ("1.5w", "15000"),
        ("两万多", "20000"),
        ("三千多块", "3000"),
        ("三百来块", "300"),
        ("十几", "10"),
        ("十来", "10"),
        ("十几万", "100000"),
        ("二十多万", "200000"),
        ("300块", "300"),
        ("3千块钱", "3000"),
        ("¥300", "300"),
        ("1块5", "1.5"),
        ("1块5毛", "1.5"),
        ("两块五", "2.5"),
        ("18块5", "18.5"),
        ("3毛", "0.3"),
        ("五毛", "0.5"),
        ("一毛五", "0.15"),
    ],
)
def test_one_number(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "百",
        "千",
        "万一",
        "百把块",
        "八九百",
        "一百五六",
        "几百",
        "一二三",
        "三百二一",
        "1.2.3",
        "abc",
        "十分",
    ],
)
def test_no_single_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("300", 300, 300),
        ("三百多", 300, 300),
        ("300-350", 300, 350),
        ("260到280", 260, 280),
        ("260~280", 260, 280),
        ("200——300", 200, 300),
        ("6000一8000", 6000, 8000),
        ("5到6千", 5000, 6000),
        ("5-6千", 5000, 6000),
        ("5千到6千", 5000, 6000),
        ("五千到六千", 5000, 6000),
        ("一万到一万二", 10000, 12000),
        ("8k-1w", 8000, 10000),
        ("八九百", 800, 900),
        ("两三百", 200, 300),
        ("三四十", 30, 40),
        ("十七八", 17, 18),
        ("一百五六", 150, 160),
        ("六七千", 6000, 7000),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    assert read_range(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["百把块", "几百到几千", "abc", ""])
def test_no_range(text: str) -> None:
    assert read_range(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("三百二一个工", ["三百二", "一"]),
        ("六千一个月", ["六千", "一"]),
        ("6千一个月", ["6千", "一"]),
        ("三百一天", ["三百", "一"]),
        ("一千一百一天", ["一千一百", "一"]),
        ("二百一一天", ["二百一", "一"]),
        ("二十一小时", ["二十", "一"]),
        ("四十一平方", ["四十", "一"]),
        ("二十一天", ["二十一"]),
        ("260到280一天", ["260", "280"]),
        ("1万2千5百", ["1万2千5百"]),
        ("300块5个人", ["300", "5"]),
        ("11.25号", ["11.25"]),
        ("百步亭有活", []),
        ("千万别来", []),
    ],
)
def test_number_spans(text: str, numbers: list[str]) -> None:
    assert [match[0] for match in NUMBER.finditer(text)] == numbers


def test_claimed_figures_are_blanked_and_claimed_words_stay() -> None:
    reading = reading_of("25号月底结,3楼一天300")
    reading.claim(0, 3, "date")
    reading.claim(3, 5, "date")
    reading.claim(7, 9, "mask")
    reading.claim(9, 11, "date")
    assert unclaimed_figures(reading) == "\u3000\u3000号月底结,\u3000\u3000一天300"
