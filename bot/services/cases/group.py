"""Several who were not paid by the same debtor: one case, one code to text around, everybody's own name and sum."""

from __future__ import annotations

from typing import Optional

from bot.core.cases.told import ending, figures, people
from bot.services.cases import records
from bot.services.state import CASE
from bot.services.talk import Talk
from bot.store import cases
from bot.store.cases import CaseMember
from bot.store.help import Case

FEWEST = 2


def offer_code(talk: Talk, case: Case) -> None:
    """Once, as soon as more than one is spoken of."""
    many = case.facts.get("people_owed")
    if case.join_code or not isinstance(many, int) or many < FEWEST:
        return
    case.join_code = _free_code(talk)
    if case.join_code:
        talk.say("utter_case_join_code", code=case.join_code, number=records.number(case))


def _free_code(talk: Talk) -> Optional[str]:
    for _ in range(20):
        code = people.join_code(talk.ctx.code())
        if cases.by_join_code(talk.session, code) is None:
            return code
    return None


def join(talk: Talk) -> None:
    """“加入 A23”, perhaps with name and sum at once."""
    code = people.joins(talk.turn.text) or ""
    case = cases.by_join_code(talk.session, code)
    if case is None:
        talk.say("utter_join_unknown")
        return
    if case.person_id == talk.person.id:
        talk.say("utter_join_own", number=records.number(case), code=case.join_code)
        return
    row = cases.member(talk.session, case.id, talk.person.id)
    if row is None:
        row = _added(talk, case)
        talk.say("utter_join_started", number=records.number(case))
    _go_on(talk, case, row, talk.turn.text.split(code[-2:], 1)[-1])


def _added(talk: Talk, case: Case) -> CaseMember:
    row = CaseMember(case_id=case.id, person_id=talk.person.id, name=talk.person.name or "", at=talk.now)
    talk.session.add(row)
    talk.session.flush()
    return row


def take_member(talk: Talk, case: Case) -> bool:
    """“张三 3000”: the answer to who and how much."""
    row = cases.member(talk.session, case.id, talk.person.id)
    if row is None:
        return False
    if ending.skips(talk.turn.text) or ending.done(talk.turn.text):
        records.note(talk, case)
        talk.state.settle()
        talk.say("utter_join_done", number=records.number(case))
        return True
    _go_on(talk, case, row, talk.turn.text)
    return True


def _go_on(talk: Talk, case: Case, row: CaseMember, text: str) -> None:
    before = (row.name, row.amount)
    row.name = people.own_name(text) or row.name
    row.amount = figures.bare_sum(text, True) or row.amount
    records.note(talk, case, "joined")
    if not (row.name and row.amount):
        talk.state.ask(CASE, case=case.id, asked="member", since=talk.now.isoformat())
        talk.say("utter_ask_case_member")
        return
    talk.state.settle()
    talk.say("utter_joined", number=records.number(case), name=row.name, amount=row.amount)
    if (row.name, row.amount) != before:
        _tell_opener(talk, case, row)


def _tell_opener(talk: Talk, case: Case, row: CaseMember) -> None:
    talk.tell(
        case.person_id,
        f"case:{case.id}:joined:{talk.turn.inbound_id}",
        "utter_member_joined",
        number=records.number(case),
        name=row.name,
        count=len(cases.members(talk.session, case.id)) + 1,
    )
