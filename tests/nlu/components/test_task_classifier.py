"""The linear model over the features."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.field_features import FieldFeatures
from bot.nlu.components.task_classifier import TaskClassifier
from tests.nlu.components.messages import message, workplace

EXAMPLES = [
    ("wage_dispute", "老板欠我工资"),
    ("wage_dispute", "拖欠工资不给"),
    ("find_work", "有活吗"),
    ("find_work", "想找个活"),
    ("greet", "你好"),
    ("greet", "您好在吗"),
]


def featured(text: str, task: str | None, folder: Path) -> Message:
    made = message(text)
    if task:
        made.set("intent", task)
    FieldFeatures.create(FieldFeatures.get_default_config(), **workplace(folder)).process([made])
    return made


@pytest.fixture
def classifier(tmp_path: Path) -> TaskClassifier:
    """Trained and loaded again."""
    config = {**TaskClassifier.get_default_config(), "C": 10.0}
    data = TrainingData([featured(text, task, tmp_path) for task, text in EXAMPLES])
    TaskClassifier.create(config, **workplace(tmp_path)).train(data)
    return TaskClassifier.load(config, **workplace(tmp_path))


@pytest.mark.parametrize(
    ("task", "text"), [("wage_dispute", "欠薪"), ("find_work", "找活"), ("greet", "您好")]
)
def test_ranks_the_tasks(classifier: TaskClassifier, tmp_path: Path, task: str, text: str) -> None:
    made = featured(text, None, tmp_path)
    classifier.process([made])
    ranking = made.get("intent_ranking")
    assert made.get("intent") == ranking[0]
    assert ranking[0]["name"] == task
    assert sum(each["confidence"] for each in ranking) == pytest.approx(1)
    assert [each["confidence"] for each in ranking] == sorted(
        (e["confidence"] for e in ranking), reverse=True
    )
