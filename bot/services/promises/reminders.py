"""Before the work: the worker is asked the evening before, and reminded two hours ahead."""

from __future__ import annotations

from typing import Optional

from bot.core import promise_words as said
from bot.core import schedule
from bot.core.hire import State
from bot.services import withdraw, words
from bot.services.promises import attendance, prompts
from bot.services.promises.due import STILL_AT_WORK, Due
from bot.services.state import ARRIVED, COMING
from bot.services.talk import Talk
from bot.store import hires, promises
from bot.store.promises import Prompt
from bot.store.work import Hire, Posting


def evening(due: Due) -> bool:
    """“明天7:00……来回1，不来回2”."""
    if not due.confirmed or due.now >= due.starts:
        return True
    if due.must_wait:
        return False
    _ask(due, "evening", due.text("utter_coming"))
    return True


def soon(due: Due) -> bool:
    """Two hours ahead; who has promised already is only told where and when."""
    if not due.confirmed or due.now >= due.starts:
        return True
    _ask(due, "soon", due.text("utter_soon_promised" if _has_promised(due) else "utter_soon"))
    return True


def ask_with_the_news(due: Due, key: str) -> bool:
    """Hired after the evening before: the question comes with the news itself, under its key. False where it is early."""
    if due.starts <= due.now or schedule.told_before(due.starts, due.local) is not None:
        return False
    until = due.starts + STILL_AT_WORK
    prompts.note(due.session, due.row.worker_id, COMING, key, due.posting, [due.row], due.now, until)
    return True


def _ask(due: Due, telling: str, text: str) -> None:
    until = due.starts + STILL_AT_WORK
    prompts.ask(
        due.session, due.row.worker_id, COMING, due.key(telling), text, due.posting, [due.row], due.now, until
    )


def _has_promised(due: Due) -> bool:
    asked = promises.of_posting(due.session, due.posting.id, COMING)
    return any(row.hires == [due.row.id] and row.answer == said.YES for row in asked)


def answer(talk: Talk, prompt: Prompt, answer: str) -> None:
    """“1” is noted, “2” takes the hire back, “到了” before the start is an arrival."""
    row = prompts.hires_of(talk, prompt)[0]
    prompts.close(prompt, answer, talk.now)
    talk.state.settle()
    if answer == said.NO:
        withdraw.cannot_come(talk, row, _asked_besides(talk, prompt))
    elif answer == said.THERE and _begun(talk, row):
        attendance.arrive(talk, _begun(talk, row))
    elif answer == said.NOT_YET:
        talk.say("utter_on_the_way")
    elif row.state in (State.CONFIRMED.value, State.ARRIVED.value):
        posting = talk.session.get(Posting, row.posting_id)
        talk.say("utter_coming_noted", what=words.short(talk.ctx, posting, talk.now))
    else:
        talk.say("utter_no_longer_on")


def _asked_besides(talk: Talk, prompt: Prompt) -> bool:
    """True where “去不了” could mean another hire as well: this question is answered, or not the only one."""
    live = promises.live_prompts(talk.session, talk.person.id, talk.now)
    others = [row for row in live if row.kind in (COMING, ARRIVED) and row.hires != prompt.hires]
    return bool(others)


def _begun(talk: Talk, row: Hire) -> Optional[Hire]:
    """The hire that “到了” is about: this one, or another that begins about now; the evening before it is none."""
    others = hires.of_worker(talk.session, talk.person.id, [State.CONFIRMED])
    return next((each for each in [row, *others] if _near(talk, each)), None)


def _near(talk: Talk, row: Hire) -> bool:
    due = Due(talk.ctx, talk.session, row, talk.session.get(Posting, row.posting_id), talk.now)
    return talk.now >= due.starts - schedule.AHEAD * 2
