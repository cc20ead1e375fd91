"""On the day: is he there? The worker is asked first; the employer gets one list a posting, however many are hired."""

from __future__ import annotations

from datetime import timedelta
from typing import List

from bot.core import presence
from bot.core import promise_words as said
from bot.core.hire import Event, State
from bot.services import outbox, withdraw, words
from bot.services.promises import prompts, refill
from bot.services.promises.due import ATTENDANCE, STILL_AT_WORK, Due, due_together
from bot.services.state import ARRIVED, PRESENT
from bot.services.talk import Talk
from bot.store import hires
from bot.store.hires import NoSeat
from bot.store.people import Person
from bot.store.promises import Prompt
from bot.store.work import Hire, Posting

TOO_LATE_TO_ASK = timedelta(hours=6)  # after the start, where the clockwork stood still
NAMED = 8  # people in one list


def ask_worker(due: Due) -> bool:
    """Half an hour after the start, where nobody has said anything. Urgent: also in the night."""
    if due.confirmed and due.now < due.starts + TOO_LATE_TO_ASK:
        until = due.starts + STILL_AT_WORK
        text, about = due.text("utter_ask_arrived"), [due.row]
        prompts.ask(
            due.session,
            due.row.worker_id,
            ARRIVED,
            due.key("arrived?"),
            text,
            due.posting,
            about,
            due.now,
            until,
        )
    return True


def ask_employer(due: Due) -> bool:
    """A quarter of an hour later: who has come by his own word, and who has said nothing."""
    together = due_together(due, ATTENDANCE)
    there = [row for row in together if row.state == State.ARRIVED.value]
    silent = [row for row in together if row.state == State.CONFIRMED.value][:NAMED]
    if due.now >= due.starts + TOO_LATE_TO_ASK or not there + silent:
        return True
    person, key = due.employer.person_id, due.key("present?")
    if not silent:
        outbox.tell(
            due.session, person, key, due.text("utter_all_arrived", names=_names(due, there)), due.now
        )
        return True
    until, text = due.starts + STILL_AT_WORK, _question(due, there, silent)
    prompts.ask(due.session, person, PRESENT, key, text, due.posting, silent, due.now, until)
    return True


def _question(due: Due, there: List[Hire], silent: List[Hire]) -> str:
    if len(silent) == 1:
        arrived = f"{_names(due, there)}说到了。" if there else ""
        return due.text("utter_present_one", arrived=arrived, who=_names(due, silent))
    lines = "\n".join(f"{number} {_names(due, [row])}" for number, row in enumerate(silent, 1))
    return due.text(
        "utter_present_many", arrived=f"{_names(due, there)}说到了，" if there else "", lines=lines
    )


def _names(due: Due, rows: List[Hire]) -> str:
    shown = [due.session.get(Person, row.worker_id).name or "" for row in rows[:NAMED]]
    return "、".join(shown) + (f"等{len(rows)}人" if len(rows) > NAMED else "")


def answer_worker(talk: Talk, prompt: Prompt, answer: str) -> None:
    """“到了”, “还没到”, “去不了”."""
    row = prompts.hires_of(talk, prompt)[0]
    talk.state.settle()
    if answer == said.NOT_YET:
        talk.say("utter_on_the_way")
        return
    prompts.close(prompt, answer, talk.now)
    if answer == said.NO:
        withdraw.cannot_come(talk, row, False)
    else:
        arrive(talk, row)


def arrive(talk: Talk, row: Hire) -> None:
    """His word counts. An employer who has said otherwise is told, once."""
    was = State(row.state)
    if was == State.ARRIVED:
        talk.say("utter_arrived")
    elif was not in (State.CONFIRMED, State.NO_SHOW):
        talk.say("utter_no_longer_on")
    elif _move_to_arrived(talk, row):
        talk.say("utter_arrived")
        if was == State.NO_SHOW:
            _tell_employer(talk, row)
    else:
        talk.say("utter_seat_taken", phone=_employers_phone(talk, row))


def _move_to_arrived(talk: Talk, row: Hire) -> bool:
    try:
        hires.move(talk.session, row, Event.ARRIVE, "worker", talk.now)
    except NoSeat:  # somebody else has come in his place
        return False
    return True


def _tell_employer(talk: Talk, row: Hire) -> None:
    due = _due(talk, row)
    text = due.text("utter_came_after_all", number=words.phone_of(talk.session, row.worker_id))
    outbox.tell(talk.session, due.employer.person_id, due.key("came-after-all"), text, talk.now)


def _employers_phone(talk: Talk, row: Hire) -> str:
    return words.phone_of(talk.session, _due(talk, row).employer.person_id)


def _due(talk: Talk, row: Hire) -> Due:
    return Due(talk.ctx, talk.session, row, talk.session.get(Posting, row.posting_id), talk.now)


def answer_employer(talk: Talk, prompt: Prompt) -> None:
    """Who has come and who has not, by name or number."""
    rows = prompts.hires_of(talk, prompt)
    names = [talk.session.get(Person, row.worker_id).name or "" for row in rows]
    found = presence.read(talk.turn.text, names)
    if not found:
        talk.say("utter_present_unclear")
        return
    if len(found) == len(rows):
        prompts.close(prompt, "said", talk.now)
    talk.state.settle()
    talk.say(
        "utter_present_noted", told="、".join(_note(talk, rows[place], yes) for place, yes in found.items())
    )
    if not all(found.values()):
        posting = talk.session.get(Posting, prompt.posting_id)
        if refill.seat_freed(talk.ctx, talk.session, posting, talk.now):
            talk.say("utter_asking_others")


def _note(talk: Talk, row: Hire, there: bool) -> str:
    name = talk.session.get(Person, row.worker_id).name or ""
    if there:
        _confirm_presence(talk, row)
        return f"{name}到了"
    if row.state == State.CONFIRMED.value:
        _miss(talk, row)
        return f"{name}没到"
    if row.state == State.ARRIVED.value:  # two words against each other: they settle it by telephone
        return f"{name}说自己到了，请打{words.phone_of(talk.session, row.worker_id)}问问"
    return f"{name}没到"


def _confirm_presence(talk: Talk, row: Hire) -> None:
    if State(row.state) in (State.CONFIRMED, State.NO_SHOW):
        try:
            hires.move(talk.session, row, Event.ARRIVE, "employer", talk.now)
        except NoSeat:
            return


def _miss(talk: Talk, row: Hire) -> None:
    hires.move(talk.session, row, Event.MISS, "employer", talk.now)
    due = _due(talk, row)
    until, text = due.starts + STILL_AT_WORK, due.text("utter_you_missed")
    prompts.ask(
        talk.session, row.worker_id, ARRIVED, due.key("missed"), text, due.posting, [row], talk.now, until
    )
