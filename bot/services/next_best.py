"""It did not work out with one posting: the worker is told kindly and shown the next best."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core import wording
from bot.services import listing, outbox
from bot.services.context import Context
from bot.services.find_work import wish_from
from bot.services.search import search
from bot.services.talk import change_state
from bot.store import hires
from bot.store.people import Person
from bot.store.work import Hire, Posting


def tell(ctx: Context, session: Session, row: Hire, posting: Posting, key: str, now: datetime) -> None:
    """Writes one message: what happened, and a new numbered list where there is one."""
    worker = session.get(Person, row.worker_id)
    today = now.astimezone(ctx.zone).date()
    day = wording.day(max(posting.date_from, today), today)
    what = f"{day}{posting.place_name}{ctx.trades.short_name(posting.trade)}"
    with change_state(session, worker.id, now) as state:
        head = ctx.replies.render(key, what=what)
        wish = wish_from(state, worker.age)
        found = search(ctx, session, wish, now, besides=hires.postings_of(session, worker.id))
        if found is None:
            text = head + ctx.replies.render("utter_will_tell")
        else:
            text = listing.show(ctx, state, found, wish, now, head + ctx.replies.render("utter_others"))
    outbox.tell(session, worker.id, f"hire:{row.id}:{row.state}", text, now)
