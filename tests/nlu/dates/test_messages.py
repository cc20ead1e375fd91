"""Whole messages as people write them, on seven different days."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.nlu.dates.reading_dates import read

with (Path(__file__).parent / "messages.tsv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_message(row: dict[str, str]) -> None:
    fields = read(row["text"], row["now"]).fields
    found = {name: fields.get(name, "") for name in ("date_from", "date_to", "time_of_day")}
    assert found == {name: row[name] for name in found}


def test_the_table_is_there() -> None:
    assert len(ROWS) > 400
