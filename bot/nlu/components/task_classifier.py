"""Guesses the task of a message from its features: a linear model, with confidences that mean what they say."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.svm import LinearSVC

RANKING = "intent_ranking"
_FILE = "tasks.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TaskClassifier(IntentClassifier, GraphComponent):
    """One linear separator a task; their margins become confidences by a softmax of the given temperature."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        # Both chosen by 5-fold cross-validation: accuracy, and calibration of the confidences.
        # “other” weighs more: whatever is not meant for us is far more varied than its examples.
        return {"C": 0.3, "temperature": 0.3, "other_weight": 2.0, "ranking_length": 10}

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: dict[str, np.ndarray] | None = None,
    ) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TaskClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TaskClassifier:
        with (
            model_storage.read_from(resource) as folder,
            np.load(folder / _FILE, allow_pickle=False) as saved,
        ):
            model = {name: saved[name] for name in saved.files}
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        rows = vstack([hstack(_features(each)) for each in examples], format="csr")
        tasks = [each.get(INTENT) for each in examples]
        weights = {task: self._config["other_weight"] if task == "other" else 1.0 for task in set(tasks)}
        separators = LinearSVC(C=self._config["C"], class_weight=weights, random_state=0).fit(rows, tasks)
        with self._storage.write_to(self._resource) as folder:
            np.savez(
                folder / _FILE,
                tasks=separators.classes_.astype(str),
                weights=np.ascontiguousarray(separators.coef_.T, dtype=np.float32),
                offsets=separators.intercept_,
            )
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking[: self._config["ranking_length"]], add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        assert self._model is not None, "not trained"
        columns, values = _one_vector(message)
        margins = values @ self._model["weights"][columns] + self._model["offsets"]
        powers = np.exp((margins - margins.max()) / self._config["temperature"])
        shares = powers / powers.sum()
        names = self._model["tasks"]
        return [
            {INTENT_NAME_KEY: str(names[i]), PREDICTED_CONFIDENCE_KEY: float(shares[i])}
            for i in np.argsort(-shares)
        ]


def _features(message: Message) -> list[csr_matrix]:
    """All sentence features of a message, in the order of the pipeline."""
    return [each.features for each in message.features if each.attribute == TEXT and each.is_sparse()]


def _one_vector(message: Message) -> tuple[np.ndarray, np.ndarray]:
    """The features side by side: columns and values."""
    columns, values, width = [], [], 0
    for features in _features(message):
        columns.append(features.indices + width)
        values.append(features.data)
        width += features.shape[1]
    return np.concatenate(columns), np.concatenate(values)
