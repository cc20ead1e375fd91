"""The trained model, as `make test` leaves it; trained here where there is none."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bot.nlu import training
from bot.nlu.understand import Understander


@lru_cache(maxsize=1)
def trained_model() -> Path:
    model = training.MODELS / training.MODEL_NAME
    return model if model.exists() else training.train()


@lru_cache(maxsize=1)
def understander() -> Understander:
    """Loaded once a run: loading takes seconds."""
    return Understander(trained_model())
