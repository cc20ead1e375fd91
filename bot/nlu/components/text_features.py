"""Characters and words of a message as weighted n-grams, for the task classifier."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.nlu.components import message_reading
from bot.nlu.components.rows import one_row
from bot.nlu.ngrams import NgramVectors, char_ngrams

_FILE = "ngrams.json"
_LONGEST = 2  # characters; longer runs only learned the examples by heart


def _gist_chars(message: Message) -> list[str]:
    return char_ngrams(message_reading.gist_of(message), _LONGEST)


def _plain_chars(message: Message) -> list[str]:
    return char_ngrams(message_reading.plain_of(message), _LONGEST)


def _words(message: Message) -> list[str]:
    return [token.text for token in message.get(TOKENS_NAMES[TEXT]) or []]


_VIEWS: dict[str, Callable[[Message], list[str]]] = {
    "gist": _gist_chars,
    "plain": _plain_chars,
    "words": _words,
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TextFeatures(SparseFeaturizer, GraphComponent):
    """Three views side by side: the gist (“明天武汉小工” is “DPJ”), the plain text, its words."""

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        views: dict[str, NgramVectors] | None = None,
    ) -> None:
        super().__init__(name, config)
        self._storage, self._resource, self._vectors = storage, resource, views or {}

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TextFeatures:
        return cls(execution_context.node_name, config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TextFeatures:
        with model_storage.read_from(resource) as folder:
            saved = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        views = {view: NgramVectors.from_dict(columns) for view, columns in saved.items()}
        return cls(execution_context.node_name, config, model_storage, resource, views)

    def train(self, training_data: TrainingData) -> Resource:
        examples = training_data.training_examples
        vectors = {
            view: NgramVectors.fit([grams(each) for each in examples]) for view, grams in _VIEWS.items()
        }
        with self._storage.write_to(self._resource) as folder:
            saved = {view: columns.to_dict() for view, columns in vectors.items()}
            (folder / _FILE).write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self.add_features_to_message(None, self._row(message), TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def widths(self) -> dict[str, int]:
        """How many columns each view has, in the order in which they stand."""
        return {view: len(self._vectors[view]) for view in _VIEWS}

    def _row(self, message: Message) -> csr_matrix:
        columns, values, width = [], [], 0
        for view, grams in _VIEWS.items():
            vectors = self._vectors[view]
            found, weights = vectors.weigh(grams(message))
            columns.append(found + width)
            values.append(weights)
            width += len(vectors)
        return one_row(np.concatenate(columns), np.concatenate(values), width)
