"""An employer stops hiring for one posting."""

from __future__ import annotations

from bot.core.hire import Event, State
from bot.services import next_best
from bot.services.offers import short
from bot.services.state import OFFERS
from bot.services.talk import Talk
from bot.store import hires
from bot.store.work import CLOSED, Posting


def close(talk: Talk, posting: Posting) -> None:
    """Those already hired stay hired: that is said. Those who wait are told and shown others."""
    posting.state = CLOSED
    talk.session.flush()
    for row in hires.of_posting(talk.session, posting.id, [State.OFFERED]):
        locked = hires.get_locked(talk.session, row.id)
        if locked is not None and locked.state == State.OFFERED.value:
            hires.move(talk.session, locked, Event.DECLINE, hires.SEATS, talk.now)
            next_best.tell(talk.ctx, talk.session, locked, posting, "utter_full", talk.now)
    if talk.state.expecting == OFFERS:
        talk.state.settle()
    key = "utter_posting_closed" if posting.seats_taken else "utter_posting_closed_empty"
    talk.say(key, what=short(talk, posting), hired=posting.seats_taken)
