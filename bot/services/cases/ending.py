"""The end of a case by the person's own word: paid, withdrawn, or only no more questions."""

from __future__ import annotations

from typing import List, Optional

from bot.core.cases.facts import WAGE
from bot.core.cases.states import CaseState
from bot.core.cases.told import ending, figures
from bot.services.cases import progress, questions, records
from bot.services.hand_off import escalate
from bot.services.talk import Talk
from bot.store import cases
from bot.store.help import Case


def keep(talk: Talk) -> None:
    """“算了”, “先不说了”: the questions end, the record stays."""
    talk.state.settle()
    talk.say("utter_case_kept")


def open_wages(talk: Talk) -> List[Case]:
    """The person's open wage cases, own and joined, newest first."""
    mine = cases.of_person(talk.session, talk.person.id)
    return [case for case in mine if case.kind == WAGE and progress.is_open(case)]


def report_paid(talk: Talk) -> None:
    """“钱给了”: asked back before anything is closed."""
    case = next(iter(open_wages(talk)), None)
    if case is None:
        talk.say("utter_glad_paid")
        return
    records.note(talk, case, "says_paid")
    questions.ask(talk, case, "paid")


def report_part(talk: Talk) -> None:
    """“只给了一半”: what is left is asked."""
    case = open_wages(talk)[0]
    records.note(talk, case, "part_paid")
    left = talk.turn.get("amount_owed")
    if left:
        case.facts = {**case.facts, "amount_owed": left}
        talk.say("utter_case_part_paid", number=records.number(case), left=left)
        return
    _ask_left(talk, case)


def take_paid(talk: Talk, case: Case) -> bool:
    """The answer to “都拿到了吗”. False: it was none."""
    answer = ending.arrived(talk.turn.text)
    answer = ending.yes_or_no(talk.turn.text) if answer is None else answer
    if answer is None and ending.paid(talk.turn.text) == ending.PART:
        answer = False
    if answer is None:
        return False
    records.note(talk, case, "told")
    if answer:
        settle_paid(talk, case)
    else:
        _not_paid(talk, case)
    return True


def asked_paid(talk: Talk) -> Optional[Case]:
    """The case that staff report as paid and about which this person has not answered."""
    return next((case for case in open_wages(talk) if case.paid_asked_at), None)


def answer_staff_question(talk: Talk) -> None:
    """“1 到了”, “2 没有”, to the question that staff's report has sent."""
    case = asked_paid(talk)
    if case is not None:
        take_paid(talk, case)


def settle_paid(talk: Talk, case: Case) -> None:
    """With others in the case, each speaks for himself."""
    talk.state.settle()
    row = cases.member(talk.session, case.id, talk.person.id)
    if row is not None:
        row.paid = True
    else:
        case.facts = {**case.facts, "own_paid": True}
    talk.session.flush()
    case.notice_due_at = None
    if case.facts.get("own_paid") and all(each.paid for each in cases.members(talk.session, case.id)):
        progress.close_by_person(talk.ctx, talk.session, case, CaseState.PAID, talk.now)
        talk.say("utter_case_paid", number=records.number(case))
    else:
        talk.say("utter_case_own_paid", number=records.number(case))


def _not_paid(talk: Talk, case: Case) -> None:
    """Staff were told otherwise: they hear it at once."""
    if case.paid_asked_at:
        case.paid_asked_at = None
        progress.set_due(talk.ctx, case, talk.now)
        escalate(talk, "case_not_paid")
    left = figures.bare_sum(talk.turn.text, False)
    if left:
        case.facts = {**case.facts, "amount_owed": left}
    talk.say("utter_case_not_paid", number=records.number(case))
    _ask_left(talk, case)


def _ask_left(talk: Talk, case: Case) -> None:
    questions.ask(talk, case, "left")


def take_left(talk: Talk, case: Case) -> bool:
    """What is still owed."""
    left = talk.turn.get("amount_owed") or figures.bare_sum(talk.turn.text, True)
    records.note(talk, case, "told")
    case.notice_due_at = None
    talk.state.settle()
    if left:
        case.facts = {**case.facts, "amount_owed": left}
        talk.say("utter_case_part_paid", number=records.number(case), left=left)
    else:
        talk.say("utter_case_all_noted", number=records.number(case))
    return True


def ask_withdrawal(talk: Talk, case: Case) -> None:
    """“不告了”: asked back; the record is kept either way."""
    records.note(talk, case, "wants_to_withdraw")
    questions.ask(talk, case, "withdraw")


def withdraw_latest(talk: Talk) -> None:
    """“不告了” out of the blue."""
    own = [case for case in open_wages(talk) if case.person_id == talk.person.id]
    if own:
        ask_withdrawal(talk, own[0])
    else:
        keep(talk)


def take_withdrawal(talk: Talk, case: Case) -> bool:
    """Only yes withdraws; everything else keeps the case as it is."""
    case.notice_due_at = None
    if ending.yes_or_no(talk.turn.text) and case.person_id == talk.person.id:
        progress.close_by_person(talk.ctx, talk.session, case, CaseState.WITHDRAWN, talk.now)
        talk.state.settle()
        talk.say("utter_case_withdrawn", number=records.number(case))
        return True
    if ending.yes_or_no(talk.turn.text) is None and not ending.stops(talk.turn.text):
        return False
    keep(talk)
    return True
