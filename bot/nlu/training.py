"""Trains the model, and tells whether the one there is still fits its data."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.config import ROOT
from bot.engine.model_file import MODEL_NAME, MODELS, is_whole

_NOTE = "trained_on.json"
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
    """Trains on all data under bot/data and returns the model's path.

    A model that is there stays in use until the new one is whole; a training that fails or is killed changes nothing.
    """
    os.environ.update({name: os.environ.get(name, value) for name, value in _QUIET.items()})
    before = data_fingerprint()
    out_dir.mkdir(parents=True, exist_ok=True)
    # Inside `out_dir`, so that the move stays on one disk; in a folder, where nobody looks for models.
    with TemporaryDirectory(dir=out_dir, prefix=".training-") as folder:
        new = _train_into(Path(folder))
        note = Path(folder) / _NOTE
        note.write_text(json.dumps({"fingerprint": before, **_measure(new)}), encoding="utf-8")
        os.replace(new, out_dir / MODEL_NAME)
        os.replace(note, out_dir / _NOTE)
    return out_dir / MODEL_NAME


def _train_into(folder: Path) -> Path:
    # Rasa takes seconds to load: not for the question whether to train at all.
    from rasa.model_training import train as rasa_train  # noqa: PLC0415
    from rasa.shared.exceptions import RasaException  # noqa: PLC0415

    from bot.engine.logs import quiet_rasa  # noqa: PLC0415
    from bot.engine.uncached import without_fingerprints  # noqa: PLC0415

    quiet_rasa()
    said = io.StringIO()  # Rasa prints what it does, and where a file is that is moved in a moment
    try:
        with without_fingerprints(), _without_bars(), redirect_stdout(said):
            result = rasa_train(
                domain=str(ROOT / "domain.yml"),
                config=str(ROOT / "config.yml"),
                training_files=[str(ROOT / "bot" / "data" / "nlu"), str(ROOT / "bot" / "data" / "rules")],
                output=str(folder),
                fixed_model_name=MODEL_NAME,
                force_training=True,
            )
    except (RasaException, SystemExit) as why:  # how Rasa refuses data
        raise TrainingFailed(said.getvalue().strip() or str(why)) from None
    model = folder / MODEL_NAME
    if result.code != 0 or not is_whole(model):
        raise TrainingFailed(said.getvalue().strip() or f"rasa train ended with code {result.code}")
    return model


@contextmanager
def _without_bars() -> Iterator[None]:
    """Rasa draws a bar for every step unless it is told to log errors only; afterwards the level is as it was."""
    usual = os.environ.get("LOG_LEVEL")
    os.environ["LOG_LEVEL"] = "ERROR"
    try:
        yield
    finally:
        if usual is None:
            del os.environ["LOG_LEVEL"]
        else:
            os.environ["LOG_LEVEL"] = usual


def needs_training(out_dir: Path = MODELS) -> bool:
    """True where there is no model, or not the one that was trained, or it was trained on other data or by other code."""
    try:
        note = json.loads((out_dir / _NOTE).read_text(encoding="utf-8"))
        return bool(note != {"fingerprint": data_fingerprint(), **_measure(out_dir / MODEL_NAME)})
    except (OSError, ValueError):
        return True


def _measure(model: Path) -> dict[str, Any]:
    content = model.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


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
