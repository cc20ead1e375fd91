"""time_of_day."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.reading import Reading
from bot.nlu.times import read_time_of_day


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class TimeOfDayReader(FieldComponent):
    def read(self, reading: Reading) -> None:
        read_time_of_day(reading)
