"""One row at a time, each of its own."""

from __future__ import annotations

import numpy as np

from bot.nlu.components.rows import one_row


def test_a_row_holds_its_values_and_nothing_of_another() -> None:
    first = one_row(np.array([3, 1], dtype=np.int32), np.array([0.5, 2.0]), 4)
    second = one_row(np.array([], dtype=np.int32), np.array([]), 4)
    assert first.toarray().tolist() == [[0.0, 2.0, 0.0, 0.5]]
    assert second.toarray().tolist() == [[0.0, 0.0, 0.0, 0.0]]
    assert (first.shape, first.nnz, second.nnz) == ((1, 4), 2, 0)
