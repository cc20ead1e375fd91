"""Reads where the work is (or, if nothing else is named, where the sender lives)."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from bot.core.geo.names import CONTEXT, PLAIN, SUFFIX, PlaceName
from bot.core.geo.regions import HUBEI
from bot.core.places import Gazetteer
from bot.nlu.common_words import common_words
from bot.nlu.homophones import Homophones, letters
from bot.nlu.place_choice import Chooser
from bot.nlu.place_context import expected, may_be_place
from bot.nlu.place_mentions import Joiner, mention
from bot.nlu.reading import Reading
from bot.nlu.word_finder import WordFinder

Found = Tuple[int, int, PlaceName]
_KINDS = "区县市镇乡"
_COUNTY = 2  # the depth of a county's name


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
        mentions = self._joiner.join(text, [mention(*each) for each in found])
        chosen = self._chooser.choose(text, mentions)
        if chosen:
            reading.fields["place"] = chosen.code
            if chosen.words and chosen.code != HUBEI:
                initials = chosen.words.isascii()
                reading.fields["place_name"] = (
                    self._gazetteer.name_of(chosen.code) if initials else chosen.words
                )

    def _find(self, text: str) -> List[Found]:
        def accept(hit: Found, previous: Optional[Found]) -> bool:
            return may_be_place(text, *hit, self._common) or self._belongs(hit, previous)

        found = self._finder.find(text, accept)
        if any(name.depth == _COUNTY for _, _, name in found):
            return found
        mistyped = self._mistyped(text, found)
        kept = [
            hit for hit in found if not any(hit[0] < end and start < hit[1] for start, end, _ in mistyped)
        ]
        return sorted(kept + mistyped, key=lambda hit: hit[0])

    def _belongs(self, hit: Found, previous: Optional[Found]) -> bool:
        """A doubtful name right behind a place: in a list, or an ordinary word behind the city or county in which a
        town has that name (英山温泉)."""
        if previous is None or previous[1] != hit[0]:
            return False
        name, above = hit[2], previous[2]
        if name.grade == CONTEXT:
            return True
        pairs = [
            (code, area)
            for code in name.codes
            for area in above.span
            if self._gazetteer.is_within(code, area)
        ]
        return any(code != area or name.depth > above.depth or code != name.codes[0] for code, area in pairs)

    def _mistyped(self, text: str, found: List[Found]) -> List[Found]:
        """A county spelled out wins over a town within its words (蔡店区 is 蔡甸区 mistyped, not 蔡店 and 区)."""

        def accept(hit: Found) -> bool:
            start, end, name = hit
            inside = [other for a, b, other in found if start < b and a < end]
            if name.depth == _COUNTY and _has_kind(name.words):
                return all(other.depth > _COUNTY for other in inside)
            if inside or any(other.depth > _COUNTY for _, _, other in found):
                return False
            return _has_kind(name.words) or not found and self._stands_alone(text, hit)

        return self._homophones.find(text, accept)

    def _stands_alone(self, text: str, hit: Found) -> bool:
        return hit[1] - hit[0] > 2 or expected(text, hit[0], hit[1], self._common)


def _has_kind(words: str) -> bool:
    return len(words) > 2 and words[-1] in _KINDS


def _spelled(gazetteer: Gazetteer) -> Dict[str, PlaceName]:
    """Names written in pinyin: wuhan, guanggu. Streets and towns are left out: too many letters spell one of them."""
    spelled: Dict[str, PlaceName] = {}
    for words, name in gazetteer.names.items():
        if name.grade == PLAIN and name.kind not in ("street", "initials"):
            word = letters(words)
            if len(word) >= 5:
                spelled.setdefault(word, name)
    return spelled


def _typed_by_sound(gazetteer: Gazetteer) -> Dict[str, PlaceName]:
    """The names that are looked for behind wrong characters."""
    return {words: name for words, name in gazetteer.names.items() if _is_known_by_sound(name)}


def _is_known_by_sound(name: PlaceName) -> bool:
    """Of streets only the full names (…镇), of towns no short ones: too many words sound like one of them."""
    if name.grade == SUFFIX or name.kind in ("initials", "outside"):
        return False
    if name.kind == "street":
        return _has_kind(name.words)
    return name.kind != "town" or len(name.words) > 2
