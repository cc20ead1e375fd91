"""Asking out of turn: the question and the message that puts it are written together, under one key, once."""

from __future__ import annotations

from datetime import datetime
from typing import List, Optional

from sqlalchemy.orm import Session

from bot.services import outbox
from bot.services.talk import Talk
from bot.store import hires, promises
from bot.store.promises import Prompt
from bot.store.work import Hire, Posting


def note(
    session: Session,
    person_id: int,
    kind: str,
    key: str,
    posting: Posting,
    about: List[Hire],
    now: datetime,
    until: datetime,
) -> Prompt:
    """The question alone, where a message that is written anyway puts it."""
    row = Prompt(
        key=key,
        person_id=person_id,
        kind=kind,
        posting_id=posting.id,
        hires=[each.id for each in about],
        asked_at=now,
        until=until,
    )
    session.add(row)
    session.flush()
    return row


def ask(
    session: Session,
    person_id: int,
    kind: str,
    key: str,
    text: str,
    posting: Posting,
    about: List[Hire],
    now: datetime,
    until: datetime,
) -> Prompt:
    """Question and message. `key` names the fact (“hire:7:arrived”), so that it is asked once."""
    outbox.tell(session, person_id, key, text, now)
    return note(session, person_id, kind, key, posting, about, now, until)


def close(prompt: Prompt, answer: str, now: datetime) -> None:
    """Answered: a bare “1” no longer means it."""
    prompt.answer, prompt.answered_at = answer, now


def current(talk: Talk) -> Optional[Prompt]:
    """The question that this message answers, locked; None where it was closed by something else meanwhile."""
    return promises.prompt_locked(talk.session, int(talk.state.pending.get("prompt", 0)))


def hires_of(talk: Talk, prompt: Prompt) -> List[Hire]:
    """What it was about, locked, in the order shown."""
    rows = {row.id: row for row in hires.get_all_locked(talk.session, prompt.hires)}
    return [rows[key] for key in prompt.hires if key in rows]
