"""Signs of a task: what was found in a message, which cue words it holds, how long it is. Each is there or not."""

from __future__ import annotations

from bot.nlu.cues.all import PATTERNS, cues_in
from bot.nlu.plain import MARKS
from bot.nlu.reading import Reading
from bot.nlu.unpaid import speaks_of_unpaid

_FIELDS = [
    "date_from",
    "date_to",
    "time_of_day",
    "place",
    "place_name",
    "trade",
    "wage_min",
    "wage_max",
    "wage_unit",
    "pay_cycle",
    "headcount",
    "amount_owed",
    "people_owed",
    "employer_name",
    "age",
    "choice",
]
_LENGTHS = (2, 4, 8, 16, 40)  # characters; the last bucket is open
_NAMES = (
    [f"cue:{name}" for name in PATTERNS]
    + [f"field:{name}" for name in _FIELDS]
    + [f"found:{kind}" for kind in MARKS]
    + [f"length:{bucket}" for bucket in range(len(_LENGTHS) + 1)]
    + ["unpaid"]
)
COLUMNS = {name: column for column, name in enumerate(_NAMES)}


def signs(reading: Reading, text: str) -> list[str]:
    """Names of all signs that the reading and its plain `text` show."""
    found = [f"cue:{name}" for name in cues_in(text)]
    found += [f"field:{name}" for name in _FIELDS if name in reading.fields]
    found += [f"found:{kind}" for kind in MARKS if reading.has(kind)]
    found.append(f"length:{sum(len(text) > length for length in _LENGTHS)}")
    if speaks_of_unpaid(reading.text):
        found.append("unpaid")
    return found
