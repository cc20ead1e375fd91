"""Tells the task classifier which things were found in a message and which cue words it holds."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.nlu.components import message_reading
from bot.nlu.components.rows import one_row
from bot.nlu.signs import COLUMNS, signs


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class FieldFeatures(SparseFeaturizer, GraphComponent):
    """One column a sign (bot/nlu/signs.py), each of the same `weight`."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        # Beside n-gram rows of length 1, so much weight a sign did best in cross-validation.
        return {**SparseFeaturizer.get_default_config(), "weight": 0.3}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FieldFeatures:
        return cls(execution_context.node_name, config)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self.add_features_to_message(None, self._row(message), TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def _row(self, message: Message) -> csr_matrix:
        shown = signs(message_reading.take(message), message_reading.plain_of(message))
        columns = np.array([COLUMNS[sign] for sign in shown], dtype=np.int32)
        return one_row(columns, np.full(len(columns), self._config["weight"]), len(COLUMNS))
