"""A worker cannot come, or an employer needs nobody any more."""

from __future__ import annotations

import re
from typing import List, Optional

from bot.core import schedule
from bot.core.hire import Event, State
from bot.core.posting.orders import CLOSE
from bot.services import cases, closing, hand_off, posting_draft, posting_orders
from bot.services.offers import short
from bot.services.promises import hours, refill
from bot.services.state import (
    ABOUT_POSTING,
    CASE,
    CHOICE,
    DATE,
    NAME,
    PLACE,
    POSTING_WHICH,
    STATION,
    WITHDRAW,
)
from bot.services.talk import Talk
from bot.store import hires, postings
from bot.store.people import Person
from bot.store.work import OPEN, Hire, Posting

_WITHDRAWABLE = [State.OFFERED, State.CONFIRMED]
_CANNOT_COME = re.compile(
    r"[去来]不[了成到]|不[去来干做]了|不想[去来干做]|没法[去来]|请假|退[掉了]|退.{0,6}(?:活|报名|单)|有事"
)
_ENOUGH = re.compile(r"[满够齐]了|不[招要缺]人|不招了|不用招|停止招|人[都]?[满够齐]")
_CALLED_OFF = re.compile(r"不用来|别来|莫来|不开工|停工|下雨|取消")
_DROPPED = (NAME, PLACE, DATE, CHOICE, STATION)


def cancel(talk: Talk) -> None:
    """Takes back the hire or the posting that is meant; asks where that is not plain."""
    if talk.state.expecting == CASE and _CANNOT_COME.search(talk.turn.text) and _mine(talk):
        _cancel_beside_a_case(talk)
    elif talk.state.expecting == CASE:
        talk.state.settle()
        talk.say("utter_case_kept")
    elif talk.state.expecting == POSTING_WHICH and _ENOUGH.search(talk.turn.text):
        talk.state.settle()
        posting_orders.give(talk, CLOSE)  # another order, not the end of a draft
    elif talk.state.expecting in ABOUT_POSTING and not _CANNOT_COME.search(talk.turn.text):
        posting_draft.drop(talk)
    elif (
        talk.state.expecting in _DROPPED
        and not _CANNOT_COME.search(talk.turn.text)
        and not _ENOUGH.search(talk.turn.text)
    ):
        talk.state.settle()
        talk.say("utter_dropped")
    elif talk.employer and not _mine(talk):
        _cancel_as_employer(talk)
    else:
        _cancel_as_worker(talk)


def _cancel_beside_a_case(talk: Talk) -> None:
    """“明天去不了了” in the middle of a case's questions: about the work; then the question is picked up again."""
    asked = dict(talk.state.pending)
    _cancel_as_worker(talk)
    if talk.state.expecting is None:
        talk.state.ask(CASE, **asked)
        cases.ask_again(talk)


def _mine(talk: Talk) -> List[Hire]:
    """What is still ahead of the worker."""
    rows = hires.of_worker(talk.session, talk.person.id, _WITHDRAWABLE)
    return [row for row in rows if talk.session.get(Posting, row.posting_id).date_to >= talk.today]


def _cancel_as_worker(talk: Talk) -> None:
    mine = _mine(talk)
    on_day = [row for row in mine if _is_on_day(talk, row)]
    if not mine:
        talk.state.settle()
        talk.say("utter_nothing_to_withdraw")
    elif len(on_day) == 1:
        withdraw(talk, on_day[0])
    else:
        _ask_which(talk, on_day or mine)


def cannot_come(talk: Talk, row: Hire, perhaps_another: bool) -> None:
    """“去不了” to a reminder: this hire, unless words (not a bare “2”) could mean another one as well."""
    if perhaps_another and _CANNOT_COME.search(talk.turn.text):
        _cancel_as_worker(talk)
    else:
        withdraw(talk, row)


def _is_on_day(talk: Talk, row: Hire) -> bool:
    """True where the message names no day, or a day of this work."""
    day, posting = talk.turn.get("date_from"), talk.session.get(Posting, row.posting_id)
    return not day or posting.date_from.isoformat() <= day <= posting.date_to.isoformat()


