"""The places of the province: names, what lies in what, how far apart."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Iterable, List, Mapping, Optional, Sequence, Tuple

from bot.core.geo.distance import Point, metres_between
from bot.core.geo.names import PlaceName, build_names
from bot.core.geo.regions import COUNTY, PROVINCE, Region, load_regions
from bot.core.tables import read_rows

_REACH_METRES = 100_000  # a point farther than this from every county is not in Hubei
_FILLER = re.compile(r"[\s,,、/·-]+")


class Gazetteer:
    """Immutable, shared by all threads. `names` is every name by which a place is called, `lookalikes` the phrases
    that hold such a name and name no place (公安局)."""

    def __init__(
        self, regions: Mapping[str, Region], names: Mapping[str, PlaceName], lookalikes: Iterable[str] = ()
    ) -> None:
        self.names = MappingProxyType(dict(names))
        self.lookalikes = frozenset(lookalikes)
        self._regions = MappingProxyType(dict(regions))
        self._points: Mapping[str, Point] = MappingProxyType(
            {code: r.point for code, r in regions.items() if r.point and r.level != PROVINCE}
        )
        self._longest = max(map(len, names), default=0)

    def name_of(self, code: str) -> str:
        """Short, for people: 420111 “武汉洪山”, 420100 “武汉”, 421003 “荆州区”. An unknown code is shown as it is."""
        region = self._regions.get(code)
        if region is None:
            return code
        above = self._regions.get(region.parent or "")
        if region.level != COUNTY or above is None or above.level == PROVINCE:
            return region.short
        if region.short.startswith(above.short):  # 荆州 + 荆州区
            return region.name if region.short == above.short else region.short
        return above.short + region.short

    def full_name(self, code: str) -> str:
        """The official name (“洪山区”); an unknown code as it is."""
        return self._regions[code].name if code in self._regions else code

    def knows(self, code: str) -> bool:
        """True for every code in the tables."""
        return code in self._regions

    def counties(self) -> Tuple[str, ...]:
        """The codes of Hubei's county-level units, in order of code."""
        return tuple(c for c, r in sorted(self._regions.items()) if r.level == COUNTY and c.startswith("42"))

    def parent(self, code: str) -> Optional[str]:
        """The unit above: 420111 → 420100 → 420000 → None; 省直辖 units lie right below the province."""
        region = self._regions.get(code)
        return region.parent if region else None

    def is_within(self, code: str, area: str) -> bool:
        """True where `area` is the unit itself or lies above it."""
        at: Optional[str] = code
        while at is not None:
            if at == area:
                return True
            at = self.parent(at)
        return False

    def common_area(self, codes: Sequence[str]) -> Optional[str]:
        """The finest unit that holds all of them; None where there is none."""
        at: Optional[str] = codes[0] if codes else None
        while at is not None and not all(self.is_within(code, at) for code in codes):
            at = self.parent(at)
        return at

    def distance_metres(self, code_a: str, code_b: str) -> Optional[int]:
        """As the crow flies between the units' seats; None outside Hubei and for the province as a whole."""
        a, b = self._points.get(code_a), self._points.get(code_b)
        return None if a is None or b is None else metres_between(a, b)

    def neighbours(self, code: str, limit: int) -> List[str]:
        """The counties around a place and not within it, nearest first; none for the province or a place outside."""
        here = self._points.get(code)
        if here is None:
            return []
        return self._by_distance(here, without=code)[:limit]

    def nearest(self, longitude: float, latitude: float) -> Optional[str]:
        """The county whose seat is nearest to a point in degrees; None for a point far from all of them."""
        here = (longitude, latitude)
        code = next(iter(self._by_distance(here)), None)
        return code if code and metres_between(here, self._points[code]) <= _REACH_METRES else None

    def _by_distance(self, here: Point, without: str = "") -> List[str]:
        codes = [
            code for code in self.counties() if code in self._points and not self.is_within(code, without)
        ]
        return sorted(codes, key=lambda code: metres_between(here, self._points[code]))

    def resolve(self, words: str) -> Optional[str]:
        """The code for a code or a name written as in a table (“420111”, “洪山”, “武汉市洪山区”); None where it is
        unknown, names two places, or holds anything else."""
        words = _FILLER.sub("", words)
        if words.isdigit():
            return words if words in self._regions else None
        names = self._split(words)
        return self._finest(names) if names else None

    def _split(self, words: str) -> Optional[List[PlaceName]]:
        found: List[PlaceName] = []
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + self._longest), at, -1)
            name = next((self.names[words[at:end]] for end in ends if words[at:end] in self.names), None)
            if name is None:
                return None
            found.append(name)
            at += len(name.words)
        return found

    def _finest(self, names: Sequence[PlaceName]) -> Optional[str]:
        area: Optional[str] = None
        for name in names:
            inside = [
                c for c in name.codes if area is None or self.is_within(c, area) or self.is_within(area, c)
            ]
            if not inside:
                return None
            best = name.default if area is None or name.default in inside else inside[0]
            if best is None:
                return None
            area = best if area is None or self.is_within(best, area) else area
        return area


def load_gazetteer(folder: Path) -> Gazetteer:
    """Reads regions.csv, streets.csv, the places_*.csv and place_lookalikes.csv of `folder`."""
    regions = load_regions(folder)
    lookalikes = [row["phrase"] for row in read_rows(folder / "place_lookalikes.csv")]
    return Gazetteer(regions, build_names(folder, regions), lookalikes)
