"""The trained model opened up: messages with all their features, and task classifiers trained again on changed ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa.core.agent import Agent
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.config import ROOT
from bot.engine.in_order import InOrder
from bot.nlu.components.message_reading import TRAINING_TIME
from bot.nlu.components.task_classifier import TaskClassifier

EXAMPLES = ROOT / "bot" / "data" / "nlu"
_START = "nlu_message_converter"  # Rasa's name for the node that makes messages; its place is taken here


class Laboratory:
    """Uses the components of a loaded agent; changes nothing in it."""

    def __init__(self, agent: Agent) -> None:
        assert agent.processor is not None and isinstance(agent.processor.graph_runner, InOrder)
        self.runner = agent.processor.graph_runner
        self._schema = agent.processor.model_metadata.predict_schema

    def classified(self, rows: Iterable[dict[str, Any]]) -> list[Message]:
        """Messages of the contract with readings, features and the trained classifier's ranking."""
        names = "now", "role", "channel"
        return self._through(
            [Message({TEXT: row["text"], "metadata": {name: row[name] for name in names}}) for row in rows]
        )

    def examples(self, folder: Path) -> list[Message]:
        """The training examples in the same way, each with its intent."""
        examples: list[Message] = load_data(str(folder)).training_examples
        for each in examples:
            each.set("metadata", {"now": TRAINING_TIME.isoformat()})
        tasks = [each.get("intent") for each in examples]
        for each, task in zip(self._through(examples), tasks, strict=True):
            each.set("intent", task)  # the classifier has put its guess there
        return examples

    def _through(self, messages: list[Message]) -> list[Message]:
        last = next(name for name, node in self._schema.nodes.items() if node.uses is TaskClassifier)
        done: list[Message] = self.runner.run({_START: messages}, [last])[last]
        return done

    def train(self, examples: Sequence[Message]) -> TaskClassifier:
        """A task classifier of the same settings, trained on these."""
        name, node = next((n, node) for n, node in self._schema.nodes.items() if node.uses is TaskClassifier)
        config = {**TaskClassifier.get_default_config(), **node.config}
        data = TrainingData()
        data.training_examples = list(examples)  # handed in at once, each would be hashed with its features
        with TemporaryDirectory() as folder:
            parts = LocalModelStorage(Path(folder)), Resource(name), ExecutionContext(self._schema)
            TaskClassifier.create(config, *parts).train(data)
            return TaskClassifier.load(config, *parts)
