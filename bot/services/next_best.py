"""It did not work out with one posting: the worker is told kindly and shown the next best."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services import listing, memory, outbox
from bot.services.context import Context
from bot.services.find_work import wish_from
from bot.services.search import search
from bot.services.words import short
from bot.store import hires
from bot.store.people import Person
from bot.store.work import Hire, Posting


def tell(ctx: Context, session: Session, row: Hire, posting: Posting, key: str, now: datetime) -> None:
    """Writes one message: what happened, and a new numbered list where there is one."""
    worker = session.get(Person, row.worker_id)
    wish = wish_from(memory.state_of(session, worker.id, now), worker.age)
    head = ctx.replies.render(key, what=short(ctx, posting, now))
    found = search(ctx, session, wish, now, besides=hires.postings_of(session, worker.id))
    if found is None:
        text = head + ctx.replies.render("utter_will_tell")
    else:
        text, shown = listing.text_of(ctx, found.rows, now, head + ctx.replies.render("utter_others"))
        memory.told(session, worker.id, shown, now)
    outbox.tell(session, worker.id, f"hire:{row.id}:{row.state}", text, now)
