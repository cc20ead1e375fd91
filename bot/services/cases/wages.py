"""Unpaid wages: one sentence opens the case; everything after it adds to it."""

from __future__ import annotations

import re

from bot.core.cases.facts import UNKNOWN, WAGE
from bot.core.cases.told import ending, who
from bot.core.masking import was_masked
from bot.services.cases import ending as case_ending
from bot.services.cases import group, intake, questions, records, urgent
from bot.services.state import MORE
from bot.services.talk import Talk
from bot.store.help import Case

SURE = 0.5
_UNPAID = re.compile(r"(?:工[钱资]|钱|薪).{0,6}(?:没|不|冇|欠|拖)|(?:没|不|冇|欠|拖).{0,4}(?:工[钱资]|薪)")


def speaks_of_pay(talk: Talk) -> bool:
    """True where plain words say that money is owed."""
    return bool(talk.turn.get("amount_owed") or _UNPAID.search(talk.turn.text))


def open_wage_case(talk: Talk) -> None:
    """One sentence is enough: the case gets its number at once; then one short question at a time."""
    if talk.turn.confidence < SURE and not speaks_of_pay(talk):
        talk.say("utter_wage_maybe")
        return
    case = records.for_debtor(talk, talk.turn.get("employer_name") or who.owing(talk.turn.text))
    new = case is None
    if case is None:
        case = records.open_(talk, WAGE)
        talk.state.settle()  # another case's questions are over
    intake.add(talk, case)
    talk.say("utter_case_opened" if new else "utter_case_added", number=records.number(case))
    take_stock(talk, case)
    _keep_other_want(talk)
    questions.go_on(talk, case)


def take_stock(talk: Talk, case: Case) -> None:
    """What follows from the facts as they are now: urgency, a group's code, a word about card numbers."""
    urgent.weigh(talk, case)
    group.offer_code(talk, case)
    if was_masked(talk.turn.text) and not talk.state.said.get("utter_no_cards"):
        talk.say("utter_no_cards")


def _keep_other_want(talk: Talk) -> None:
    """“日结的活有没有，上家还欠我钱”: the work is looked for when the few questions are done."""
    if talk.turn.also:
        talk.state.pending["want"] = dict(talk.turn.also)
        talk.say("utter_want_kept")


def take_case_fact(talk: Talk) -> None:
    """An answer to the case's open question, in whatever words; “不知道” is an answer too."""
    case = talk.session.get(Case, talk.state.pending["case"])
    asked = talk.state.pending["asked"]
    special = _SPECIAL.get(asked)
    if special and special(talk, case):
        return
    if ending.gives_up(talk.turn.text):
        case_ending.ask_withdrawal(talk, case)
    elif ending.stops(talk.turn.text):
        case_ending.keep(talk)
    elif ending.done(talk.turn.text):
        _enough(talk, case, asked)
    else:
        _take(talk, case, asked)


def _enough(talk: Talk, case: Case, asked: str) -> None:
    """“好了”: nothing more to tell; the notice follows."""
    records.note(talk, case)
    talk.say("utter_noted")
    questions.notice.finish(talk, case)


def _take(talk: Talk, case: Case, asked: str) -> None:
    changed = intake.add(talk, case, asked)
    if asked == MORE and not changed:
        talk.say("utter_case_aside")
        return
    if ending.skips(talk.turn.text) and not changed:
        questions.skipped(talk)
    if not changed:
        changed = intake.add_words(talk, case, questions.kept_as(asked)[-1])
    talk.say("utter_noted" if changed else "utter_case_aside")  # a question to us is read by staff in the log
    take_stock(talk, case)
    questions.go_on(talk, case)


def add_later(talk: Talk) -> None:
    """Told when no question is open any more: a correction, a proof, a number."""
    case = case_ending.open_wages(talk)[0]
    if case.person_id != talk.person.id:
        records.note(talk, case)
        talk.say("utter_case_aside")
        return
    intake.add(talk, case)
    talk.say("utter_case_added", number=records.number(case))
    take_stock(talk, case)
    questions.go_on(talk, case)


def _confirm_amount(talk: Talk, case: Case) -> bool:
    """“25天×300元=7500元，对吗”: yes makes it the sum; another sum replaces it; no asks for the total."""
    yes = ending.yes_or_no(talk.turn.text)
    counted = case.facts.get("amount_counted")
    intake.add(talk, case, questions.CONFIRM)
    if case.facts.get("amount_owed") not in (None, UNKNOWN):  # a sum of its own
        talk.say("utter_noted")
    elif yes:
        case.facts = {**case.facts, "amount_owed": counted, "amount_counted": None}
        talk.say("utter_noted")
    elif yes is False:
        case.facts = {**case.facts, "days": None, "per_head": None, "amount_counted": None}
    else:
        case.facts = {**case.facts, "amount_owed": UNKNOWN}  # counted as it stands; not asked again
    take_stock(talk, case)
    questions.go_on(talk, case)
    return True


_SPECIAL = {
    questions.CONFIRM: _confirm_amount,
    "paid": case_ending.take_paid,
    "withdraw": case_ending.take_withdrawal,
    "left": case_ending.take_left,
    "member": group.take_member,
}
