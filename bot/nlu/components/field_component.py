"""What all reading components share: take the reading out of each message, read one kind of thing, put it back."""

from __future__ import annotations

import logging
from abc import abstractmethod
from collections.abc import Iterable

from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components import message_reading
from bot.nlu.components.untrained import UntrainedComponent
from bot.nlu.reading import Reading

log = logging.getLogger(__name__)


class FieldComponent(UntrainedComponent):
    """Base of the readers. They are registered as featurizers: the only non-trained kind that also runs in training."""

    @abstractmethod
    def read(self, reading: Reading) -> None:
        """Sets fields of the reading and claims the characters that they were read from."""

    def process(self, messages: list[Message]) -> list[Message]:
        self._read_all(messages)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._read_all(training_data.training_examples)
        return training_data

    def _read_all(self, messages: Iterable[Message]) -> None:
        for message in messages:
            reading = message_reading.take(message)
            try:
                self.read(reading)
            except Exception as why:  # an answer without this field is better than no answer
                log.error("%s failed: %s", type(self).__name__, type(why).__name__)
                continue
            message_reading.put(message, reading)
