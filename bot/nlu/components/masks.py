"""Keeps phone, identity and card numbers away from the other readers."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.components.field_component import FieldComponent
from bot.nlu.masks import mask_noise
from bot.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class NoiseMask(FieldComponent):
    def read(self, reading: Reading) -> None:
        mask_noise(reading)
