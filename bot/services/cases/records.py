"""Finding and opening cases: the same trouble told again is joined, another debtor's is a second case."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Dict, List, Optional

from bot.core import refine
from bot.core.cases.facts import UNKNOWN, WAGE
from bot.core.cases.told import who
from bot.core.masking import mask_cards
from bot.services.cases import progress
from bot.services.talk import Talk
from bot.store import cases
from bot.store.help import Case

JOINED_WITHIN = timedelta(days=60)
_ANOTHER = re.compile(r"另|还有|又[有欠]|也欠|别的")
_ANOTHER_UNNAMED = re.compile(
    r"(?:另外|还有|又有).{0,3}(?:老板|工头|公司|家|工地|厂|人)也?.{0,4}(?:欠|没给|不给|没结)"
)


def number(case: Case) -> str:
    """“W12”: what the person is given to ask by."""
    return f"W{case.id}"


def open_(
    talk: Talk, kind: str, facts: Optional[Dict[str, Any]] = None, hire_id: Optional[int] = None
) -> Case:
    """A new case with its number, in the log, with the day by which staff should have taken it up."""
    case = Case(
        person_id=talk.person.id,
        kind=kind,
        state="registered",
        facts=facts or {},
        hire_id=hire_id,
        created_at=talk.now,
        updated_at=talk.now,
    )
    talk.session.add(case)
    talk.session.flush()
    progress.set_due(talk.ctx, case, talk.now)
    note(talk, case, "registered")
    return case


def note(talk: Talk, case: Case, what: str = "told") -> None:
    """What was said, into the log, without numbers of identity or bank cards."""
    case.updated_at = talk.now
    text = mask_cards(talk.turn.text)
    cases.log(talk.session, case, what, text, talk.now, talk.turn.inbound_id)


def current(talk: Talk, kind: str) -> Optional[Case]:
    """The newest open one of this kind that a new message may belong to."""
    return next(iter(_open_ones(talk, kind)), None)


def for_debtor(talk: Talk, name: Optional[str]) -> Optional[Case]:
    """The wage case that this report belongs to; None where it is about another debtor, or the first one."""
    known = _open_ones(talk, WAGE)
    if not known:
        return None
    if name is None:
        another = _ANOTHER_UNNAMED.search(talk.turn.text) and debtor(known[0])
        return None if another else known[0]
    for case in known:
        if debtor(case) and who.same(name, debtor(case)):
            return case
    unnamed = next((case for case in known if not debtor(case)), None)
    if unnamed and not _ANOTHER.search(talk.turn.text):
        return unnamed
    return None if _clearly_another(talk, name, known[0]) else known[0]


def debtor(case: Case) -> str:
    """The debtor's name, "" where it is not known."""
    name = case.facts.get("employer_name")
    return "" if name in (None, UNKNOWN) else str(name)


def _clearly_another(talk: Talk, name: str, case: Case) -> bool:
    if _ANOTHER.search(talk.turn.text):
        return True
    if refine.corrects(talk.turn.text) or not debtor(case):
        return False
    return who.is_firm(name) == who.is_firm(debtor(case))


def _open_ones(talk: Talk, kind: str) -> List[Case]:
    """The person's own. A case that nobody has moved for two months does not take in a new report."""
    mine = cases.of_person(talk.session, talk.person.id)
    return [
        case
        for case in mine
        if case.person_id == talk.person.id and case.kind == kind and _takes_in(talk, case)
    ]


def _takes_in(talk: Talk, case: Case) -> bool:
    if not progress.is_open(case):
        return False
    return case.state != "registered" or case.created_at > talk.now - JOINED_WITHIN
