"""How it was, in one figure, by both sides: 1 good, 2 so-so, 3 bad."""

from __future__ import annotations

from datetime import timedelta

from bot.core import schedule
from bot.core.hire import State
from bot.core.scores import read_scores
from bot.services.promises import prompts, record
from bot.services.promises.due import RATE, Due, due_together
from bot.services.state import RATING
from bot.services.talk import Talk
from bot.store import promises
from bot.store.people import Person
from bot.store.promises import Prompt

ANSWER_WITHIN = timedelta(days=7)
WORKER, EMPLOYER = "worker", "employer"
NAMED = 6
_RATED = [*record.CAME, State.CONFIRMED]  # of whom nobody has said that he stayed away


def ask_worker(talk: Talk, due: Due) -> None:
    """Right behind the thanks for the wages: no message of its own."""
    talk.say("utter_rate_employer")
    until, key = due.now + ANSWER_WITHIN, due.key("rate-employer")
    prompts.note(due.session, talk.person.id, RATING, key, due.posting, [due.row], due.now, until)


def ask_employer(due: Due) -> bool:
    """The morning after, one message a posting; about nobody who stayed away."""
    if schedule.is_night(due.local):
        return False
    rows = [row for row in due_together(due, RATE) if State(row.state) in _RATED][:NAMED]
    if rows and due.local.date() <= due.posting.date_to + ANSWER_WITHIN:
        several = len(rows) > 1
        names = "、".join(due.session.get(Person, row.worker_id).name or "" for row in rows)
        first = due.session.get(Person, rows[0].worker_id).name or ""
        text = due.text("utter_rate_workers" if several else "utter_rate_worker", names=names, first=first)
        person, until = due.employer.person_id, due.now + ANSWER_WITHIN
        prompts.ask(
            due.session, person, RATING, due.key("rate-worker"), text, due.posting, rows, due.now, until
        )
    return True


def answer(talk: Talk, prompt: Prompt) -> None:
    """One figure for all, others by name."""
    rows = prompts.hires_of(talk, prompt)
    names = [talk.session.get(Person, row.worker_id).name or "" for row in rows]
    by = WORKER if rows[0].worker_id == talk.person.id else EMPLOYER
    for place, score in read_scores(talk.turn.text, names).items():
        promises.rate(talk.session, rows[place].id, by, score, talk.now)
    prompts.close(prompt, "rated", talk.now)
    talk.state.settle()
    talk.say("utter_rated")
