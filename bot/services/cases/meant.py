"""Messages that belong to a case although their words alone say something else: “结清了”, “加入 A23”, “不是八千是九千”."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Callable, Optional

from bot.core import refine
from bot.core.cases.told import ending, people, terms, who
from bot.core.cases.told.figures import righted
from bot.services.cases import ending as case_ending
from bot.services.cases import group, wages
from bot.services.state import CASE, CHOICE, MORE
from bot.services.talk import Talk

UseCase = Callable[[Talk], None]
ADDED_WITHIN = timedelta(days=2)  # after the notice, what is told unasked still belongs to the case
_ASKS = re.compile(r"[吗呢??么]|什么|怎么|多久|多少|能不能|算不算|可以不|凭什么")
_URGENT = ("crisis", "injury")
_UNCLEAR = (
    "other",
    "deny",
    "affirm",
    "profile",
    "case_status",
    "thanks",
    "wage_dispute",
    "delete_my_data",
    "complaint",
)


def instead_of(talk: Talk) -> Optional[UseCase]:
    """The use case for such a message, or None."""
    if talk.turn.task in _URGENT or talk.state.expecting not in (None, CASE, MORE, CHOICE):
        return None
    if people.joins(talk.turn.text):
        return group.join
    if talk.state.expecting == CASE:  # mostly taken by the open question as it is
        asked = talk.state.pending.get("asked")
        if ending.paid(talk.turn.text) == ending.PAID and asked not in ("withdraw", "paid", "left", "member"):
            return case_ending.report_paid
        decides = asked in ("withdraw", "paid")
        return wages.take_case_fact if decides and ending.yes_or_no(talk.turn.text) is not None else None
    return _about_the_end(talk) or _adds(talk)


def _about_the_end(talk: Talk) -> Optional[UseCase]:
    text = talk.turn.text
    if ending.arrived(text) is not None and _answers_staff(talk):
        return case_ending.answer_staff_question
    told = ending.paid(text)
    if told and (talk.turn.task == "wage_dispute" or case_ending.open_wages(talk)):
        if told == ending.PAID:
            return case_ending.report_paid
        return case_ending.report_part if case_ending.open_wages(talk) else None
    if ending.gives_up(text) and case_ending.open_wages(talk):
        return case_ending.withdraw_latest
    return None


def _answers_staff(talk: Talk) -> bool:
    """A bare number belongs to a list that was shown after the question."""
    case = case_ending.asked_paid(talk)
    if case is None:
        return False
    newer_list = talk.state.listed and (talk.state.listed_at or "") > case.paid_asked_at.isoformat()
    return not (newer_list and talk.turn.text.strip() in ("1", "2"))


def _adds(talk: Talk) -> Optional[UseCase]:
    """A correction or a proof told after the questions were over."""
    tells = talk.turn.task == "rights_question" and not _ASKS.search(talk.turn.text)  # “没签合同 有微信聊天”
    if talk.turn.task not in _UNCLEAR and not tells:
        return None
    case = next(iter(case_ending.open_wages(talk)), None)
    if case is None or case.updated_at < talk.now - ADDED_WITHIN:
        return None
    text = talk.turn.text
    rights = refine.corrects(text) and (righted(text) or who.righted(text, case.facts.get("employer_name")))
    return wages.add_later if rights or terms.proof(text) or who.debtor_phone(text) else None
