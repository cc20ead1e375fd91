"""A posting before the rules: what they are told of it, what they find, and whether it goes live by itself."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import blake2s
from statistics import median
from typing import List, Optional

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.core.matching import day_wage
from bot.core.phones import shown
from bot.core.review.facts import Background, Facts, Finding
from bot.core.review.rules import blocks, review
from bot.services.context import Context
from bot.store import postings
from bot.store.help import Case
from bot.store.reviews import BY_RULES, PUBLISHED, PostingReview
from bot.store.work import OPEN, WAITING, Hire, Posting

COMPARED, ENOUGH_TO_COMPARE = 200, 5
_SHORTEST_COPY = 20  # characters: a plain “招小工5个” is the same from everybody
_SIGNS = re.compile(r"[\W\d_]+")


def judge(
    ctx: Context, session: Session, posting: Posting, now: datetime, known: bool = False
) -> List[Finding]:
    """Reviews the posting (in the session, with an id), notes the report, and sets it open or waiting.

    `known`: it was published before, so its employer is no stranger.
    """
    background = _background(ctx, session, posting)
    if known:
        background = replace(background, known_employer=True)
    findings = review(_facts(ctx, session, posting), background)
    stopped = bool(blocks(findings))
    posting.state = WAITING if stopped else OPEN
    session.add(
        PostingReview(
            posting_id=posting.id,
            findings=[asdict(finding) for finding in findings],
            decision="" if stopped else PUBLISHED,
            decided_by="" if stopped else BY_RULES,
            created_at=now,
            decided_at=None if stopped else now,
        )
    )
    session.flush()
    return findings


def mark_of(text: str) -> Optional[str]:
    """The same for texts that differ only in figures, signs and emoji; None for short ones."""
    words = _SIGNS.sub("", text.lower())
    return blake2s(words.encode(), digest_size=16).hexdigest() if len(words) >= _SHORTEST_COPY else None


def _facts(ctx: Context, session: Session, posting: Posting) -> Facts:
    contact = postings.contact(session, posting)
    return Facts(
        text="\n".join(part for part in (posting.said, posting.notes, posting.address) if part),
        trade=posting.trade,
        sector=ctx.trades.sector_of(posting.trade) or "",
        place_code=posting.place_code,
        address=posting.address,
        wage_min=posting.wage_min,
        wage_max=posting.wage_max,
        wage_unit=posting.wage_unit,
        min_age=posting.min_age,
        max_age=posting.max_age,
        employer_name=postings.employer(session, posting).name,
        phone=shown(contact.phone),
    )


def _background(ctx: Context, session: Session, posting: Posting) -> Background:
    least = ctx.minimum_wages.of(posting.place_code)
    return Background(
        known_employer=postings.was_published(session, posting.employer_id, besides=posting.id),
        open_wage_cases=_open_wage_cases(session, posting.employer_id),
        same_text_employers=_same_text(session, posting),
        usual_day_wage=_usual(session, posting),
        least_hour=least.hour,
        least_month=least.month,
    )


def _open_wage_cases(session: Session, employer_id: int) -> int:
    """Cases that came from a hire of this employer."""
    query = (
        select(func.count(Case.id))
        .join(Hire, Hire.id == Case.hire_id)
        .join(Posting, Posting.id == Hire.posting_id)
        .where(Posting.employer_id == employer_id, Case.kind == "wage_dispute", Case.state != "closed")
    )
    return int(session.execute(query).scalar_one())


def _same_text(session: Session, posting: Posting) -> int:
    if not posting.said_mark:
        return 0
    query = select(func.count(Posting.employer_id.distinct())).where(
        Posting.said_mark == posting.said_mark, Posting.employer_id != posting.employer_id
    )
    return int(session.execute(query).scalar_one())


def _usual(session: Session, posting: Posting) -> Optional[int]:
    """The middle of what others pay for this trade, fen a day."""
    query = (
        select(Posting)
        .where(
            Posting.trade == posting.trade,
            Posting.employer_id != posting.employer_id,
            Posting.state != WAITING,
            Posting.wage_unit.in_(("hour", "day", "month")),
        )
        .order_by(Posting.id.desc())
        .limit(COMPARED)
    )
    rows = session.execute(query).scalars()
    paid = [wage for row in rows if (wage := day_wage(row.wage_min, row.wage_max, row.wage_unit))]
    return int(median(paid)) if len(paid) >= ENOUGH_TO_COMPARE else None
