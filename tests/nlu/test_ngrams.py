"""Weighted n-grams."""

from __future__ import annotations

import json

import numpy as np
import pytest

from bot.nlu.ngrams import NgramVectors, char_ngrams


@pytest.mark.parametrize(
    ("text", "longest", "grams"),
    [
        ("有活", 2, ["^", "有", "活", "$", "^有", "有活", "活$"]),
        ("", 1, ["^", "$"]),
    ],
)
def test_runs_of_characters(text: str, longest: int, grams: list[str]) -> None:
    assert char_ngrams(text, longest) == grams


def test_rare_ones_weigh_more_and_rows_have_length_one() -> None:
    vectors = NgramVectors.fit([["a", "b"], ["a", "c"], ["a", "d"]])
    columns, values = vectors.weigh(["a", "b"])
    by_column = dict(zip(columns.tolist(), values.tolist(), strict=True))
    assert by_column[1] > by_column[0]
    assert values @ values == pytest.approx(1)


def test_unknown_ones_are_left_out() -> None:
    columns, values = NgramVectors.fit([["a"]]).weigh(["x", "y"])
    assert (len(columns), len(values)) == (0, 0)


def test_saved_as_json_and_back_it_gives_the_same() -> None:
    vectors = NgramVectors.fit([["a", "b", "b"], ["a", "c"]])
    again = NgramVectors.from_dict(json.loads(json.dumps(vectors.to_dict())))
    assert len(again) == len(vectors) == 3
    for one, other in zip(vectors.weigh(["b", "b", "c"]), again.weigh(["b", "b", "c"]), strict=True):
        assert np.allclose(one, other, atol=1e-5)
