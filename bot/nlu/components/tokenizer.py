"""Words: jieba with the names of our places and trades, in an instance of its own."""

from __future__ import annotations

import io
import logging
from typing import Any

import jieba
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.core.places import load_gazetteer
from bot.core.trades import load_trades
from bot.nlu.components.reference import REFERENCE
from bot.nlu.dictionary import dictionary_lines

_FILE = "words.txt"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class WordTokenizer(Tokenizer):
    """The dictionary is written into the model when it is trained, and read from there."""

    @staticmethod
    def supported_languages() -> list[str]:
        return ["zh"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        # Rasa's base class asks for these; intents are never split here.
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, lines: list[str]
    ) -> None:
        super().__init__(config)
        self._storage, self._resource, self._lines = storage, resource, lines
        self._cutter = _cutter(lines)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> WordTokenizer:
        lines = dictionary_lines(load_gazetteer(REFERENCE), load_trades(REFERENCE))
        return cls(config, model_storage, resource, lines)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> WordTokenizer:
        with model_storage.read_from(resource) as folder:
            lines = (folder / _FILE).read_text(encoding="utf-8").splitlines()
        return cls(config, model_storage, resource, lines)

    def train(self, training_data: TrainingData) -> Resource:
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_text("\n".join(self._lines), encoding="utf-8")
        return self._resource

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        return [Token(word, start) for word, start, _ in self._cutter.tokenize(message.get(attribute) or "")]


def _cutter(lines: list[str]) -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    cutter.load_userdict(io.StringIO("\n".join(lines)))
    return cutter
