"""Every name by which people call a place, and what it may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Optional, Tuple

from bot.core.geo.regions import CITY, COUNTY, HUBEI, PROVINCE, Region, level_of
from bot.core.tables import read_rows

PLAIN, CONTEXT, SUFFIX = "plain", "context", "suffix"
_DEPTH = {PROVINCE: 0, CITY: 1, COUNTY: 2}
FINER = 3  # a street, a town, a popular name

_TOWN = re.compile(r"(.+?)(?:回族|土家族|侗族)?(街道|镇|乡)$")


@dataclass(frozen=True)
class PlaceName:
    """One name. `codes` are the places it may mean, likeliest first; `default` is the one meant where nothing else
    tells, None where only the words around it can.

    `grade`: PLAIN names a place wherever it stands; CONTEXT only where a place is expected (“去…”, “…附近”, alone
    between commas); SUFFIX is an ordinary word and names the town only behind the name of its city or county.
    `kind` is the table's word for a popular name, “street” for the rows of streets.csv, “outside” beyond Hubei.
    """

    words: str
    codes: Tuple[str, ...]
    default: Optional[str]
    depth: int
    grade: str = PLAIN
    kind: str = ""

    @property
    def span(self) -> Tuple[str, ...]:
        """The places it reaches over: 汉口 is said of Wuhan, and reaches over some of its districts only."""
        whole_city = self.depth == FINER and len(self.codes) > 1 and self.codes[0].endswith("00")
        return self.codes[1:] if whole_city else self.codes


@dataclass(frozen=True)
class _Row:
    words: str
    code: str
    depth: int
    sure: bool  # the first sure row of a name is its default
    kind: str = ""


def build_names(folder: Path, regions: Mapping[str, Region]) -> Dict[str, PlaceName]:
    """All names, by the words."""
    careful = {row["name"]: row["needs"] for row in read_rows(folder / "places_careful.csv")}
    rows: Dict[str, List[_Row]] = {}
    for row in _all_rows(folder, regions):
        rows.setdefault(row.words, []).append(row)
    return {words: _name(words, found, careful, regions) for words, found in rows.items()}


def _all_rows(folder: Path, regions: Mapping[str, Region]) -> Iterator[_Row]:
    """In the order of likelihood: cities, counties, popular names, places outside, towns."""
    inside = [region for code, region in regions.items() if code.startswith("42")]
    for region in sorted(inside, key=lambda region: _DEPTH[region.level]):
        for words in _unit_forms(region):
            yield _Row(words, region.code, _DEPTH[region.level], True)
    for row in read_rows(folder / "places_popular.csv"):
        depth = 0 if row["code"] == HUBEI else 1 if row["kind"] in ("city", "initials") else FINER
        yield _Row(row["name"], row["code"], depth, True, row["kind"])
    for row in read_rows(folder / "places_outside.csv"):
        for words in _outside_forms(row["name"], row["code"]):
            yield _Row(words, row["code"], _DEPTH[level_of(row["code"])], True, "outside")
    for row in read_rows(folder / "streets.csv"):
        for words in _town_forms(row["name"]):
            yield _Row(words, row["county_code"], FINER, False, "street")


def _unit_forms(region: Region) -> List[str]:
    forms = [region.name, region.short]
    if region.name.endswith("自治州"):
        forms.append(region.short + "州")
    elif region.name.endswith("自治县") or (region.level == COUNTY and region.name.endswith("市")):
        forms.append(region.short + "县")  # older people still say 大冶县
    elif region.code == HUBEI:
        forms += ["全省", "省内"]
    return list(dict.fromkeys(forms))


def _outside_forms(name: str, code: str) -> List[str]:
    if name[-1] in "省市区县州" and len(name) > 2:
        return [name]
    return [name] + [
        name + kind for kind in ("省", "市") if (kind == "省") == code.endswith("0000") or kind == "市"
    ]


def _town_forms(name: str) -> List[str]:
    match = _TOWN.match(name)
    if not match:
        return [name]
    bare, kind = match.groups()
    forms = [name, bare + kind] + ([bare + "街"] if kind == "街道" else [])
    return list(dict.fromkeys(forms + ([bare] if len(bare) > 1 else [])))


def _name(
    words: str, rows: List[_Row], careful: Mapping[str, str], regions: Mapping[str, Region]
) -> PlaceName:
    codes = tuple(dict.fromkeys(row.code for row in rows))
    first = rows[0]
    default = codes[0] if first.sure or len(codes) == 1 else _common_city(codes, regions)
    grade = careful.get(words) or (CONTEXT if not first.sure and len(words) == 2 else PLAIN)
    if words.endswith("街") and not first.sure and words[:-1] in careful:
        grade = SUFFIX  # there is a 胜利街 in every city
    return PlaceName(words, codes, default, first.depth, grade, first.kind)


def _common_city(codes: Tuple[str, ...], regions: Mapping[str, Region]) -> Optional[str]:
    parents = {regions[code].parent for code in codes}
    city = parents.pop() if len(parents) == 1 else None
    return None if city == HUBEI else city
