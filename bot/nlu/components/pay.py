"""wage_min, wage_max, wage_unit and pay_cycle."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.pay import read_pay
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class PayReader(FieldComponent):
    def read(self, reading: Reading) -> None:
        read_pay(reading)
