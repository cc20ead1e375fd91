"""Whom to ring or visit. Only what has a public source and a date is in the data; else the statewide lines are given."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

COLUMNS = ("institution", "kind", "place", "phone", "address", "hours", "source", "checked")
KINDS = (
    "labour", "inspection", "arbitration", "mediation", "court", "legal_aid", "union", "hotline",
    "building_authority", "social_insurance",
)  # fmt: skip


@dataclass(frozen=True)
class Contact:
    """One institution. `place` is its county's or city's code, 420000 for the whole province."""

    institution: str
    kind: str
    place: str
    phone: str
    address: str
    hours: str
    source: str
    checked: str


@dataclass(frozen=True)
class Contacts:
    """Those that come with the project."""

    rows: Tuple[Contact, ...]

    def of(self, kind: str, place: Optional[str]) -> Optional[Contact]:
        """The one of the county, else of its city, else the statewide line; None where none is known."""
        return nearest([row for row in self.rows if row.kind == kind], place)


def nearest(rows: list, place: Optional[str]) -> Optional[Contact]:
    """The row whose place holds `place` most closely."""
    code = place or "420000"
    for wanted in (code, code[:4] + "00", "420000"):
        found = next((row for row in rows if row.place == wanted), None)
        if found:
            return found
    return None


def load_contacts(path: Path) -> Contacts:
    """Reads bot/data/reference/contacts.csv."""
    with path.open(encoding="utf-8", newline="") as lines:
        return Contacts(tuple(Contact(**row) for row in csv.DictReader(lines)))
