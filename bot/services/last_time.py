"""“还是上次那家”: work for an employer whom the worker knows."""

from __future__ import annotations

from typing import List, Optional

from bot.core.hire import SEATED, State
from bot.services import find_work, listing
from bot.services.search import PAGE
from bot.services.talk import Talk
from bot.store import hires, postings
from bot.store.work import Hire, Posting


def show(talk: Talk) -> None:
    """What that employer needs now; nothing there: the same work elsewhere, saying so."""
    last = _last(talk)
    if last is None:
        talk.say("utter_no_last_time")
        find_work.find_work(talk)
        return
    before = talk.session.get(Posting, last.posting_id)
    rows = _open_now(talk, before)
    if rows:
        head = talk.ctx.replies.render("utter_list_last_time", what=_what(talk, before))
        text, shown = listing.text_of(talk.ctx, rows, talk.now, head)
        listing.keep(talk.state, shown, talk.now)
        talk.say_text(text)
        return
    talk.say("utter_last_time_none", what=_what(talk, before))
    talk.state.search.update(place=before.place_code, trade=before.trade)
    find_work.find_work(talk)


def _last(talk: Talk) -> Optional[Hire]:
    """The newest hire that came about; else the newest that was asked for."""
    for states in (list(SEATED), list(State)):
        rows = hires.of_worker(talk.session, talk.person.id, states)
        if rows:
            return max(rows, key=lambda row: row.id)
    return None


def _open_now(talk: Talk, before: Posting) -> List[Posting]:
    mine = {
        row.posting_id
        for row in hires.of_worker(talk.session, talk.person.id, [State.OFFERED, State.CONFIRMED])
    }
    rows = postings.of_employer(talk.session, before.employer_id, talk.today)
    return [row for row in rows if row.id not in mine and row.seats_taken < row.headcount][:PAGE]


def _what(talk: Talk, posting: Posting) -> str:
    """“光谷小工”: its day is over or was told."""
    return f"{posting.place_name}{talk.ctx.trades.short_name(posting.trade)}"
