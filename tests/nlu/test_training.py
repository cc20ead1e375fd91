"""Whether the model still fits its data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.nlu import training


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder laid out like the project."""
    for name in (
        "config.yml",
        "domain.yml",
        "bot/data/nlu/greet.yml",
        "bot/data/rules/talk.yml",
        "bot/nlu/plain.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def test_the_same_data_has_the_same_fingerprint(project: Path) -> None:
    assert training.data_fingerprint(project) == training.data_fingerprint(project)


@pytest.mark.parametrize(
    "name",
    ["config.yml", "domain.yml", "bot/data/nlu/greet.yml", "bot/data/rules/talk.yml", "bot/nlu/plain.py"],
)
def test_any_change_of_data_or_code_is_seen(project: Path, name: str) -> None:
    before = training.data_fingerprint(project)
    (project / name).write_text("anders", encoding="utf-8")
    assert training.data_fingerprint(project) != before


def test_a_new_or_renamed_file_is_seen(project: Path) -> None:
    before = training.data_fingerprint(project)
    (project / "bot/data/nlu/greet.yml").rename(project / "bot/data/nlu/hello.yml")
    assert training.data_fingerprint(project) != before


MODEL = b"a model"


def note(fingerprint: str) -> str:
    sha256 = "97ff8a35544dcf40ad84047074439dd6aa3a0be469ea578a1b1c017d939ec61c"
    return json.dumps({"fingerprint": fingerprint, "bytes": 7, "sha256": sha256})


@pytest.mark.parametrize(
    ("model", "written", "needed"),
    [
        (MODEL, "current", False),
        (MODEL[:-1], "current", True),  # cut short
        (b"A model", "current", True),
        (b"", "current", True),
        (None, "current", True),
        (MODEL, "other", True),
        (MODEL, "without size", True),
        (MODEL, "broken", True),
        (MODEL, "a list", True),
        (MODEL, None, True),
    ],
)
def test_needs_training(tmp_path: Path, model: bytes | None, written: str | None, needed: bool) -> None:
    notes = {
        "current": note(training.data_fingerprint()),
        "other": note("0"),
        "without size": json.dumps({"fingerprint": training.data_fingerprint()}),
        "broken": "{",
        "a list": "[]",
    }
    if model is not None:
        (tmp_path / training.MODEL_NAME).write_bytes(model)
    if written:
        (tmp_path / "trained_on.json").write_text(notes[written], encoding="utf-8")
    assert training.needs_training(tmp_path) is needed
