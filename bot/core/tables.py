"""Reading reference tables."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Dict, List


def read_rows(path: Path) -> List[Dict[str, str]]:
    """The rows of a CSV file with a header line; spreadsheet programs put a BOM in front, which is dropped."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)
        ]
