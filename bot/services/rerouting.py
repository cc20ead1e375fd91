"""Messages whose words alone mislead: they point back at something said or done before, or may mean several things."""

from __future__ import annotations

import re
from typing import Callable

from bot.core import refine
from bot.services import about_list, ask_meaning, binding, forget, last_time, my_jobs, rights, small_talk
from bot.services.cases import meant
from bot.services.state import CHOICE, FORGET, MORE
from bot.services.talk import Talk

UseCase = Callable[[Talk], None]
_VAGUE = frozenset({"find_work", "other", "choose", "affirm", "my_jobs", "subscribe", "profile"})
_NEW_WISH = ("date_from", "place", "choice")
_THAT_ONE = re.compile(r"[那这]个|[那这]家|[那这]边|[那这]里")


def use_case_for(talk: Talk, planned: UseCase) -> UseCase:
    """What answers this message: mostly what was planned."""
    if binding.wanted(talk):
        return binding.bind
    if talk.state.expecting == FORGET and talk.turn.task in forget.ANSWERED_BY:
        return forget.answer
    of_a_case = meant.instead_of(talk)
    if of_a_case:
        return of_a_case
    if rights.asks_on(talk):
        return rights.answer_on
    if rights.knows(talk):
        return rights.answer
    if talk.turn.task in _VAGUE and not talk.employer and refine.same_again(talk.turn.text):
        return last_time.show
    if _asks_about_list(talk):
        return _about_list
    return ask_meaning.instead_of(talk, planned)


def _asks_about_list(talk: Talk) -> bool:
    """“那个工地在哪”, “包吃住不”, with a list before them and nothing new wished for."""
    return (
        talk.turn.task in ("find_work", "my_jobs", "station_info")
        and talk.state.expecting in (None, MORE, CHOICE)
        and refine.refinement(talk.turn.text) == refine.ABOUT
        and not any(talk.turn.get(name) for name in _NEW_WISH)
        and (_THAT_ONE.search(talk.turn.text) or not talk.turn.get("trade"))
        and talk.state.list_is_open(talk.now)
        and not my_jobs.has_work_ahead(talk)
    )


def _about_list(talk: Talk) -> None:
    about_list.about(talk)
    small_talk.pick_up(talk)
