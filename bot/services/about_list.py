"""What a worker says with a list before him: another one, better paid, nearer, or a question about what is on it."""

from __future__ import annotations

import re
from typing import List, Optional

from bot.core import refine as cues
from bot.services import find_work, listing, offers
from bot.services.talk import Talk
from bot.store.work import Posting

NOTES_SHOWN = 40


def refine(talk: Talk) -> None:
    """Answers by the kind of the message; one that names another day or place corrects the wish."""
    kind = cues.refinement(talk.turn.text)
    if kind is None or any(talk.turn.get(name) for name in ("date_from", "place", "trade", "headcount")):
        find_work.find_work(talk)
    elif kind == cues.ABOUT:
        about(talk)
    elif kind == cues.LATER:
        talk.say("utter_take_your_time")
    else:
        find_work.refine_list(talk, kind)


def about(talk: Talk) -> None:
    """“第二个包不包吃”, “多少钱一天”: what may be said before the hire; address and number come with it."""
    rows = offers.listed(talk)
    one = _named(talk, rows)
    if one is not None:
        talk.state.about = one.id
        talk.say("utter_about_posting", line=listing.line(talk.ctx, one, talk.today), notes=_notes(one))
    elif rows:
        talk.say("utter_about_list", lines=_lines(talk, rows))
    else:
        find_work.look(talk)


def _named(talk: Talk, rows: List[Posting]) -> Optional[Posting]:
    numbers = [number for number in talk.turn.get("choice") or [] if 1 <= number <= len(rows)]
    if numbers:
        return rows[numbers[0] - 1]
    number = by_place(talk, rows)
    return rows[number - 1] if number else rows[0] if len(rows) == 1 else None


def by_place(talk: Talk, rows: List[Posting]) -> Optional[int]:
    """“关山那个”: the number of the only listed posting whose place is named."""
    named = [number for number, row in enumerate(rows, 1) if row.place_name in talk.turn.text]
    return named[0] if len(named) == 1 else None


def _notes(posting: Posting) -> str:
    """Free text from the importer: what looks like a number or an address is for hired workers only."""
    private = re.search(r"\d{5}", posting.notes) or posting.address in posting.notes
    return "" if private or not posting.notes else f"。{posting.notes[:NOTES_SHOWN]}"


def _lines(talk: Talk, rows: List[Posting]) -> str:
    return "\n".join(
        f"{number} {listing.line(talk.ctx, row, talk.today)}" for number, row in enumerate(rows, 1)
    )
