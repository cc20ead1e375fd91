"""place and place_name."""

from __future__ import annotations

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.core.places import load_gazetteer
from bot.nlu.components.field_component import FieldComponent
from bot.nlu.components.reference import REFERENCE
from bot.nlu.places import PlaceReader
from bot.nlu.reading import Reading

_KIND = re.compile("(?<=..)(?:土家族自治县|土家族苗族自治州|林区|[省市区县州])$")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class PlaceFinder(FieldComponent):
    """Loads the tables when the model is loaded."""

    def __init__(self) -> None:
        self._gazetteer = load_gazetteer(REFERENCE)
        self._reader = PlaceReader(self._gazetteer)

    def read(self, reading: Reading) -> None:
        self._reader.read(reading)
        place, words = reading.fields.get("place"), reading.fields.get("place_name")
        if place and words and self._is_its_name(place, words):
            del reading.fields["place_name"]

    def _is_its_name(self, place: str, words: str) -> bool:
        """“洪山” says no more than 420111: only a street, an estate or a popular name is a name of its own."""
        above = self._gazetteer.parent(place)
        names = {_short(self._gazetteer.full_name(each)) for each in (place, above) if each}
        own = _short(self._gazetteer.full_name(place))
        return _short(words) == own or _short(words) in {
            f"{upper}{kind}{own}" for upper in names for kind in ("", "市")
        }


def _short(name: str) -> str:
    """Without the kind of unit: 洪山区 is 洪山; 荆州区 stays apart from nothing."""
    return _KIND.sub("", name)
