"""Answers to what the bot asked: “1”, a name, “随便”, “老板姓王”."""
from __future__ import annotations

from bot.core import refine
from bot.services import cases, employer_answers, find_work, hand_off, offers, take_name, withdraw
from bot.services.state import CASE, CHOICE, DATE, NAME, OFFERS, PLACE, WITHDRAW
from bot.services.talk import Talk


def choose(talk: Talk) -> None:
    """Numbers: what they pick depends on what was asked last."""
    numbers = list(talk.turn.get("choice") or [])
    if talk.state.expecting == OFFERS or (not talk.state.listed and talk.employer):
        if not employer_answers.answer_offers(talk):
            employer_answers.ask_back(talk)
    elif talk.state.expecting == WITHDRAW:
        withdraw.withdraw_picked(talk, numbers)
    elif numbers:
        offers.choose(talk, numbers)
    else:
        talk.say("utter_which_number")


def affirm(talk: Talk) -> None:
    """“行”: yes to the open question; a list of one may be taken by it."""
    if _answers_employer_question(talk):
        return
    if talk.state.expecting == CHOICE and len(talk.state.listed) == 1:
        offers.choose(talk, [1])
    elif talk.state.expecting == CHOICE:
        talk.say("utter_which_number")
    elif talk.state.expecting in (PLACE, DATE):
        find_work.leave_open(talk)
    else:
        talk.say("utter_fine")


def deny(talk: Talk) -> None:
    """“不要”: the open question is dropped."""
    if _answers_employer_question(talk):
        return
    talk.state.settle()
    talk.say("utter_dropped")


def _answers_employer_question(talk: Talk) -> bool:
    if talk.state.expecting not in (None, OFFERS):
        return False
    return employer_answers.answer_offers(talk)


def inform(talk: Talk) -> None:
    """Whatever answers the open question without being a task of its own."""
    expecting = talk.state.expecting
    if expecting == NAME:
        take_name.take_name(talk)
    elif expecting == CASE:
        cases.take_case_fact(talk)
    elif expecting in (PLACE, DATE):
        find_work.leave_open(talk)
    elif expecting == CHOICE and refine.refinement(talk.turn.text):
        find_work.refine_list(talk, str(refine.refinement(talk.turn.text)))
    elif not _answers_employer_question(talk):
        hand_off.not_understood(talk)
