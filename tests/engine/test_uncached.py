"""Rasa's hook is set aside for a training, and only for it."""

from __future__ import annotations

import pytest
import rasa
from rasa.engine.training import graph_trainer
from rasa.engine.training.hooks import TrainingHook

from bot.engine import uncached


def test_in_the_block_nothing_is_hashed() -> None:
    with uncached.without_fingerprints():
        hook = graph_trainer.TrainingHook(cache=None, model_storage=None, pruned_schema=None)
        # Rasa's own would fail at such arguments.
        assert hook.on_before_node("node", None, {}, {"training_data": object()}) == {}
        assert hook.on_after_node("node", None, {}, object(), {}) is None


def test_after_the_block_all_is_as_it_was() -> None:
    with pytest.raises(ValueError), uncached.without_fingerprints():
        raise ValueError
    assert graph_trainer.TrainingHook is TrainingHook


def test_another_version_of_rasa_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa, "__version__", "3.7.0")
    with uncached.without_fingerprints():
        assert graph_trainer.TrainingHook is TrainingHook
