"""When a hire's work begins, and which other hires stand in its way."""

from __future__ import annotations

from datetime import datetime, time
from typing import List, Tuple

from sqlalchemy.orm import Session

from bot.core import schedule
from bot.core.hire import State
from bot.core.overlap import length, overlap
from bot.core.schedule import Work
from bot.services.context import Context
from bot.store import hires
from bot.store.work import Hire, Posting

USUAL_START = time(8, 0)  # where no hour is given


def work_of(posting: Posting) -> Work:
    """The posting's days and hour, local."""
    hour = time.fromisoformat(posting.start_time) if posting.start_time else USUAL_START
    return Work(posting.date_from, posting.date_to, hour)


def hired_at(ctx: Context, row: Hire) -> datetime:
    """When the hire was confirmed, local."""
    return (row.confirmed_at or row.offered_at).astimezone(ctx.zone)


def starts(ctx: Context, row: Hire, posting: Posting) -> datetime:
    """When this worker begins, local."""
    return schedule.first_start(work_of(posting), hired_at(ctx, row))


def in_the_way(session: Session, worker_id: int, posting: Posting, besides: int = 0) -> List[Hire]:
    """The worker's settled hires that fall on the same days and hours; `besides` is the hire itself."""
    mine = hires.of_worker(session, worker_id, [State.CONFIRMED, State.ARRIVED])
    return [row for row in mine if row.id != besides and _meet(posting, session.get(Posting, row.posting_id))]


def _meet(one: Posting, other: Posting) -> bool:
    if one.id == other.id:
        return False
    return overlap(work_of(one), length(one.wage_unit), work_of(other), length(other.wage_unit))


def split(
    session: Session, worker_id: int, picked: List[Posting]
) -> Tuple[List[Posting], List[Tuple[Posting, Hire]]]:
    """Of what was picked: what can be asked for at once, and what stands in the way of which hire."""
    fine: List[Posting] = []
    clashing: List[Tuple[Posting, Hire]] = []
    for posting in picked:
        others = in_the_way(session, worker_id, posting)
        if others:
            clashing.append((posting, others[0]))
        else:
            fine.append(posting)
    return fine, clashing
