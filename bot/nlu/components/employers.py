"""employer_name."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.employers import read_employer_name
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EmployerReader(FieldComponent):
    def read(self, reading: Reading) -> None:
        read_employer_name(reading)
