"""What staff do with postings that wait: look, publish, give back. The employer is told in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Dict, List, Optional, Tuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core.phones import masked, shown
from bot.services import listing, outbox, words
from bot.services.attention import hide_numbers
from bot.services.context import Context
from bot.services.letting_go import let_go
from bot.store import postings, reviews
from bot.store.help import Escalation
from bot.store.messages import Inbound
from bot.store.reviews import PUBLISHED, PostingReview
from bot.store.reviews import RETURNED as GIVEN_BACK
from bot.store.work import OPEN, RETURNED, SUSPENDED, WAITING, Posting

LISTED = 200
LONGEST_REASON = 60
_HELD = (WAITING, SUSPENDED)


@dataclass(frozen=True)
class Held:
    """A posting that staff must look at. Numbers in the texts and the phone are masked; `findings` as in
    PostingReview; `reports` are the words of those who reported it; `over`: its days have passed."""

    id: int
    person_id: int
    state: str
    employer: str
    number: str
    line: str
    address: str
    notes: str
    said: str
    findings: Tuple[Dict[str, str], ...]
    reports: Tuple[str, ...]
    at: datetime
    over: bool


def held(ctx: Context) -> List[Held]:
    """Suspended ones first, then who has waited longest."""
    with ctx.db.reading() as session:
        query = select(Posting).where(Posting.state.in_(_HELD)).order_by(Posting.id).limit(LISTED)
        rows = session.execute(query).scalars().all()
        found = [_held(ctx, session, row) for row in rows]
    return sorted(found, key=lambda each: each.state != SUSPENDED)


def publish(ctx: Context, posting_id: int, by: str) -> bool:
    """False where somebody else was faster, or its days have passed."""
    with ctx.db.writing() as session:
        row = _locked(session, posting_id)
        if row is None or row.date_to < ctx.today():
            return False
        row.state = OPEN
        _decide(ctx, session, row, PUBLISHED, "", by)
        _tell(ctx, session, row, "utter_posting_live")
        return True


def give_back(ctx: Context, posting_id: int, reason: str, by: str) -> bool:
    """Not published; the reason goes to the employer. Who has asked for the work is shown other work."""
    with ctx.db.writing() as session:
        row = _locked(session, posting_id)
        if row is None:
            return False
        row.state = RETURNED
        _decide(ctx, session, row, GIVEN_BACK, reason, by)
        _tell(ctx, session, row, "utter_posting_returned", reason=reason)
        let_go(ctx, session, row, "staff", ctx.clock())
        return True


def _held(ctx: Context, session: Session, row: Posting) -> Held:
    boss = postings.employer(session, row)
    last = reviews.last_of(session, row.id)
    contact = postings.contact(session, row)
    return Held(
        id=row.id,
        person_id=boss.person_id,
        state=row.state,
        employer=boss.name,
        number=masked(shown(contact.phone)) if contact.phone else "",
        line=listing.line(ctx, row, ctx.today()),
        address=row.address,
        notes=hide_numbers(row.notes),
        said=hide_numbers(row.said),
        findings=tuple(last.findings) if last else (),
        reports=tuple(_reports(session, row.id)),
        at=row.created_at,
        over=row.date_to < ctx.today(),
    )


def _reports(session: Session, posting_id: int) -> List[str]:
    rows = [session.get(Inbound, each.inbound_id) for each in reviews.reports_of(session, posting_id)]
    return [hide_numbers(row.text) for row in rows if row is not None]


def _locked(session: Session, posting_id: int) -> Optional[Posting]:
    query = select(Posting).where(Posting.id == posting_id, Posting.state.in_(_HELD)).with_for_update()
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def _decide(ctx: Context, session: Session, row: Posting, decision: str, reason: str, by: str) -> None:
    review = reviews.last_of(session, row.id)
    if review is None or review.decision:  # imported, or published before and reported since
        findings = review.findings if review else []
        review = PostingReview(posting_id=row.id, findings=findings, created_at=ctx.clock())
        session.add(review)
    review.decision, review.reason, review.decided_by, review.decided_at = decision, reason, by, ctx.clock()
    session.flush()
    close_escalations(session, row)


def close_escalations(session: Session, row: Posting) -> None:
    """Nobody has to look any more: at the employer, where nothing else of his waits; at those who reported it."""
    boss = postings.employer(session, row)
    others = select(Posting.id).where(Posting.employer_id == boss.id, Posting.state.in_(_HELD)).limit(1)
    if session.execute(others).first() is None:
        _close(session, boss.person_id, "post_job")
    for report in reviews.reports_of(session, row.id):
        _close(session, report.person_id, "report_posting")


def _close(session: Session, person_id: int, reason: str) -> None:
    query = select(Escalation).where(
        Escalation.person_id == person_id, Escalation.reason == reason, Escalation.state == "open"
    )
    for row in session.execute(query).scalars():
        row.state = "done"


def _tell(ctx: Context, session: Session, row: Posting, key: str, **params: str) -> None:
    now = ctx.clock()
    boss = postings.employer(session, row)
    review = reviews.last_of(session, row.id)
    text = ctx.replies.render(key, what=words.short(ctx, row, now), **params)
    outbox.tell(session, boss.person_id, f"posting:{row.id}:review:{review.id}", text, now)
