"""The parts of the real model, each taken away."""

from __future__ import annotations

import asyncio
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import ablations
from bot.evaluation.laboratory import EXAMPLES, Laboratory
from tests.support.model import understander

NOW = "2026-11-24T09:10:00+08:00"
TEXTS = (
    "明天,工地,武汉",
    "明天 光谷 小工 2个 300",
    "老板欠我两千块工资三个月了",
    "1",
    "今晚一起去看电影吧",
    "活着没意思",
)


def row(text: str, role: str = "employer") -> dict[str, Any]:
    return {"text": text, "now": NOW, "role": role, "channel": "sms"}


ROWS = [row(text, role) for text in TEXTS for role in ("worker", "employer")]


@pytest.fixture(scope="module")
def lab() -> Laboratory:
    return Laboratory(understander().agent)


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A few of the real examples: all of them take too long for a test."""
    for name in ("greet", "choose", "crisis"):
        shutil.copy(EXAMPLES / f"{name}.yml", tmp_path)
    return tmp_path


def test_with_nothing_missing_it_is_what_the_model_says(lab: Laboratory, few: Path) -> None:
    bot, now = understander(), datetime.fromisoformat(NOW)
    said = [asyncio.run(bot.understand(each["text"], now, each["role"], "sms"))["task"] for each in ROWS]
    found = ablations.ablations(lab, ROWS, few)
    assert found[0].tasks == said
    assert [len(each.tasks) for each in found] == [len(ROWS)] * 8
    by_name = {each.what: each.tasks for each in found}
    # Without the sender, an employer's “明天 工地 武汉” looks for work.
    assert (said[1], by_name["不看发信人是工友还是用工方"][1]) == ("post_job", "find_work")
    # The rules alone know a bare number, and nothing of a film.
    alone = by_name["不要分类器，只用规则"]
    assert (alone[6], alone[8]) == ("choose", "other")


def test_a_classifier_trained_again_knows_only_its_examples(lab: Laboratory, few: Path) -> None:
    examples = lab.examples(few)
    assert {each.get("intent") for each in examples} == {"greet", "choose", "crisis"}
    again = lab.train(examples)
    answered = again.process(lab.classified([row("师傅早上好"), row("我要第三个"), row("我不想活了")]))
    assert [each.get("intent")["name"] for each in answered] == ["greet", "choose", "crisis"]


def test_columns_are_taken_away_and_the_rest_stays(lab: Laboratory) -> None:
    (message,) = lab.classified([row("明天武汉小工")])
    whole = message.features[0].features
    changed = ablations._without_columns(message, (0, whole.shape[1] // 2)).features[0].features
    assert changed.shape == whole.shape
    assert changed[0, : whole.shape[1] // 2].nnz == 0
    assert (changed[0, whole.shape[1] // 2 :] != whole[0, whole.shape[1] // 2 :]).nnz == 0
    assert message.features[0].features is whole
