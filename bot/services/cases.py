"""Wage disputes, injuries and people in danger: recorded at once, whatever is missing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Dict, List, Optional

from sqlalchemy import select

from bot.core.amounts import read_yuan
from bot.core.refine import leaves_open
from bot.services.hand_off import escalate
from bot.services.state import CASE, DANGER
from bot.services.talk import Talk
from bot.store.help import Case, CaseEvent

WAGE, INJURY, CRISIS = "wage_dispute", "injury", "crisis"
JOINED_WITHIN = timedelta(days=60)
_ASKED = ("employer_name", "amount_owed", "place", "period")  # in this order, one at a time
_KEPT = (
    "employer_name", "amount_owed", "people_owed", "place", "place_name", "trade",
    "wage_min", "wage_max", "wage_unit", "date_from", "date_to",
)  # fmt: skip
_SKIP = re.compile(r"不知道|不晓得|不清楚|记不|忘了|跳过|没有了?$|不想说|冇得|说不清|^无$")
_ASKS = re.compile(r"[吗呢??]|什么|怎么|多久|能不能|会不会|为啥|凭什么|要得回|么样")
_SUM = re.compile(r"一共|总共|合计|欠|差|还有|不是.{1,12}是")
_ANOTHER = re.compile(r"另|还有|又[有欠]|也欠|别的")
_UNPAID = re.compile(r"(?:工[钱资]|钱|薪).{0,6}(?:没|不|冇|欠|拖)|(?:没|不|冇|欠|拖).{0,4}(?:工[钱资]|薪)")
_FITS = {
    "amount_owed": re.compile(r"\d|[一二两三四五六七八九十百千万]"),
    "period": re.compile(r"\d|[月号天年前后上下今去]|一直|春|夏|秋|冬"),
    "employer_name": re.compile(r"[\u4e00-\u9fff]"),
    "place": re.compile(r"[\u4e00-\u9fff]"),
}
_FIGURES = r"[\d.一二两三四五六七八九十百千万wk]"
_OWES = re.compile(rf"[欠差][我他我们了着]{{0,3}}(?:工[钱资])?({_FIGURES}+)(?!{_FIGURES}|个?[月天年人])")
_ENOUGH = re.compile(r"不告了|算了|不说了|不弄了|不搞了|不想说了|取消")
SURE = 0.5
_FOLLOW = {CRISIS: "utter_crisis_follow", INJURY: "utter_injury_follow"}
UNKNOWN = "不清楚"
_CARD = re.compile(r"(?<!\d)(?:\d{17}[\dxX]|\d{16}|\d{19})(?!\d)")


def open_wage_case(talk: Talk) -> None:
    """One sentence is enough: the case gets its number at once; then one short question at a time."""
    if talk.turn.confidence < SURE and not _speaks_of_pay(talk):
        talk.say("utter_wage_maybe")
        return
    case = _current(talk, WAGE)
    if case is not None and _another_debtor(talk, case):
        case = None
    new = case is None
    if case is None:
        case = _open(talk, WAGE)
        escalate(talk, WAGE)
    _add_facts(talk, case)
    _take_plain_amount(talk, case)
    question = _next_question(talk, case)
    talk.say("utter_case_opened" if new else "utter_case_added", number=number(case))
    _ask_or_finish(talk, case, question)


def open_about_hire(talk: Talk, hire_id: int, known: Dict[str, Any], did: str) -> None:
    """A wage case about a hire made here: what is known of it is not asked again, and the hire stays linked.

    `did` names the work (“昨天光谷小工”).
    """
    case = _current(talk, WAGE)
    if case is not None and case.hire_id not in (None, hire_id):
        case = None
    new = case is None
    if case is None:
        case = _open(talk, WAGE)
        escalate(talk, WAGE)
    _add_facts(talk, case)
    case.hire_id, case.facts = hire_id, {**case.facts, **known}
    _take_plain_amount(talk, case)
    talk.say("utter_case_of_hire" if new else "utter_case_added", number=number(case), did=did)
    _ask_or_finish(talk, case, _next_question(talk, case))


def take_case_fact(talk: Talk) -> None:
    """An answer to the case's open question, in whatever words; “不知道” is an answer too."""
    if _ENOUGH.search(talk.turn.text):
        keep(talk)
        return
    case = talk.session.get(Case, talk.state.pending["case"])
    asked, before = talk.state.pending["asked"], dict(case.facts)
    _add_facts(talk, case)
    _take_amount(talk, case, asked)
    if case.facts == before and not _take_words(talk, case, asked):
        talk.say("utter_case_aside")  # a question, not an answer: staff read it in the log
    else:
        talk.say("utter_noted")
    _ask_or_finish(talk, case, _next_question(talk, case))


