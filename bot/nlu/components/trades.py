"""trade."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.core.trades import load_trades
from bot.nlu.components.field_component import FieldComponent
from bot.nlu.components.reference import REFERENCE
from bot.nlu.reading import Reading
from bot.nlu.trades import TradeReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class TradeFinder(FieldComponent):
    """Loads the tables when the model is loaded."""

    def __init__(self) -> None:
        self._reader = TradeReader(load_trades(REFERENCE))

    def read(self, reading: Reading) -> None:
        self._reader.read(reading)
