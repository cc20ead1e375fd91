"""How the person's own cases stand: the true state, who holds it, what comes next."""

from __future__ import annotations

from bot.core.cases.facts import WAGE
from bot.services.cases import progress, records
from bot.services.talk import Talk
from bot.store import cases
from bot.store.help import Case

SHOWN = 3


def status(talk: Talk) -> None:
    """The open ones; where all have ended, the last."""
    mine = cases.of_person(talk.session, talk.person.id)
    if not mine:
        talk.say("utter_no_case")
        return
    shown = [case for case in mine if progress.is_open(case)][:SHOWN] or mine[:1]
    for case in shown:
        _say(talk, case)


def _say(talk: Talk, case: Case) -> None:
    when = case.created_at.astimezone(talk.ctx.zone)
    key = case.state if case.kind == WAGE and not case.paid_asked_at else "other"
    key = "paid_asked" if case.paid_asked_at else key
    talk.say(
        f"utter_case_at_{key}",
        number=records.number(case),
        day=f"{when.month}月{when.day}日",
        holder=progress.holder_words(case),
    )
