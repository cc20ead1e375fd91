"""Batches of like length, and nothing lost."""

from __future__ import annotations

import numpy as np
from rasa.utils.tensorflow.data_generator import RasaBatchDataGenerator

from bench.by_length import batched, sorted_batches


def test_each_batch_is_of_like_length_and_the_rest_comes_last() -> None:
    lengths = np.array([9, 1, 5, 1, 9, 5, 7])
    order = batched(lengths, 2)
    assert sorted(order.tolist()) == list(range(7))
    assert sorted(lengths[order[:6]].reshape(-1, 2).tolist()) == [[1, 1], [5, 5], [9, 9]]
    assert order[6] == 6


def test_fewer_than_a_batch() -> None:
    assert batched(np.array([3, 1]), 64).tolist() == [0, 1]


def test_only_in_the_block() -> None:
    usual = RasaBatchDataGenerator._shuffle_and_balance
    with sorted_batches():
        assert RasaBatchDataGenerator._shuffle_and_balance is not usual
    assert RasaBatchDataGenerator._shuffle_and_balance is usual