def _take_amount(talk: Talk, case: Case, asked: str) -> None:
    """A bare sum is the amount where that was asked, or where a word says so."""
    if talk.turn.get("amount_owed") is None and (asked == "amount_owed" or _SUM.search(talk.turn.text)):
        amount = read_yuan(talk.turn.text)
        if amount is not None:
            case.facts = {**case.facts, "amount_owed": amount}


def _take_plain_amount(talk: Talk, case: Case) -> None:
    """“还欠我两千”, where the reader of the message was not sure."""
    owes = _OWES.search(talk.turn.text)
    amount = read_yuan(owes.group(1)) if owes and case.facts.get("amount_owed") is None else None
    if amount is not None:
        case.facts = {**case.facts, "amount_owed": amount}


def _take_words(talk: Talk, case: Case, asked: str) -> bool:
    """The person's own words, where they can be an answer; “不知道” is one."""
    words = talk.turn.text.strip()
    if _SKIP.search(words) or leaves_open(words):
        case.facts = {**case.facts, asked: UNKNOWN}
        return True
    if _ASKS.search(words) or len(words) > 40:
        return False
    if not _FITS[asked].search(words):
        asked = "period"  # “上个月” to another question still tells when
        if case.facts.get(asked) or not _FITS[asked].search(words):
            return False
    case.facts = {**case.facts, asked: mask_cards(words)}
    return True


def _speaks_of_pay(talk: Talk) -> bool:
    return bool(talk.turn.get("amount_owed") or _UNPAID.search(talk.turn.text))


def _another_debtor(talk: Talk, case: Case) -> bool:
    name, known = talk.turn.get("employer_name"), case.facts.get("employer_name")
    return bool(name and known and name != known and _ANOTHER.search(talk.turn.text))


def ask_again(talk: Talk) -> None:
    """After an aside in the middle of a case."""
    if talk.state.expecting == CASE:
        talk.say(f"utter_ask_case_{talk.state.pending['asked']}")


def injury(talk: Talk) -> None:
    """First what to do now; no form questions."""
    case = _current(talk, INJURY) or _open(talk, INJURY)
    escalate(talk, INJURY)
    _add_facts(talk, case)
    talk.state.ask(DANGER, case=case.id, since=talk.now.isoformat())
    talk.say("utter_injury", number=number(case))
    if _UNPAID.search(talk.turn.text) or talk.turn.get("amount_owed"):
        _keep_wages_too(talk)


def _keep_wages_too(talk: Talk) -> None:
    """Two troubles in one message: neither is dropped."""
    case = _current(talk, WAGE) or _open(talk, WAGE)
    escalate(talk, WAGE)
    _add_facts(talk, case)
    talk.say("utter_wages_too", number=number(case))


def crisis(talk: Talk) -> None:
    """Somebody may be in danger: calm, humane, short; never a form question. Staff see it on top."""
    case = _current(talk, CRISIS) or _open(talk, CRISIS)
    escalate(talk, CRISIS)
    _add_facts(talk, case)
    talk.state.ask(DANGER, case=case.id, since=talk.now.isoformat())
    talk.say("utter_crisis")


