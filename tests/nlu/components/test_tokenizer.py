"""Words, whole where they are names of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.components.tokenizer import WordTokenizer
from tests.nlu.components.messages import examples, message, workplace


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> WordTokenizer:
    """Trained and loaded again, as the running bot has it."""
    place: Path = tmp_path_factory.mktemp("model")
    config = WordTokenizer.get_default_config()
    WordTokenizer.create(config, **workplace(place)).train(examples())
    return WordTokenizer.load(config, **workplace(place))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("明天武汉要小工", [("明天", 0), ("武汉", 2), ("要", 4), ("小工", 5)]),
        ("洪山区找保洁", [("洪山区", 0), ("找", 3), ("保洁", 4)]),
        ("", []),
    ],
)
def test_words_and_where_they_begin(
    tokenizer: WordTokenizer, text: str, tokens: list[tuple[str, int]]
) -> None:
    found = tokenizer.tokenize(message(text), "text")
    assert [(token.text, token.start) for token in found] == tokens


def test_words_cover_the_text(tokenizer: WordTokenizer) -> None:
    text = "老板说月底结,我在汉口北卸了17天货😂"
    assert "".join(token.text for token in tokenizer.tokenize(message(text), "text")) == text
