"""employer_name."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.employers import read_employer_name
from bot.nlu.name_words import everyday_words
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EmployerReader(FieldComponent):
    """Loads the dictionary when the model is loaded, not at the first wage case."""

    def __init__(self) -> None:
        everyday_words()

    def read(self, reading: Reading) -> None:
        read_employer_name(reading)
