"""One short question at a time: first who, how much, where, when; then at most three more, while the person goes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Dict, List, Optional, Tuple

from bot.core.cases import facts as case_facts
from bot.core.cases.told import who
from bot.services.cases import notice
from bot.services.state import CASE
from bot.services.talk import Talk
from bot.store.help import Case

FIRST = ("employer_name", "amount_owed", "place", "period")
MORE_AT_MOST, SKIPPED_AT_MOST = 3, 1
NOTICE_AFTER = timedelta(minutes=20)  # of silence; what to do must not depend on answering
CONFIRM = "confirm_amount"
FURTHER = ("contractor", "directed", "proof", "people", "still", "complained")
_CARRIED = ("more", "skipped", "want", "put")  # what the talk keeps in mind from question to question


def go_on(talk: Talk, case: Case) -> None:
    """Asks what is missing, or ends with the notice."""
    question = _missing(case.facts) or _further(talk, case)
    if question is None:
        notice.finish(talk, case)
        return
    ask(talk, case, question)


def ask(talk: Talk, case: Case, question: str, **more: Any) -> None:
    """Notes the open question and says it."""
    carried = {name: talk.state.pending[name] for name in _CARRIED if name in talk.state.pending}
    if question in FURTHER:
        carried["more"] = carried.get("more", 0) + 1
        carried["put"] = [*carried.get("put", []), question]  # each is put once
    talk.state.ask(CASE, case=case.id, asked=question, since=talk.now.isoformat(), **{**carried, **more})
    if question in (*FIRST, CONFIRM, *FURTHER):
        case.notice_due_at = talk.now + NOTICE_AFTER
    _say(talk, case, question)


def ask_again(talk: Talk) -> None:
    """After an aside in the middle of a case."""
    case = talk.session.get(Case, talk.state.pending["case"]) if talk.state.expecting == CASE else None
    if case is not None:
        _say(talk, case, talk.state.pending["asked"])


def skipped(talk: Talk) -> None:
    """One more question that the person cannot answer."""
    talk.state.pending["skipped"] = talk.state.pending.get("skipped", 0) + 1


def _say(talk: Talk, case: Case, question: str) -> None:
    heads = question == CONFIRM and case.facts.get("per_head")
    talk.say(f"utter_ask_case_{'confirm_heads' if heads else question}", **_figures(case.facts))


def _figures(facts: Dict[str, Any]) -> Dict[str, str]:
    return {
        name: _figure(facts.get(name))
        for name in ("days", "day_pay", "people_owed", "per_head", "amount_counted")
    }


def _figure(value: Any) -> str:
    return f"{value:g}" if isinstance(value, (int, float)) else ""


def _missing(facts: Dict[str, Any]) -> Optional[str]:
    """The first of the four that is not known."""
    known = {"period": facts.get("date_from"), **facts}
    if known.get("amount_owed") is None and known.get("amount_counted"):
        return CONFIRM
    return next((name for name in FIRST if known.get(name) is None), None)


def _further(talk: Talk, case: Case) -> Optional[str]:
    """Only for somebody who is answering: one who told all at once, or skips, or waits for work, is not held up."""
    pending = talk.state.pending if talk.state.expecting == CASE else {}
    answering = pending.get("asked") and "want" not in pending
    if not answering or pending.get("more", 0) >= MORE_AT_MOST or pending.get("skipped", 0) > SKIPPED_AT_MOST:
        return None
    put = pending.get("put", [])
    return next((point for point in _open_points(case.facts) if point not in put), None)


def _open_points(facts: Dict[str, Any]) -> List[str]:
    """What else decides where to go, the most useful first."""
    typed = case_facts.read("", facts, date.max)
    first = "contractor" if typed.building else "directed"
    if first == "directed" and who.is_firm(str(facts.get("employer_name", ""))):
        first = ""
    names = [first, "proof", "people", "still", "complained"]
    return [name for name in names if name and not any(facts.get(key) is not None for key in kept_as(name))]


def kept_as(question: str) -> Tuple[str, ...]:
    """Under which names an answer is kept: as read, else in the person's own words."""
    return _KEPT_AS.get(question, (question,))


_KEPT_AS = {"people": ("people_owed", "people_words"), "still": ("still_working", "still_words")}
