"""What each part of the task's recognition earns: the same messages with one part taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message

from bot.evaluation.laboratory import EXAMPLES, Laboratory
from bot.nlu.components import message_reading
from bot.nlu.components.rows import one_row
from bot.nlu.components.task_classifier import RANKING
from bot.nlu.components.task_rules import TaskRules
from bot.nlu.components.text_features import TextFeatures

Change = Callable[[Message], Message]


class Ablation(NamedTuple):
    """`what` is done without; `tasks` are what the messages come out as, in their order."""

    what: str
    tasks: list[str]


def ablations(lab: Laboratory, rows: Iterable[dict[str, Any]], folder: Path = EXAMPLES) -> list[Ablation]:
    """The whole first, then each part in turn; `folder` holds the examples that the classifier is trained on again."""
    messages, examples = lab.classified(rows), lab.examples(folder)
    found = [
        Ablation("什么都不缺", _settled(messages)),
        Ablation("不要规则，只用分类器", _guessed(messages)),
        Ablation("不要分类器，只用规则", _settled(map(_unguessed, messages))),
        Ablation("不看发信人是工友还是用工方", _settled(map(_as_worker, messages))),
    ]
    for what, change in _changes(lab).items():
        classifier = lab.train([change(each) for each in examples])
        found.append(Ablation(what, _settled(classifier.process([change(each) for each in messages]))))
    halved = lab.train(examples[::2])
    found.append(Ablation("例子只用一半", _settled(halved.process([_copy(each) for each in messages]))))
    return found


def _changes(lab: Laboratory) -> dict[str, Change]:
    ends = np.cumsum([0, *lab.runner.component(TextFeatures).widths().values()]).tolist()
    gist, plain, words = zip(ends, ends[1:], strict=False)
    return {
        "分类器不看单字和两字组合": partial(_without_columns, dropped=(gist[0], plain[1])),
        "分类器不看词": partial(_without_columns, dropped=words),
        "分类器不看读出的字段和提示词": _without_signs,
    }


def _settled(messages: Iterable[Message]) -> list[str]:
    return _guessed(TaskRules().process([_copy(each) for each in messages]))


def _guessed(messages: Iterable[Message]) -> list[str]:
    return [each.get(INTENT)[INTENT_NAME_KEY] for each in messages]


def _copy(message: Message, features: Sequence[Features] | None = None) -> Message:
    kept = message.features if features is None else features
    return Message(message.data, features=list(kept))


def _unguessed(message: Message) -> Message:
    changed = _copy(message)
    changed.set(RANKING, [{INTENT_NAME_KEY: "other", PREDICTED_CONFIDENCE_KEY: 1.0}])
    return changed


def _as_worker(message: Message) -> Message:
    changed = _copy(message)
    message_reading.put(changed, replace(message_reading.take(message), role="worker"))
    return changed


def _without_columns(message: Message, dropped: tuple[int, int]) -> Message:
    text, signs = message.features
    columns, values = text.features.indices, text.features.data
    kept = (columns < dropped[0]) | (columns >= dropped[1])
    row = one_row(columns[kept], values[kept], text.features.shape[1])
    return _copy(message, [Features(row, text.type, text.attribute, text.origin), signs])


def _without_signs(message: Message) -> Message:
    return _copy(message, message.features[:1])
