"""Trains the model, and tells whether the one there is still fits its data."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from bot.config import ROOT

MODEL_NAME = "linggong.tar.gz"
MODELS = ROOT / "bot" / "models"
_FINGERPRINT = "trained_on.json"
# All that the model is made of: data, rules, and the code that reads and weighs.
_SOURCES = (
    "config.yml",
    "domain.yml",
    "bot/data/nlu/*.yml",
    "bot/data/rules/*.yml",
    "bot/data/reference/*.csv",
    "bot/core/**/*.py",
    "bot/nlu/**/*.py",
)
_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    # Rasa's cache knows nothing of our readers' code: it would hand out results of yesterday's.
    "RASA_MAX_CACHE_SIZE": "0",
}


class TrainingFailed(Exception):
    """Rasa did not train; the text says why."""


def train(out_dir: Path = MODELS) -> Path:
    """Trains on all data under bot/data and returns the model's path. The old model stays until the new one is whole."""
    os.environ.update({name: os.environ.get(name, value) for name, value in _QUIET.items()})
    before = data_fingerprint()
    out_dir.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Rasa takes seconds to load: not for the question whether to train at all.
        from rasa.model_training import train as rasa_train  # noqa: PLC0415

        from bot.engine.logs import quiet_rasa  # noqa: PLC0415

        quiet_rasa()

        result = rasa_train(
            domain=str(ROOT / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "bot" / "data" / "nlu"), str(ROOT / "bot" / "data" / "rules")],
            output=str(out_dir),
            fixed_model_name=MODEL_NAME,
            force_training=True,
        )
    if result.code != 0 or not result.model:
        raise TrainingFailed(f"rasa train ended with code {result.code}")
    (out_dir / _FINGERPRINT).write_text(json.dumps({"fingerprint": before}), encoding="utf-8")
    return Path(result.model)


def needs_training(out_dir: Path = MODELS) -> bool:
    """True where there is no model, or it was trained on other data or by other code."""
    note = out_dir / _FINGERPRINT
    if not (out_dir / MODEL_NAME).exists() or not note.exists():
        return True
    try:
        return json.loads(note.read_text(encoding="utf-8")).get("fingerprint") != data_fingerprint()
    except (ValueError, AttributeError):
        return True


def data_fingerprint(root: Path = ROOT) -> str:
    """One hash over everything that the model is made of."""
    digest = hashlib.sha256()
    for path in _source_files(root):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _source_files(root: Path) -> Iterator[Path]:
    for pattern in _SOURCES:
        yield from sorted(root.glob(pattern))