def in_danger(talk: Talk) -> None:
    """What is written in the hours after: it belongs to that, goes to staff, and is never met with a form."""
    case = talk.session.get(Case, talk.state.pending["case"])
    escalate(talk, case.kind)
    _add_facts(talk, case)
    talk.state.pending["since"] = talk.now.isoformat()
    talk.say(_FOLLOW[case.kind])
    if talk.turn.task == WAGE or _UNPAID.search(talk.turn.text):
        _keep_wages_too(talk)


def keep(talk: Talk) -> None:
    """“算了”, “不告了”: the questions end, the record stays."""
    talk.state.settle()
    talk.say("utter_case_kept")


def status(talk: Talk) -> None:
    """The true state of the person's own case."""
    case = _latest(talk)
    if case is None:
        talk.say("utter_no_case")
        return
    when = case.created_at.astimezone(talk.ctx.zone)
    talk.say("utter_case_status", number=number(case), day=f"{when.month}月{when.day}日")


def number(case: Case) -> str:
    """“W12”: what the person is given to ask by."""
    return f"W{case.id}"


def number_of_hire(talk: Talk, hire_id: int) -> str:
    """The number of the case about a hire; empty where there is none."""
    case = _of_hire(talk, hire_id)
    return number(case) if case else ""


def paid_since(talk: Talk, hire_id: int) -> None:
    """The worker says that he has been paid: kept for staff, who close the case."""
    case = _of_hire(talk, hire_id)
    if case is not None:
        case.facts = {**case.facts, "paid_since": talk.today.isoformat()}
        _add_facts(talk, case)


def _of_hire(talk: Talk, hire_id: int) -> Optional[Case]:
    query = select(Case).where(Case.hire_id == hire_id).order_by(Case.id.desc())
    return talk.session.execute(query).scalars().first()


def mask_cards(text: str) -> str:
    """Identity and bank card numbers are not kept."""
    return _CARD.sub("[证件号已隐去]", text)


def _open(talk: Talk, kind: str) -> Case:
    case = Case(person_id=talk.person.id, kind=kind, facts={}, created_at=talk.now, updated_at=talk.now)
    talk.session.add(case)
    talk.session.flush()
    _log(talk, case, "registered")
    return case


def _current(talk: Talk, kind: str) -> Optional[Case]:
    """The same trouble told again is joined, not doubled."""
    query = select(Case).where(
        Case.person_id == talk.person.id,
        Case.kind == kind,
        Case.state == "registered",
        Case.created_at > talk.now - JOINED_WITHIN,
    )
    return talk.session.execute(query.order_by(Case.id.desc())).scalars().first()


def _latest(talk: Talk) -> Optional[Case]:
    query = select(Case).where(Case.person_id == talk.person.id).order_by(Case.id.desc())
    return talk.session.execute(query).scalars().first()


def _add_facts(talk: Talk, case: Case) -> None:
    told: Dict[str, Any] = {k: talk.turn.get(k) for k in _KEPT if talk.turn.get(k) is not None}
    case.facts = {**case.facts, **told}
    case.updated_at = talk.now
    _log(talk, case, "told")


def _log(talk: Talk, case: Case, what: str) -> None:
    talk.session.add(
        CaseEvent(
            case_id=case.id,
            what=what,
            detail=mask_cards(talk.turn.text)[:2000],
            inbound_id=talk.turn.inbound_id,
            at=talk.now,
        )
    )


def _next_question(talk: Talk, case: Case) -> Optional[str]:
    facts = {"period": case.facts.get("date_from"), **case.facts}
    missing: List[str] = [name for name in _ASKED if facts.get(name) is None]
    return missing[0] if missing else None


def _ask_or_finish(talk: Talk, case: Case, question: Optional[str]) -> None:
    if question:
        talk.state.ask(CASE, case=case.id, asked=question)
        talk.say(f"utter_ask_case_{question}")
        return
    talk.state.settle()
    talk.say("utter_case_next_steps", number=number(case))
