"""Trains without Rasa's fingerprints, which took half of the time. Written against Rasa 3.6.21.

Before and after each component Rasa hashes all examples with all that has been read out of them, to find results in its
cache the next time. Nothing is kept there (bot/nlu/training.py), so nothing is ever looked up.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator

import rasa
from rasa.engine.graph import GraphNodeHook
from rasa.engine.training import graph_trainer

WRITTEN_AGAINST = "3.6.21"


class _NotHashed(GraphNodeHook):
    """Stands where Rasa's hook stands, and does nothing."""

    def __init__(self, **_: Any) -> None:
        pass

    def on_before_node(self, *_: Any, **__: Any) -> Dict[str, Any]:
        return {}

    def on_after_node(self, *_: Any, **__: Any) -> None:
        pass


@contextmanager
def without_fingerprints() -> Iterator[None]:
    """For a forced training only: until the end of the block. Another version of Rasa is left as it is, only slower."""
    if rasa.__version__ != WRITTEN_AGAINST:
        yield
        return
    usual = graph_trainer.TrainingHook
    graph_trainer.TrainingHook = _NotHashed  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        graph_trainer.TrainingHook = usual  # type: ignore[misc]
