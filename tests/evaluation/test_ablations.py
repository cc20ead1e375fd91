"""The parts of the real model, each taken away."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import pytest

from bot.evaluation import ablations
from bot.evaluation.laboratory import Laboratory
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


def test_with_nothing_missing_it_is_what_the_model_says(lab: Laboratory) -> None:
    bot, now = understander(), datetime.fromisoformat(NOW)
    said = [asyncio.run(bot.understand(each["text"], now, each["role"], "sms"))["task"] for each in ROWS]
    found = ablations.ablations(lab, ROWS)
    assert found[0].tasks == said
    assert [len(each.tasks) for each in found] == [len(ROWS)] * 8
    by_name = {each.what: each.tasks for each in found}
    # Without the sender, an employer's “明天 工地 武汉” looks for work.
    assert (said[1], by_name["不看发信人是工友还是用工方"][1]) == ("post_job", "find_work")
    # The rules alone know one-word messages and danger, and nothing of a film.
    alone = by_name["不要分类器，只用规则"]
    assert [alone[at] for at in (6, 8, 10)] == ["choose", "other", "crisis"]


def test_a_classifier_trained_again_on_all_examples_is_the_same(lab: Laboratory) -> None:
    examples, messages = lab.examples(), lab.classified(ROWS)
    usual = [each.get("intent")["name"] for each in messages]
    again = lab.train(examples).process(messages)
    assert [each.get("intent")["name"] for each in again] == usual


def test_columns_are_taken_away_and_the_rest_stays(lab: Laboratory) -> None:
    (message,) = lab.classified([row("明天武汉小工")])
    whole = message.features[0].features
    changed = ablations._without_columns(message, (0, whole.shape[1] // 2)).features[0].features
    assert changed.shape == whole.shape
    assert changed[0, : whole.shape[1] // 2].nnz == 0
    assert (changed[0, whole.shape[1] // 2 :] != whole[0, whole.shape[1] // 2 :]).nnz == 0
    assert message.features[0].features is whole
