"""age."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.ages import read_age
from bot.nlu.components.field_component import FieldComponent
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class AgeReader(FieldComponent):
    def read(self, reading: Reading) -> None:
        read_age(reading)
