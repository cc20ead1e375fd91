"""Whether a message answers what the bot asked last, rather than starting something of its own.

The NLU component of the same name relabels such a message as `inform`; the contract's command passes no open question
and so sees the plain task.
"""
from __future__ import annotations

from typing import Any, Mapping, Optional

from bot.core import answers, names, refine

URGENT = frozenset({"crisis", "injury", "wage_dispute"})
# Clear wishes that are never swallowed as an answer, however short they are.
_OWN = frozenset({"human", "unsubscribe", "delete_my_data", "cancel", "help", "my_jobs", "report_posting", "case_status"})
_WISHES = frozenset({"find_work", "post_job", "station_info", "subscribe", "training", "public_service", "rights_question"})
_ASIDE = frozenset({"greet", "thanks"})


def answers_it(expecting: Optional[str], text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """True where the message is to be read as an answer to `expecting`."""
    if not expecting or task in URGENT and not (expecting == "case" and task == "wage_dispute"):
        return False
    rule = _RULES.get(expecting)
    return bool(rule and rule(text, task, sure, fields))


def _name(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in _OWN and sure >= 0.5 or task in _WISHES and fields and sure >= 0.5 and not _is_name(text):
        return False
    if task in ("deny", "choose", "greet", "thanks") and not _is_name(text):
        return False
    return _is_name(text) or task in ("other", "profile") and len(text) <= 12


def _is_name(text: str) -> bool:
    return names.read_name(text) is not None


def _left_open(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    named = any(fields.get(key) is not None for key in ("date_from", "place", "trade", "wage_min"))
    return not named and task not in _OWN and refine.leaves_open(text)


def _choice(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in _OWN or fields.get("choice"):
        return False
    return refine.refinement(text) is not None and not fields.get("date_from") and not fields.get("place")


def _offers(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in ("post_job", "help", "human", "my_jobs") and len(text) > 6:
        return False
    # Codes are not known here; any reply that speaks of a decision goes to the service, which knows them.
    return len(text) <= 40 and bool(answers.read(text, ["A10"], False) or answers.read(text, ["A10", "A11"], True))


def _case(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    return not (task in _OWN and sure >= 0.5 or task in _ASIDE or task == "find_work" and sure >= 0.7 and _work_words(text))


def _work_words(text: str) -> bool:
    return any(word in text for word in ("找活", "有活", "招工", "找工作", "有没有活", "想干"))


_RULES = {
    "name": _name,
    "place": _left_open,
    "date": _left_open,
    "choice": _choice,
    "offers": _offers,
    "case": _case,
}
