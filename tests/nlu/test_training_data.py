"""The examples that the model is trained on."""

from __future__ import annotations

import json
from collections import Counter

import pytest
import yaml

from bot.config import ROOT
from bot.nlu.normalise import normalise

FILES = sorted((ROOT / "bot" / "data" / "nlu").glob("*.yml"))


def examples(task: str) -> list[str]:
    entry = yaml.safe_load((ROOT / "bot" / "data" / "nlu" / f"{task}.yml").read_text(encoding="utf-8"))[
        "nlu"
    ][0]
    assert entry["intent"] == task
    return [line[2:] for line in entry["examples"].splitlines()]


def test_every_task_of_the_domain_has_its_file() -> None:
    intents = set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])
    assert {path.stem for path in FILES} == intents - {"inform"}


@pytest.mark.parametrize("task", [path.stem for path in FILES])
def test_every_task_has_many_examples(task: str) -> None:
    assert len(examples(task)) >= 100


def test_no_message_stands_for_two_tasks() -> None:
    counts = Counter(normalise(text) for path in FILES for text in examples(path.stem))
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_unseen_message_is_trained_on() -> None:
    trained = {normalise(text) for path in FILES for text in examples(path.stem)}
    unseen = [
        normalise(json.loads(line)["text"])
        for path in sorted((ROOT / "tests" / "unseen").glob("messages_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    # “你好” and “rengong” are everybody's words; a sentence is not.
    assert [number for number, text in enumerate(unseen) if len(text) > 7 and text in trained] == []
