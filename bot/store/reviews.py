"""The review of postings, and what people report about them."""

from __future__ import annotations

from typing import List, Optional

from sqlalchemy import Column, ForeignKey, Integer, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Session

from bot.store.base import Base, JsonText, UtcTime

PUBLISHED, RETURNED = "published", "returned"
BY_RULES = "rules"  # decided without staff


class PostingReview(Base):
    """What the rules found in a posting (`findings`: code, severity, reason, basis, advice), and what became of it:
    `decision` published or returned, empty while staff have not looked."""

    __tablename__ = "posting_reviews"
    id = Column(Integer, primary_key=True)
    posting_id = Column(ForeignKey("postings.id"), nullable=False, index=True)
    findings = Column(JsonText, nullable=False)
    decision = Column(String(10), nullable=False, default="")
    reason = Column(Text, nullable=False, default="")
    decided_by = Column(String(40), nullable=False, default="")
    created_at = Column(UtcTime, nullable=False)
    decided_at = Column(UtcTime)


class PostingReport(Base):
    """Somebody says that a posting is false. One a person and posting counts."""

    __tablename__ = "posting_reports"
    __table_args__ = (UniqueConstraint("posting_id", "person_id"),)
    id = Column(Integer, primary_key=True)
    posting_id = Column(ForeignKey("postings.id"), nullable=False)
    person_id = Column(ForeignKey("persons.id"), nullable=False, index=True)
    inbound_id = Column(ForeignKey("inbound.id"))
    at = Column(UtcTime, nullable=False)


def last_of(session: Session, posting_id: int) -> Optional[PostingReview]:
    """The newest review of a posting, or None (imported ones have none)."""
    query = select(PostingReview).where(PostingReview.posting_id == posting_id)
    return session.execute(query.order_by(PostingReview.id.desc()).limit(1)).scalar_one_or_none()


def reports_of(session: Session, posting_id: int) -> List[PostingReport]:
    """Oldest first."""
    query = select(PostingReport).where(PostingReport.posting_id == posting_id)
    return list(session.execute(query.order_by(PostingReport.id)).scalars())


def reporters(session: Session, posting_id: int) -> int:
    """How many different people have reported it since staff last looked."""
    looked = select(func.max(PostingReview.decided_at)).where(
        PostingReview.posting_id == posting_id, PostingReview.decided_by != BY_RULES
    )
    since = session.execute(looked).scalar_one()
    query = select(func.count(PostingReport.person_id.distinct())).where(
        PostingReport.posting_id == posting_id
    )
    if since is not None:
        query = query.where(PostingReport.at > since)
    return int(session.execute(query).scalar_one())
