"""Reads where the work is (or, if nothing else is named, where the sender lives)."""
from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from bot.core.geo.names import PLAIN, SUFFIX, PlaceName
from bot.core.geo.regions import HUBEI
from bot.core.places import Gazetteer
from bot.nlu.common_words import common_words
from bot.nlu.homophones import Homophones, letters
from bot.nlu.place_choice import Chooser
from bot.nlu.place_context import expected, may_be_place
from bot.nlu.place_mentions import Joiner, Mention, mention
from bot.nlu.reading import Reading
from bot.nlu.word_finder import WordFinder

Found = Tuple[int, int, PlaceName]
_KINDS = "区县市镇乡"


class PlaceReader:
    """Sets `place` and `place_name` and claims every place. Immutable, shared by threads."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._common = common_words()
        self._gazetteer = gazetteer
        names: Dict[str, Optional[PlaceName]] = dict.fromkeys(gazetteer.lookalikes)
        names.update(_spelled(gazetteer))
        names.update(gazetteer.names)
        self._finder = WordFinder(names)
        ordinary = self._common | gazetteer.lookalikes
        self._homophones = Homophones(_typed_by_sound(gazetteer), ordinary, dialect=_has_kind)
        self._joiner = Joiner(gazetteer)
        self._chooser = Chooser(gazetteer)

    def read(self, reading: Reading) -> None:
        """Looks at what no earlier reader has claimed."""
        text = reading.rest()
        found = self._find(text)
        for start, end, _ in found:
            reading.claim(start, end, "place")
        mentions = self._joiner.join(text, [mention(text, *each) for each in found])
        chosen = self._chooser.choose(text, mentions)
        if chosen:
            reading.fields["place"] = chosen.code
            if chosen.words and chosen.code != HUBEI:
                reading.fields["place_name"] = chosen.words

    def _find(self, text: str) -> List[Found]:
        def accept(hit: Found, previous: Optional[Found]) -> bool:
            return may_be_place(text, *hit, self._common) or self._belongs(hit, previous)

        found = self._finder.find(text, accept)
        if all(name.depth < 2 for _, _, name in found):
            found = sorted(found + self._mistyped(text, found), key=lambda each: each[0])
        return found

    def _belongs(self, hit: Found, previous: Optional[Found]) -> bool:
        """An ordinary word right behind the city or county in which a town has that name: 英山温泉."""
        if previous is None or previous[1] != hit[0]:
            return False
        name, above = hit[2], previous[2]
        pairs = [(code, area) for code in name.codes for area in above.span if self._gazetteer.is_within(code, area)]
        return any(code != area or name.depth > above.depth or code != name.codes[0] for code, area in pairs)

    def _mistyped(self, text: str, found: List[Found]) -> List[Found]:
        taken = [(start, end) for start, end, _ in found]

        def accept(hit: Found) -> bool:
            start, end, name = hit
            if any(start < b and a < end for a, b in taken):
                return False
            if _has_kind(name.words):
                return True
            return not taken and (len(name.words) > 2 or expected(text, start, end, self._common))

        return self._homophones.find(text, accept)


def _has_kind(words: str) -> bool:
    return len(words) > 2 and words[-1] in _KINDS


def _spelled(gazetteer: Gazetteer) -> Dict[str, PlaceName]:
    """Names written in pinyin: wuhan, guanggu. Streets and towns are left out: too many letters spell one of them."""
    spelled: Dict[str, PlaceName] = {}
    for words, name in gazetteer.names.items():
        if name.grade == PLAIN and name.kind not in ("town", "initials"):
            word = letters(words)
            if len(word) >= 5:
                spelled.setdefault(word, name)
    return spelled


def _typed_by_sound(gazetteer: Gazetteer) -> Dict[str, PlaceName]:
    """The names that are looked for behind wrong characters; of streets and towns only the full ones (…镇)."""
    return {
        words: name
        for words, name in gazetteer.names.items()
        if name.grade != SUFFIX
        and (name.kind not in ("town", "initials", "outside") or name.kind == "town" and _has_kind(words))
    }
