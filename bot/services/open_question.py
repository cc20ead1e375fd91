"""Answers to what the bot asked: “1”, a name, “随便”, “老板姓王”."""

from __future__ import annotations

import re

from bot.core import refine
from bot.core.hire import State
from bot.services import (
    about_list,
    cases,
    employer_answers,
    find_work,
    hand_off,
    my_jobs,
    offers,
    post_job,
    posting_draft,
    reports,
    small_talk,
    take_name,
    withdraw,
)
from bot.services.state import (
    ABOUT_POSTING,
    CASE,
    CHOICE,
    DANGER,
    DATE,
    MORE,
    NAME,
    OFFERS,
    PLACE,
    REPORT,
    STATION,
    WITHDRAW,
)
from bot.services.talk import Talk
from bot.store import hires

_AGAIN = re.compile(r"又能[去来]|还是能[去来]|可以[去来]了|能[去来]了|还是想")


def choose(talk: Talk) -> None:
    """Numbers: what they pick depends on what was asked last."""
    numbers = list(talk.turn.get("choice") or [])
    if talk.state.expecting == OFFERS or (not talk.state.listed and talk.employer):
        if not employer_answers.answer_offers(talk):
            employer_answers.ask_back(talk)
    elif talk.state.expecting == WITHDRAW:
        withdraw.picked(talk, numbers)
    elif refine.refinement(talk.turn.text) == refine.ABOUT:
        about_list.about(talk)
    elif numbers:
        offers.choose(talk, numbers)
    else:
        _choose_by_place(talk)


def _choose_by_place(talk: Talk) -> None:
    number = about_list.by_place(talk, offers.listed(talk))
    if number:
        offers.choose(talk, [number])
    else:
        talk.say("utter_which_number")


def affirm(talk: Talk) -> None:
    """“行”: yes to the open question; a list of one may be taken by it."""
    if talk.state.expecting == WITHDRAW:
        withdraw.picked(talk, [1])
        return
    if _answers_employer_question(talk):
        return
    if talk.state.expecting == CHOICE and len(talk.state.listed) == 1:
        offers.choose(talk, [1])
    elif talk.state.expecting == CHOICE:
        talk.say("utter_which_number")
    elif talk.state.expecting in (PLACE, DATE):
        find_work.leave_open(talk)
    elif talk.state.expecting == NAME:
        talk.say("utter_ask_name_again")
    else:
        talk.say("utter_ok" if _is_settled(talk) else "utter_fine")


def _is_settled(talk: Talk) -> bool:
    """An employer, or a worker with a hire ahead: nothing more is expected of them."""
    return bool(
        talk.employer or hires.of_worker(talk.session, talk.person.id, [State.OFFERED, State.CONFIRMED])
    )


def deny(talk: Talk) -> None:
    """“不要”: the open question is dropped; with another day or place it corrects the wish."""
    if _answers_employer_question(talk):
        return
    if talk.state.search_is_fresh(talk.now) and any(
        talk.turn.get(n) for n in ("date_from", "place", "trade")
    ):
        find_work.find_work(talk)
        return
    if talk.state.expecting == CASE:
        cases.keep(talk)
        return
    talk.state.settle()
    talk.say("utter_ok" if _is_settled(talk) else "utter_dropped")


def not_understood(talk: Talk) -> None:
    """Before giving up on a message: a name put right, a question about the work, a change of mind."""
    if posting_draft.take_unread(talk):
        return
    if take_name.keep_corrected(talk):
        return
    asks = refine.refinement(talk.turn.text) == refine.ABOUT
    if asks and hires.of_worker(talk.session, talk.person.id, [State.CONFIRMED]):
        my_jobs.my_jobs(talk)
    elif asks and talk.state.list_is_open(talk.now):
        about_list.about(talk)
        small_talk.pick_up(talk)
    elif _AGAIN.search(talk.turn.text) and talk.state.search:
        find_work.look(talk)
    else:
        hand_off.not_understood(talk)


def _answers_employer_question(talk: Talk) -> bool:
    if talk.state.expecting not in (None, OFFERS):
        return False
    return employer_answers.answer_offers(talk)


def inform(talk: Talk) -> None:
    """Whatever answers the open question and has no rule of its own."""
    answer = _BY_QUESTION.get(talk.state.expecting or "")
    if answer:
        answer(talk)
    elif talk.employer:
        employer_answers.reply(talk)
    else:
        not_understood(talk)


_BY_QUESTION = {
    NAME: take_name.take_name,
    CASE: cases.take_case_fact,
    MORE: cases.take_case_fact,
    DANGER: cases.in_danger,
    PLACE: find_work.answer,
    DATE: find_work.answer,
    CHOICE: about_list.refine,
    OFFERS: employer_answers.reply,
    REPORT: reports.report,
    **dict.fromkeys(ABOUT_POSTING, post_job.post_job),
    STATION: small_talk.station,
}
