"""The answer to a question that time brought, by its kind."""

from __future__ import annotations

from typing import Callable, Dict

from bot.core import promise_words
from bot.services import offers, small_talk
from bot.services.promises import attendance, clash, prompts, ratings, refill, reminders, wages
from bot.services.state import ARRIVED, CLASH, COMING, OVERLAP, PAID, PRESENT, RATING, SEAT
from bot.services.talk import Talk
from bot.store.promises import Prompt

Answer = Callable[[Talk, Prompt, str], None]


def answer(talk: Talk) -> None:
    """The message answers the question in front (bot/services/memory.py put it there by its words)."""
    if talk.state.expecting == OVERLAP:
        offers.pick_all_the_same(talk, bool(promise_words.keeps_it(talk.turn.text)))
        return
    prompt = prompts.current(talk)
    said = promise_words.read(talk.state.expecting or "", talk.turn.text) if prompt else None
    if prompt is None or said is None:
        talk.state.settle()
        talk.say("utter_fine")
        return
    behind = talk.state.behind
    _BY_KIND[prompt.kind](talk, prompt, said.answer)
    if behind and talk.state.pending is behind[1] and talk.state.expecting == behind[0]:
        small_talk.pick_up(talk)


_BY_KIND: Dict[str, Answer] = {
    COMING: reminders.answer,
    ARRIVED: attendance.answer_worker,
    PRESENT: lambda talk, prompt, said: attendance.answer_employer(talk, prompt),
    PAID: wages.answer,
    RATING: lambda talk, prompt, said: ratings.answer(talk, prompt),
    SEAT: refill.answer,
    CLASH: clash.answer,
}
