"""A second reading of figures, once the task tells what they are: debts or pay, people unpaid or people wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.nlu.counts import read_headcount
from bot.nlu.owed import read_owed
from bot.nlu.pay import read_pay
from bot.nlu.reading import Reading
from bot.nlu.unpaid import is_about_unpaid

_KINDS = ("owed", "pay", "headcount")
_FIELDS = (
    "amount_owed", "people_owed", "headcount", "wage_min", "wage_max", "wage_unit", "pay_cycle",
)  # fmt: skip


def fields_as(unpaid: bool, reading: Reading) -> dict[str, Any]:
    """All fields of the reading, those of figures as a message about unpaid wages (or one that is not) has them."""
    if is_about_unpaid(reading) == unpaid:
        return reading.fields
    again = replace(
        reading,
        unpaid=unpaid,
        fields={name: value for name, value in reading.fields.items() if name not in _FIELDS},
        spans=[span for span in reading.spans if span.kind not in _KINDS],
    )
    for reader in (read_owed, read_pay, read_headcount):
        reader(again)
    return again.fields
