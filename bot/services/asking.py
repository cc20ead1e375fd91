"""What an employer is told about a worker who wants to come: name, age group, record; never the phone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Dict

from sqlalchemy.orm import Session

from bot.core import wording
from bot.services import words
from bot.services.context import Context
from bot.services.promises import record
from bot.store.people import Person
from bot.store.work import Hire, Posting


def question(
    ctx: Context, session: Session, worker: Person, posting: Posting, row: Hire, now: datetime
) -> Dict[str, Any]:
    """The parameters of the question that is put to the employer."""
    age = wording.age_group(worker.age)
    together = [f"一共{row.people}人"] if row.people > 1 else []
    facts = together + ([age] if age else []) + record.of_worker(session, worker.id)
    return {
        "code": row.code,
        "name": worker.name,
        "facts": f"（{'，'.join(facts)}）" if facts else "",
        "what": words.short(ctx, posting, now),
        "until": words.by_when(ctx, row.expires_at, now),
    }
