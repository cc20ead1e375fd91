"""The table of minimum wages, by place. It holds only figures with a source; it may be empty."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Mapping, Optional

from bot.core.tables import read_rows


@dataclass(frozen=True)
class Least:
    """Minimum wages of a place in fen; None where the source names none."""

    month: Optional[int]
    hour: Optional[int]


class MinimumWages:
    """Immutable. `rows` by six-digit code of a county, city or the province."""

    def __init__(self, rows: Mapping[str, Least]) -> None:
        self._rows = MappingProxyType(dict(rows))

    def of(self, place: str) -> Least:
        """The figures of the county, else of its city, else of the province; empty where there are none."""
        for code in (place, place[:4] + "00", place[:2] + "0000"):
            if code in self._rows:
                return self._rows[code]
        return Least(None, None)


def load_minimum_wages(folder: Path) -> MinimumWages:
    """Reads minimum_wage.csv of `folder`: code, month_yuan, hour_yuan, source, valid_from. Rows without a source or a
    date do not count; lines that begin with # are remarks."""
    rows = read_rows(folder / "minimum_wage.csv")
    sourced = [row for row in rows if row["source"] and row["valid_from"] and not row["code"].startswith("#")]
    return MinimumWages(
        {row["code"]: Least(_fen(row["month_yuan"]), _fen(row["hour_yuan"])) for row in sourced}
    )


def _fen(yuan: str) -> Optional[int]:
    return round(float(yuan) * 100) if yuan else None
