"""An employer's message about work to give: a new posting, a piece of one, or an order about one that is there."""

from __future__ import annotations

import re

from bot.core.posting import answers, draft
from bot.core.posting.orders import order
from bot.services import employer_answers, posting_draft, posting_orders
from bot.services.state import POSTING_OK, POSTING_WHICH
from bot.services.talk import Talk
from bot.store import hires


def post_job(talk: Talk) -> None:
    """Whatever belongs to the open question goes there first."""
    state = talk.state
    if state.expecting == POSTING_WHICH and posting_orders.picked(talk):
        return
    if state.expecting == POSTING_OK and state.pending.get("change"):
        posting_orders.agreed(talk)
        return
    if _means_a_worker(talk):
        return
    kind = order(talk.turn.text)
    if kind and talk.employer and not state.has_draft(talk.now):
        posting_orders.give(talk, kind)
    else:
        posting_draft.go_on(talk)


def _means_a_worker(talk: Talk) -> bool:
    """“A23 1”; and “行” answers no “where?”: it is for the worker who waits for an answer, if there is one."""
    codes = [row.code.lower() for row in hires.open_questions(talk.session, talk.person.id)]
    words = talk.turn.text.strip().lower()
    if not codes:
        return False
    plain_yes = answers.agrees(words) and not words.isdigit()
    named = any(re.search(rf"(?<![a-z]){code}(?!\d)", words) for code in codes)
    if not named and (talk.state.draft.get("step") == draft.OK or not plain_yes):
        return False
    return employer_answers.answer_offers(talk)
