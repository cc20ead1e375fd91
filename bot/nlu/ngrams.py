"""Weighted n-grams of a text as a sparse vector: small, fast for one short text, and saved as plain numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np


def char_ngrams(text: str, longest: int) -> list[str]:
    """All runs of 1 to `longest` characters, with the text's beginning and end marked."""
    marked = f"^{text}$"
    return [marked[i : i + n] for n in range(1, longest + 1) for i in range(len(marked) - n + 1)]


class NgramVectors:
    """Sublinear tf-idf, rows of length 1. Built by `fit`, unchanged afterwards."""

    def __init__(self, columns: Mapping[str, int], weights: Sequence[float]) -> None:
        self._columns = dict(columns)
        self._weights = np.asarray(weights, dtype=np.float64)

    @classmethod
    def fit(cls, texts: Iterable[Sequence[str]]) -> NgramVectors:
        """Takes in which n-grams there are and how rare each is; a text is the list of its n-grams."""
        documents = [set(grams) for grams in texts]
        seen = Counter(gram for grams in documents for gram in grams)
        columns = {gram: column for column, gram in enumerate(sorted(seen))}
        weights = [math.log((1 + len(documents)) / (1 + seen[gram])) + 1 for gram in columns]
        return cls(columns, weights)

    def __len__(self) -> int:
        return len(self._columns)

    def weigh(self, grams: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """One text as its columns and their values; unknown n-grams are left out."""
        counts = Counter(column for gram in grams if (column := self._columns.get(gram)) is not None)
        columns = np.fromiter(counts.keys(), dtype=np.int32, count=len(counts))
        values = 1 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))
        values *= self._weights[columns]
        length = np.sqrt(values @ values)
        return columns, values / length if length else values

    def to_dict(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "grams": list(self._columns),
            "weights": [round(float(weight), 6) for weight in self._weights],
        }

    @classmethod
    def from_dict(cls, saved: Mapping[str, Any]) -> NgramVectors:
        return cls({gram: column for column, gram in enumerate(saved["grams"])}, saved["weights"])
