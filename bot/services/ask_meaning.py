"""An unsure message is asked back about with two or three choices; the choice is then done, not asked for again."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, List

from bot.core import refine
from bot.core.meanings import NAMES
from bot.core.posting.orders import steers
from bot.services import my_jobs
from bot.services.by_task import BY_TASK
from bot.services.state import CHOICE, MEANING, MORE
from bot.services.talk import Talk

UseCase = Callable[[Talk], None]


def instead_of(talk: Talk, use_case: UseCase) -> UseCase:
    """The question, where one is due; else the use case itself. Never twice in a row: then the best guess counts."""
    if talk.turn.meanings and talk.state.expecting in (None, MORE, CHOICE):
        return use_case if _is_plain_after_all(talk) else _ask
    if talk.state.expecting == MEANING:
        return _picked if talk.turn.task in ("choose", "affirm", "deny") else _moved_on(use_case)
    return use_case


def _is_plain_after_all(talk: Talk) -> bool:
    """“光谷那个改成4个人” by an employer; “地址再发我一哈” by somebody who is hired: the likeliest meaning is theirs."""
    if talk.employer:
        return steers(talk.turn.text)
    about = refine.refinement(talk.turn.text) == refine.ABOUT
    return about and talk.turn.meanings[0]["task"] == "my_jobs" and my_jobs.has_work_ahead(talk)


def _ask(talk: Talk) -> None:
    offered = talk.turn.meanings
    lines = [f"{number} {NAMES[each['task']]}" for number, each in enumerate(offered, 1)]
    talk.state.ask(MEANING, text=talk.turn.text, meanings=offered, since=talk.now.isoformat())
    talk.say("utter_ask_meaning", lines="\n".join(lines))


def _picked(talk: Talk) -> None:
    offered: List[dict] = talk.state.pending["meanings"]
    number = (talk.turn.get("choice") or [1 if talk.turn.task == "affirm" else 0])[0]
    if talk.turn.task == "deny" and offered[-1]["task"] == "human":  # “都不是”, where that means a person
        number = len(offered)
    text = talk.state.pending["text"]
    talk.state.settle()
    if not 1 <= number <= len(offered):
        talk.say("utter_say_it_again")
        return
    meant = offered[number - 1]
    talk.turn = replace(talk.turn, task=meant["task"], confidence=1.0, text=text, fields=meant, meanings=[])
    BY_TASK[meant["task"]](talk)


def _moved_on(use_case: UseCase) -> UseCase:
    """The person said it another way: the question is over."""

    def go_on(talk: Talk) -> None:
        talk.state.settle()
        use_case(talk)

    return go_on
