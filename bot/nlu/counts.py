"""How many people a message is about: wanted, looking together, or unpaid."""

from __future__ import annotations

from bot.nlu.numbers import unclaimed_figures
from bot.nlu.people import find_people
from bot.nlu.reading import Reading
from bot.nlu.unpaid import is_about_unpaid


def read_headcount(reading: Reading) -> None:
    """Sets headcount, in a talk of unpaid wages people_owed (two and more); claims 'headcount'."""
    trades = [span for span in reading.spans if span.kind == "trade"]
    unpaid = is_about_unpaid(reading)
    counts = find_people(
        unclaimed_figures(reading), trades, reading.role == "employer" and not unpaid, unpaid
    )
    people = sum(count.value for count in counts)
    if people < (2 if unpaid else 1):
        return
    reading.fields["people_owed" if unpaid else "headcount"] = people
    for count in counts:
        reading.claim(count.start, count.end, "headcount")
