"""The words that the tokenizer must keep whole, from the reference tables."""

from __future__ import annotations

from typing import List

from bot.core.geo.names import PLAIN
from bot.core.places import Gazetteer
from bot.core.trades import TradeBook

_FREQUENCY = 2000  # as frequent as a common noun in jieba's own dictionary: enough not to be cut


def dictionary_lines(gazetteer: Gazetteer, trades: TradeBook) -> List[str]:
    """Lines of a jieba user dictionary (word, frequency, part of speech), sorted. Names that are ordinary words
    (解放, 广场) are left to jieba."""
    places = {words for words, name in gazetteer.names.items() if name.grade == PLAIN and _fits(words)}
    work = {word for word in trades.words if _fits(word)}
    lines = {word: f"{word} {_FREQUENCY} ns" for word in places}
    lines.update({word: f"{word} {_FREQUENCY} n" for word in work})
    return [lines[word] for word in sorted(lines)]


def _fits(word: str) -> bool:
    return len(word) > 1 and not word.isascii()
