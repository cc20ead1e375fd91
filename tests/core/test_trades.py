"""The trades over the real reference tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.core.trades import TradeBook

REFERENCE = Path(__file__).parents[2] / "bot" / "data" / "reference"


@pytest.mark.parametrize(
    ("code", "short", "sector"),
    [
        ("general_labor", "小工", "construction"),
        ("rebar", "钢筋工", "construction"),
        ("excavator", "挖机司机", "construction"),
        ("construction", "工地", "construction"),
        ("cleaner", "保洁", "service"),
        ("rider", "外卖骑手", "logistics"),
        ("picker", "采摘工", "agriculture"),
        ("spaceman", "spaceman", None),
    ],
)
def test_short_names_and_sectors(trades: TradeBook, code: str, short: str, sector: str | None) -> None:
    assert trades.short_name(code) == short
    assert trades.sector_of(code) == sector


def test_full_names(trades: TradeBook) -> None:
    assert trades.name_of("general_labor") == "小工/杂工/力工"
    assert trades.name_of("spaceman") == "spaceman"


def test_every_trade_has_a_short_name_of_a_few_characters_and_words(trades: TradeBook) -> None:
    assert len(trades.codes()) == 46
    assert all(2 <= len(trades.short_name(code)) <= 6 for code in trades.codes())
    assert {entry.code for entry in trades.words.values()} == set(trades.codes())
    assert [code for code in trades.codes() if trades.is_sector(code)] == [
        "construction", "logistics", "factory", "service", "agriculture",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("general_labor", "general_labor"),
        ("小工", "general_labor"),
        ("小工/杂工/力工", "general_labor"),
        ("杂工", "general_labor"),
        (" 保洁 ", "cleaner"),
        ("保洁员", "cleaner"),
        ("月嫂", "nanny"),
        ("刚筋工", "rebar"),
        ("摘橘子", "picker"),
        ("CNC", "machinist"),
        ("工地(不限工种)", "construction"),
        ("航天员", None),
        ("", None),
    ],
)
def test_trades_in_an_imported_table(trades: TradeBook, words: str, code: str | None) -> None:
    assert trades.resolve(words) == code


@pytest.mark.parametrize(
    ("a", "b", "nearness"),
    [
        ("rebar", "rebar", 3),
        ("general_labor", "loader", 2),
        ("loader", "general_labor", 2),
        ("rider", "courier", 2),
        ("kitchen", "cook", 2),
        ("electrician", "repair", 2),
        ("rebar", "painter", 1),
        ("construction", "painter", 1),
        ("rebar", "cook", 0),
        ("rebar", "spaceman", 0),
        ("moonman", "spaceman", 0),
    ],
)
def test_how_near_two_trades_are(trades: TradeBook, a: str, b: str, nearness: int) -> None:
    assert trades.nearness(a, b) == nearness


def test_no_word_stands_for_two_trades_and_kin_are_known(trades: TradeBook) -> None:
    with (REFERENCE / "trade_words.csv").open(encoding="utf-8") as file:
        words = [row["word"] for row in csv.DictReader(file)]
    assert len(words) > 500
    assert len(words) == len(set(words))
    with (REFERENCE / "trade_kin.csv").open(encoding="utf-8") as file:
        kin = [code for row in csv.DictReader(file) for code in (row["a"], row["b"])]
    assert [code for code in kin if not trades.knows(code)] == []
