"""What waits for staff: open escalations and cases, the most urgent first, and the talk behind each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Dict, List, NamedTuple, Optional, Set, Tuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.core.phones import masked
from bot.services.context import Context
from bot.services.hand_off import URGENCY
from bot.services.promises import record
from bot.store.cases import still_open
from bot.store.help import Case, Escalation
from bot.store.messages import Inbound, Outbox
from bot.store.people import AddressRow, Person, employer_of

LAST_URGENCY = 9
LISTED, TALK_SHOWN = 300, 20
_GROUP = r"[\d零〇幺一二三四五六七八九]{3,}"
_NUMBER = re.compile(f"{_GROUP}(?:[ -]{_GROUP})*")
_SHORTEST = 7  # figures of a phone number; a hotline such as 12333 is no secret


@dataclass(frozen=True)
class Item:
    """One thing to look at. `urgency` 0 is life in danger; `number` is masked; `case_id` only of a case."""

    person_id: int
    reason: str
    urgency: int
    at: datetime
    case_id: Optional[int]
    channel: str
    number: str
    last_text: str


class _Matter(NamedTuple):
    person_id: int
    reason: str
    urgency: int
    at: datetime
    case_id: Optional[int]


class _Way(NamedTuple):
    """Of the person's last message: where it came from, and what it said."""

    channel: str
    number: str
    last_text: str


@dataclass(frozen=True)
class Line:
    """One message of a talk. `theirs` was written by the person; numbers in the text are masked."""

    theirs: bool
    text: str
    kind: str
    at: datetime


@dataclass(frozen=True)
class Details:
    """Everything open about one person, and the last messages, oldest first. `record`: of earlier hires."""

    name: str
    items: Tuple[Item, ...]
    lines: Tuple[Line, ...]
    record: str = ""


def waiting(ctx: Context) -> List[Item]:
    """Most urgent first; of the same urgency, who has waited longest."""
    with ctx.db.reading() as session:
        return _items(session, None)[:LISTED]


def details(ctx: Context, person_id: int) -> Optional[Details]:
    """None where there is no such person or nothing is open about them: then there is nothing to look at."""
    with ctx.db.reading() as session:
        person = session.get(Person, person_id)
        items = _items(session, person_id) if person else []
        if not items:
            return None
        return Details(
            person.name or "", tuple(items), tuple(_talk(session, person_id)), _record(session, person_id)
        )


def _record(session: Session, person_id: int) -> str:
    """“来过3次，临时不来1次”, and for an employer what workers said."""
    employer = employer_of(session, person_id)
    known = record.of_worker(session, person_id)
    return "，".join(known + (record.of_employer(session, employer.id) if employer else []))


def hide_numbers(text: str) -> str:
    """Phone, identity and card numbers keep their last four figures, also spelt ones; dates and pay stay."""
    return _NUMBER.sub(lambda found: masked(found[0]) if len(found[0]) >= _SHORTEST else found[0], text)


def _items(session: Session, person_id: Optional[int]) -> List[Item]:
    escalations = _open(session, Escalation, Escalation.state == "open", person_id)
    cases = _open(session, Case, still_open(), person_id)
    matters = sorted(_merged(escalations, cases), key=lambda matter: (matter.urgency, matter.at))[:LISTED]
    ways = _ways(session, {matter.person_id for matter in matters})
    return [Item(**matter._asdict(), **ways[matter.person_id]._asdict()) for matter in matters]


def _open(session: Session, table, is_open, person_id: Optional[int]) -> list:
    query = select(table).where(is_open).order_by(table.id)
    if person_id is not None:
        query = query.where(table.person_id == person_id)
    return session.execute(query).scalars().all()


def _merged(escalations: List[Escalation], cases: List[Case]) -> List[_Matter]:
    """A case and the call for help that came with it are one thing to look at; the older time counts."""
    kept: Dict[Tuple[int, str], Case] = {(case.person_id, case.kind): case for case in cases}
    found = []
    for row in escalations:
        case = kept.pop((row.person_id, row.reason), None)
        since = min(row.created_at, case.created_at) if case else row.created_at
        found.append(_Matter(row.person_id, row.reason, row.urgency, since, case.id if case else None))
    shown = {matter.case_id for matter in found}
    return found + [_of_case(case) for case in cases if case.id not in shown]


def _of_case(case: Case) -> _Matter:
    urgency = min(URGENCY.get(case.kind, LAST_URGENCY), case.urgency)
    return _Matter(case.person_id, case.kind, urgency, case.created_at, case.id)


def _ways(session: Session, people: Set[int]) -> Dict[int, _Way]:
    last = select(func.max(Inbound.id)).where(Inbound.person_id.in_(people)).group_by(Inbound.person_id)
    query = (
        select(Person, Inbound, AddressRow)
        .outerjoin(Inbound, (Inbound.person_id == Person.id) & Inbound.id.in_(last))
        .outerjoin(AddressRow, AddressRow.id == Inbound.address_id)
        .where(Person.id.in_(people))
    )
    return {person.id: _way(person, inbound, row) for person, inbound, row in session.execute(query)}


def _way(person: Person, inbound: Optional[Inbound], row: Optional[AddressRow]) -> _Way:
    number = person.phone or (row.value if row else "")
    return _Way(row.channel if row else "", masked(number), hide_numbers(inbound.text) if inbound else "")


def _talk(session: Session, person_id: int) -> List[Line]:
    written, sent = _last(session, Inbound, person_id), _last(session, Outbox, person_id)
    lines = [Line(True, hide_numbers(row.text), row.kind, row.received_at) for row in written]
    lines += [Line(False, hide_numbers(row.text), "text", row.created_at) for row in sent]
    return sorted(lines, key=lambda line: line.at)[-TALK_SHOWN:]


def _last(session: Session, table, person_id: int) -> list:
    query = select(table).where(table.person_id == person_id).order_by(table.id.desc()).limit(TALK_SHOWN)
    return session.execute(query).scalars().all()[::-1]
