"""The words that the tokenizer keeps whole."""

from __future__ import annotations

import jieba
import pytest

from bot.core.places import Gazetteer
from bot.core.trades import TradeBook
from bot.nlu.dictionary import dictionary_lines


@pytest.fixture(scope="module")
def lines(places: Gazetteer, trades: TradeBook) -> list[str]:
    return dictionary_lines(places, trades)


def test_names_and_trades_are_lines_of_a_user_dictionary(lines: list[str]) -> None:
    assert "佛祖岭 2000 ns" in lines
    assert "钢筋工 2000 n" in lines
    assert lines == sorted(lines)
    assert all(len(line.split(" ")) == 3 for line in lines)


@pytest.mark.parametrize("word", ["公安", "解放", "广场", "厂", "wh", "cnc"])
def test_ordinary_words_and_latin_ones_are_left_out(lines: list[str], word: str) -> None:
    assert not any(line.startswith(word + " ") for line in lines)


def test_the_tokenizer_takes_them(lines: list[str], tmp_path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    tokenizer = jieba.Tokenizer()
    tokenizer.load_userdict(str(path))
    assert tokenizer.lcut("佛祖岭招钢筋工") == ["佛祖岭", "招", "钢筋工"]
