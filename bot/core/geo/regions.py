"""Administrative units as the reference tables hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import AbstractSet, Dict, Optional

from bot.core.geo.distance import Point
from bot.core.tables import read_rows

HUBEI = "420000"
PROVINCE, CITY, COUNTY = "province", "city", "county"

_KIND = re.compile(r"(?:土家族苗族自治州|土家族自治县|管理区|省|市|区|县|林区)$")
_SHORT = {
    "荆州经济技术开发区": "荆州开发区",
    "神农架林区": "神农架",
}  # where dropping the kind leaves no name


@dataclass(frozen=True)
class Region:
    """A unit of GB/T 2260. `parent` is None at the top and outside Hubei where no table row is above it."""

    code: str
    name: str
    level: str
    parent: Optional[str]
    point: Optional[Point] = None

    @property
    def short(self) -> str:
        """The name without its kind (洪山区 → 洪山); whole where one character would be left (随县)."""
        bare = _SHORT.get(self.name) or _KIND.sub("", self.name)
        return bare if len(bare) > 1 else self.name


def load_regions(folder: Path) -> Dict[str, Region]:
    """Hubei's units and the known places outside, by code."""
    regions = {row["code"]: _region(row) for row in read_rows(folder / "regions.csv")}
    outside = [(row["code"], row["name"]) for row in read_rows(folder / "places_outside.csv")]
    known = {code for code, _ in outside}
    for code, name in outside:
        regions.setdefault(code, Region(code, name, level_of(code), _above(code, known)))
    return regions


def level_of(code: str) -> str:
    """What a code's zeros say; 省直辖县级 units (429004) are counties below the province."""
    if code.endswith("0000"):
        return PROVINCE
    return CITY if code.endswith("00") else COUNTY


def _above(code: str, known: AbstractSet[str]) -> Optional[str]:
    for parent in (code[:4] + "00", code[:2] + "0000"):
        if parent != code and parent in known:
            return parent
    return None


def _region(row: Dict[str, str]) -> Region:
    point = (float(row["longitude"]), float(row["latitude"])) if row["longitude"] else None
    return Region(row["code"], row["name"], row["level"], row["parent"] or None, point)
