"""A worker cannot come, or an employer needs nobody any more."""
from __future__ import annotations

from typing import List

from bot.core.hire import Event, State
from bot.services import next_best
from bot.services.offers import short
from bot.services.state import WITHDRAW
from bot.services.talk import Talk
from bot.store import hires, postings
from bot.store.work import CLOSED, Hire, Posting

_WITHDRAWABLE = [State.OFFERED, State.CONFIRMED]


def cancel(talk: Talk) -> None:
    """Takes back the hire or the posting that is meant; asks which where there are several."""
    mine = _meant(talk, hires.of_worker(talk.session, talk.person.id, _WITHDRAWABLE))
    if not mine and talk.employer:
        close_posting(talk)
    elif not mine:
        talk.state.settle()
        talk.say("utter_nothing_to_withdraw")
    elif len(mine) == 1:
        _withdraw(talk, mine[0])
    else:
        _ask_which(talk, mine)


def withdraw_picked(talk: Talk, numbers: List[int]) -> None:
    """The answer to “which one”."""
    ids = talk.state.pending.get("hires", [])
    wanted = [ids[number - 1] for number in numbers if 1 <= number <= len(ids)]
    if not wanted:
        talk.say("utter_choice_out_of_range", last=len(ids))
        return
    for hire_id in wanted:
        row = hires.get_locked(talk.session, hire_id)
        if row is not None:
            _withdraw(talk, row)


def _meant(talk: Talk, mine: List[Hire]) -> List[Hire]:
    """A day named in the message narrows it down."""
    day = talk.turn.get("date_from")
    if not day or len(mine) < 2:
        return mine
    on_day = [row for row in mine if talk.session.get(Posting, row.posting_id).date_from.isoformat() == day]
    return on_day or mine


def _ask_which(talk: Talk, mine: List[Hire]) -> None:
    talk.state.ask(WITHDRAW, hires=[row.id for row in mine])
    what = [f"{n} {short(talk, talk.session.get(Posting, row.posting_id))}" for n, row in enumerate(mine, 1)]
    talk.say("utter_which_withdraw", lines="\n".join(what))


def _withdraw(talk: Talk, found: Hire) -> None:
    row = hires.get_locked(talk.session, found.id)
    if row is None or State(row.state) not in _WITHDRAWABLE:
        talk.say("utter_nothing_to_withdraw")
        return
    posting = talk.session.get(Posting, row.posting_id)
    was_sure = row.state == State.CONFIRMED.value
    hires.move(talk.session, row, Event.WITHDRAW, "worker", talk.now)
    talk.state.settle()
    talk.say("utter_withdrawn", what=short(talk, posting))
    talk.tell(
        postings.employer(talk.session, posting).person_id,
        f"hire:{row.id}:withdrawn",
        "utter_worker_withdrew" if was_sure else "utter_question_withdrawn",
        name=talk.person.name or "",
        code=row.code,
        what=short(talk, posting),
        left=posting.headcount - posting.seats_taken,
    )


def close_posting(talk: Talk) -> None:
    """An employer stops hiring. Those already hired stay hired: that is said."""
    mine = postings.of_employer(talk.session, talk.employer.id, talk.today)
    if len(mine) != 1:
        talk.say("utter_close_which" if mine else "utter_nothing_to_close")
        return
    posting = mine[0]
    posting.state = CLOSED
    for row in hires.of_posting(talk.session, posting.id, [State.OFFERED]):
        locked = hires.get_locked(talk.session, row.id)
        if locked is not None and locked.state == State.OFFERED.value:
            hires.move(talk.session, locked, Event.DECLINE, "employer", talk.now)
            next_best.tell(talk.ctx, talk.session, locked, posting, "utter_full", talk.now)
    talk.state.settle()
    key = "utter_posting_closed" if posting.seats_taken else "utter_posting_closed_empty"
    talk.say(key, what=short(talk, posting), hired=posting.seats_taken)