def _ask_which(talk: Talk, mine: List[Hire]) -> None:
    talk.state.ask(WITHDRAW, hires=[row.id for row in mine])
    what = [f"{n} {short(talk, talk.session.get(Posting, row.posting_id))}" for n, row in enumerate(mine, 1)]
    talk.say("utter_which_withdraw", lines="\n".join(what))


def picked(talk: Talk, numbers: List[int]) -> None:
    """The answer to “which one”, or to “stop hiring?”."""
    if "posting" in talk.state.pending:
        _stop_or_not(talk, numbers == [1])
        return
    ids = talk.state.pending.get("hires", [])
    wanted = [ids[number - 1] for number in numbers if 1 <= number <= len(ids)]
    if not wanted:
        talk.say("utter_choice_out_of_range", last=len(ids))
        return
    for hire_id in wanted:
        row = hires.get_locked(talk.session, hire_id)
        if row is not None:
            withdraw(talk, row)


def withdraw(talk: Talk, found: Hire) -> None:
    """Takes a hire back: the employer is told, and those who were turned away for want of a seat are asked."""
    posting = withdraw_quietly(talk, found)
    if posting is None:
        talk.say("utter_nothing_to_withdraw")
        return
    talk.state.settle()
    talk.say("utter_withdrawn", what=short(talk, posting))


def withdraw_quietly(talk: Talk, found: Hire) -> Optional[Posting]:
    """Takes the worker off and tells the employer; the worker's own answer is the caller's. None: too late."""
    row = hires.get_locked(talk.session, found.id)
    if row is None or State(row.state) not in _WITHDRAWABLE:
        return None
    posting = talk.session.get(Posting, row.posting_id)
    was_sure = row.state == State.CONFIRMED.value
    row.late = was_sure and schedule.is_late(
        hours.starts(talk.ctx, row, posting), hours.hired_at(talk.ctx, row), talk.now
    )
    hires.move(talk.session, row, Event.WITHDRAW, "worker", talk.now)
    talk.tell(
        postings.employer(talk.session, posting).person_id,
        f"hire:{row.id}:withdrawn",
        _news_for_employer(was_sure, posting),
        name=talk.person.name or "",
        code=row.code,
        what=short(talk, posting),
        left=posting.headcount - posting.seats_taken,
    )
    if was_sure:
        refill.seat_freed(talk.ctx, talk.session, posting, talk.now)
    return posting


def _news_for_employer(was_sure: bool, posting: Posting) -> str:
    if not was_sure:
        return "utter_question_withdrawn"
    return "utter_worker_withdrew" if posting.state == OPEN else "utter_worker_withdrew_closed"


def _cancel_as_employer(talk: Talk) -> None:
    mine = postings.of_employer(talk.session, talk.employer.id, talk.today)
    if len(mine) > 1 and any(row.seats_taken for row in mine) and _CALLED_OFF.search(talk.turn.text):
        hand_off.escalate(talk, "asked")
        talk.say("utter_release_by_staff")
    elif len(mine) != 1:
        posting_orders.give(talk, CLOSE)
    elif mine[0].seats_taken and (_CALLED_OFF.search(talk.turn.text) or _names_a_worker(talk, mine[0])):
        hand_off.escalate(talk, "asked")
        talk.say("utter_release_by_staff")
    elif _ENOUGH.search(talk.turn.text):
        close_posting(talk)
    else:
        talk.state.ask(WITHDRAW, posting=mine[0].id)
        talk.say("utter_stop_hiring", what=short(talk, mine[0]))


def _names_a_worker(talk: Talk, posting: Posting) -> bool:
    rows = hires.of_posting(talk.session, posting.id, [State.CONFIRMED])
    names = [talk.session.get(Person, row.worker_id).name for row in rows]
    return any(name and name in talk.turn.text for name in names)


def _stop_or_not(talk: Talk, stop: bool) -> None:
    posting = talk.session.get(Posting, talk.state.pending.get("posting"))
    talk.state.settle()
    if stop and posting is not None:
        closing.close(talk, posting)
    else:
        talk.say("utter_ok")


def close_posting(talk: Talk) -> None:
    """Of the employer's only open posting."""
    closing.close(talk, postings.of_employer(talk.session, talk.employer.id, talk.today)[0])
