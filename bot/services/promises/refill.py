"""A seat has come free again: those who were told “full” are asked, in the order in which they had picked it.

Each has half an hour. When nobody is left to wait for, the employer gets the names of all who still want to come in
one list; he decides as ever, so that nobody is hired without his yes and never more than there are seats.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import List, Optional

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core import promise_words as said
from bot.core import schedule
from bot.core.deadlines import answer_by, early
from bot.core.hire import State
from bot.services import asking, listing, outbox, words
from bot.services.context import Context
from bot.services.promises import hours, prompts
from bot.services.promises.due import REFILL, Due
from bot.services.state import OFFERS, SEAT
from bot.services.talk import Talk
from bot.store import hires, postings, promises
from bot.store.people import Person
from bot.store.promises import Prompt
from bot.store.work import OPEN, Hire, Posting

WINDOW = timedelta(minutes=30)
TOLD = "told"  # the answer of a “yes” that the employer has heard of


def seat_freed(ctx: Context, session: Session, posting: Posting, now: datetime) -> int:
    """Asks as many as there are seats that nobody is asked about yet; how many were asked."""
    if posting.state != OPEN or not schedule.worth_filling(hours.work_of(posting), now.astimezone(ctx.zone)):
        return 0
    asked = promises.of_posting(session, posting.id, SEAT)
    waiting = len(hires.of_posting(session, posting.id, [State.OFFERED])) + sum(
        _is_open(row, now) for row in asked
    )
    free = posting.headcount - posting.seats_taken - waiting
    refused = hires.refused_for_seats(session, posting.id)
    last = {row.worker_id: row.id for row in refused}  # who was refused twice is asked about the second time
    candidates = [
        row for row in refused if last[row.worker_id] == row.id and _may_ask(session, row, posting, asked)
    ]
    wanted = candidates[: max(free, 0)]
    if wanted and _night(ctx, posting, now + WINDOW):
        promises.plan(
            session, wanted[0].id, REFILL, schedule.morning_after((now + WINDOW).astimezone(ctx.zone))
        )
        return 0
    for row in wanted:
        _ask(ctx, session, posting, row, now)
    return len(wanted)


def in_the_morning(due: Due) -> bool:
    """A seat that came free in the night."""
    seat_freed(due.ctx, due.session, due.posting, due.now)
    return True


def _night(ctx: Context, posting: Posting, now: datetime) -> bool:
    """Only work of the coming morning cannot wait for it."""
    local = now.astimezone(ctx.zone)
    begins = datetime.combine(max(posting.date_from, local.date()), hours.work_of(posting).start, ctx.zone)
    return schedule.is_night(local) and begins >= early(local)


def _is_open(row: Prompt, now: datetime) -> bool:
    return row.answered_at is None and row.until > now


def _may_ask(session: Session, row: Hire, posting: Posting, asked: List[Prompt]) -> bool:
    """Once only, and not who has found something else for those hours or is on this posting again."""
    if any(row.id in prompt.hires for prompt in asked):
        return False
    if postings.worker_is_on(session, row.worker_id, [posting.id]):
        return False
    return not hours.in_the_way(session, row.worker_id, posting)


def _ask(ctx: Context, session: Session, posting: Posting, row: Hire, now: datetime) -> None:
    until = now + WINDOW
    text = ctx.replies.render(
        "utter_seat_free",
        line=listing.line(ctx, posting, now.astimezone(ctx.zone).date()),
        until=words.by_when(ctx, until, now),
    )
    prompts.ask(session, row.worker_id, SEAT, f"hire:{row.id}:seat", text, posting, [row], now, until)


def answer(talk: Talk, prompt: Prompt, answer: str) -> None:
    """“1”: put to the employer with the others; “2”: the next one is asked."""
    posting = talk.session.get(Posting, prompt.posting_id, with_for_update=True, populate_existing=True)
    talk.state.settle()
    prompts.close(prompt, answer, talk.now)
    if answer != said.YES:
        talk.say("utter_seat_declined")
    elif posting.state == OPEN and posting.seats_taken < posting.headcount and _offer(talk, posting):
        talk.say("utter_seat_wanted")
    else:
        talk.say("utter_posting_gone")
    _go_on(talk.ctx, talk.session, posting, talk.now)


def _offer(talk: Talk, posting: Posting) -> Optional[Hire]:
    begins = datetime.combine(posting.date_from, hours.work_of(posting).start, talk.ctx.zone)
    by = answer_by(talk.now + WINDOW, begins)
    try:
        with talk.session.begin_nested():
            return hires.add(talk.session, posting.id, talk.person.id, talk.now, by.remind_at, by.expires_at)
    except IntegrityError:  # he has picked it himself meanwhile
        return None


def _go_on(ctx: Context, session: Session, posting: Posting, now: datetime) -> None:
    """Asks the next ones; once nobody is waited for, tells the employer."""
    seat_freed(ctx, session, posting, now)
    asked = promises.of_posting(session, posting.id, SEAT)
    if any(_is_open(row, now) for row in asked):
        return
    willing = [row for row in asked if row.answer == said.YES]
    rows = [row for row in (_offer_of(session, prompt) for prompt in willing) if row is not None]
    for prompt in willing:
        prompt.answer = TOLD
    if rows:
        _tell_employer(ctx, session, posting, rows, now)


def _offer_of(session: Session, prompt: Prompt) -> Optional[Hire]:
    query = select(Hire).where(
        Hire.posting_id == prompt.posting_id,
        Hire.worker_id == prompt.person_id,
        Hire.state == State.OFFERED.value,
    )
    return session.execute(query).scalars().first()


def _tell_employer(ctx: Context, session: Session, posting: Posting, rows: List[Hire], now: datetime) -> None:
    person = postings.employer(session, posting).person_id
    if len(rows) == 1:
        worker = session.get(Person, rows[0].worker_id)
        text = ctx.replies.render(
            "utter_offer_asked", **asking.question(ctx, session, worker, posting, rows[0], now)
        )
        outbox.tell(session, person, f"hire:{rows[0].id}:ask", text, now)
        return
    lines = [f"{number} {session.get(Person, row.worker_id).name}" for number, row in enumerate(rows, 1)]
    text = ctx.replies.render(
        "utter_seat_offers", what=words.short(ctx, posting, now), lines="\n".join(lines)
    )
    until = max(row.expires_at for row in rows)
    prompts.ask(session, person, OFFERS, f"hire:{rows[0].id}:ask-list", text, posting, rows, now, until)


def run_out(ctx: Context) -> int:
    """Whoever has let the half hour pass is not waited for any longer."""
    with ctx.db.reading() as session:
        due = promises.run_out(session, SEAT, ctx.clock())
    return sum(_close_late(ctx, posting_id) for posting_id in due)


def _close_late(ctx: Context, posting_id: int) -> bool:
    now = ctx.clock()
    with ctx.db.writing() as session:
        posting = session.get(Posting, posting_id, with_for_update=True, populate_existing=True)
        late = [
            row
            for row in promises.of_posting(session, posting_id, SEAT)
            if row.answered_at is None and row.until <= now
        ]
        for row in late:
            prompts.close(row, "silent", now)
        if late:
            _go_on(ctx, session, posting, now)
        return bool(late)
