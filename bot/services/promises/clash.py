"""Two pieces of work at the same hours: said before it is asked for, and settled when both are confirmed."""

from __future__ import annotations

from bot.core import promise_words as said
from bot.services import withdraw, words
from bot.services.promises import hours, prompts
from bot.services.promises.due import Due
from bot.services.state import CLASH
from bot.services.talk import Talk
from bot.store.promises import Prompt
from bot.store.work import Hire, Posting


def tell(talk: Talk, row: Hire, posting: Posting) -> None:
    """The employer has said yes to something that stands in the way of another hire: the worker chooses."""
    others = hours.in_the_way(talk.session, row.worker_id, posting, besides=row.id)
    if not others:
        return
    due = Due(talk.ctx, talk.session, row, posting, talk.now)
    other = talk.session.get(Posting, others[0].posting_id)
    text = due.text("utter_clash", other=words.short(talk.ctx, other, talk.now))
    prompts.ask(
        talk.session,
        row.worker_id,
        CLASH,
        due.key("clash"),
        text,
        posting,
        [row, others[0]],
        talk.now,
        due.starts,
    )


def answer(talk: Talk, prompt: Prompt, answer: str) -> None:
    """“1” keeps the new one, “2” the old one; the other is taken back."""
    rows = prompts.hires_of(talk, prompt)
    prompts.close(prompt, answer, talk.now)
    talk.state.settle()
    kept, dropped = rows if answer == said.ONE else rows[::-1]
    withdraw.withdraw(talk, dropped)
    talk.say(
        "utter_clash_kept", what=words.short(talk.ctx, talk.session.get(Posting, kept.posting_id), talk.now)
    )
