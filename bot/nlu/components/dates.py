"""date_from and date_to."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.dates import read_dates
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class DateReader(FieldComponent):
    def read(self, reading: Reading) -> None:
        read_dates(reading)
