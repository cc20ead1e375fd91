"""One thing that is due about one hire, with everything needed to do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, List

from sqlalchemy.orm import Session

from bot.core import schedule, wording
from bot.core.deadlines import early
from bot.core.hire import State
from bot.core.phones import shown
from bot.services import words
from bot.services.context import Context
from bot.services.promises import hours
from bot.store import hires, postings, promises
from bot.store.people import Employer, Person
from bot.store.work import Hire, Posting

EVENING, SOON, ARRIVAL, ATTENDANCE = "evening", "soon", "arrival", "attendance"
DONE, PAY, RATE, REFILL = "done", "pay", "rate", "refill"
STILL_AT_WORK = timedelta(hours=12)  # after the start: till then somebody may still say that he is there


@dataclass(frozen=True)
class Due:
    """The hire is locked; `now` is UTC."""

    ctx: Context
    session: Session
    row: Hire
    posting: Posting
    now: datetime

    @property
    def local(self) -> datetime:
        """Now, local."""
        return self.now.astimezone(self.ctx.zone)

    @property
    def starts(self) -> datetime:
        """When this worker begins, local."""
        return hours.starts(self.ctx, self.row, self.posting)

    @property
    def worker(self) -> Person:
        """Who is hired."""
        return self.session.get(Person, self.row.worker_id)

    @property
    def employer(self) -> Employer:
        """Who hired him."""
        return postings.employer(self.session, self.posting)

    @property
    def confirmed(self) -> bool:
        """True where nothing has happened since the handshake."""
        return self.row.state == State.CONFIRMED.value

    @property
    def must_wait(self) -> bool:
        """True in the night, but for work that begins before nine on the coming morning."""
        return schedule.is_night(self.local) and self.starts >= early(self.local)

    def text(self, key: str, **params: Any) -> str:
        """A reply, with what most of them name already filled in."""
        return self.ctx.replies.render(
            key,
            what=words.of_day(self.ctx, self.posting, self.starts.date(), self.now),
            when=wording.exact_day(self.starts.date(), self.local.date()) + self.starts.strftime("%-H:%M"),
            address=self.posting.address,
            contact=self.employer.name,
            phone=shown(self.session.get(Person, self.employer.person_id).phone or ""),
            name=self.worker.name or "",
            job=f"{self.posting.place_name}{self.ctx.trades.short_name(self.posting.trade)}",
            **params,
        )

    def key(self, telling: str) -> str:
        """Names a fact about this hire."""
        return f"hire:{self.row.id}:{telling}"


def due_together(due: Due, kind: str) -> List[Hire]:
    """The posting's hires whose time has come as well: one message is enough for all, so their timers are done."""
    ids = [row.id for row in hires.of_posting(due.session, due.posting.id, list(State))]
    found = []
    for row in hires.get_all_locked(due.session, ids):
        timer = promises.timer(due.session, row.id, kind)
        if timer is not None and timer.done_at is None and timer.due_at <= due.now:
            timer.done_at = due.now
            found.append(row)
    return found
