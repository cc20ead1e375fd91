"""N-grams of the gist, of the plain text, and words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.text_features import TextFeatures
from tests.nlu.components.messages import message, workplace


def tokenised(*words: str) -> Message:
    made = message("".join(words))
    made.set("text_tokens", [Token(word, 0) for word in words])
    return made


@pytest.fixture
def features(tmp_path: Path) -> TextFeatures:
    """Trained on two messages and loaded again."""
    config = TextFeatures.get_default_config()
    data = TrainingData([tokenised("有", "活", "吗"), tokenised("要", "小工")])
    TextFeatures.create(config, **workplace(tmp_path)).train(data)
    return TextFeatures.load(config, **workplace(tmp_path))


def row(features: TextFeatures, made: Message) -> np.ndarray:
    features.process([made])
    return made.features[0].features.toarray()[0]


def test_the_same_text_gives_the_same_row_of_length_one_a_view(features: TextFeatures) -> None:
    first, again = row(features, tokenised("有", "活", "吗")), row(features, tokenised("有", "活", "吗"))
    assert np.array_equal(first, again)
    assert first @ first == pytest.approx(3)


def test_texts_with_nothing_in_common_are_orthogonal_but_for_their_ends(features: TextFeatures) -> None:
    known, other = row(features, tokenised("有", "活", "吗")), row(features, tokenised("要", "小工"))
    assert 0 < known @ other < 1


def test_unknown_words_leave_only_the_ends_of_the_text(features: TextFeatures) -> None:
    assert np.count_nonzero(row(features, tokenised("龘"))) == 4  # “^” and “$”, in gist and plain text


def test_an_empty_text_has_a_row_too(features: TextFeatures) -> None:
    assert np.isfinite(row(features, tokenised())).all()
