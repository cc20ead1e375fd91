"""place and place_name."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.core.places import load_gazetteer
from bot.nlu.components.field_component import FieldComponent
from bot.nlu.components.reference import REFERENCE
from bot.nlu.places import PlaceReader
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class PlaceFinder(FieldComponent):
    """Loads the tables when the model is loaded."""

    def __init__(self) -> None:
        self._reader = PlaceReader(load_gazetteer(REFERENCE))

    def read(self, reading: Reading) -> None:
        self._reader.read(reading)
