"""Whom to ring: what staff imported for the county, else what comes with the project, else the statewide line."""

from __future__ import annotations

from typing import List, Optional

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.core.cases import contacts
from bot.core.cases.contacts import Contact
from bot.services.context import Context
from bot.store.cases import Contact as ContactRow

LINE, LAW_LINE = "12333", "12348"  # known to everybody; also rows of contacts.csv


def of(ctx: Context, session: Session, kind: str, place: Optional[str]) -> Optional[Contact]:
    """The nearest one of this kind; None where there is only the hotline."""
    return contacts.nearest(_imported(session, kind), place) or ctx.handbook.contacts.of(kind, place)


def numbers(ctx: Context, session: Session, place: Optional[str]) -> str:
    """“027-12345678或12333”: labour inspection of the place where its number is known, and the line."""
    local = of(ctx, session, "inspection", place)
    return f"{local.phone}或{LINE}" if local and local.phone else LINE


def all_near(ctx: Context, session: Session, place: Optional[str]) -> List[Contact]:
    """One of each kind, for the case page."""
    found = [of(ctx, session, kind, place) for kind in contacts.KINDS]
    return [each for each in found if each]


def _imported(session: Session, kind: str) -> List[Contact]:
    rows = session.execute(
        select(ContactRow).where(ContactRow.kind == kind).order_by(ContactRow.id)
    ).scalars()
    return [
        Contact(
            row.institution,
            row.kind,
            row.place_code,
            row.phone,
            row.address,
            row.hours,
            row.source,
            row.checked,
        )
        for row in rows
    ]
