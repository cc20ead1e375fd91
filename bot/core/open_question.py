"""Whether a message answers what the bot asked last, rather than starting something of its own.

The NLU component of the same name relabels such a message as `inform`; the contract's command passes no open question
and so sees the plain task.
"""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional

from bot.core import answers, names, promise_words, refine
from bot.core.posting import answers as posting_answers
from bot.core.posting.orders import steers

URGENT = frozenset({"crisis", "injury", "wage_dispute"})
# Clear wishes that are never swallowed as an answer, however short they are.
_OWN = frozenset(
    {"human", "unsubscribe", "delete_my_data", "cancel", "help", "my_jobs", "report_posting", "case_status"}
)
_ABOUT_WAGES = frozenset({"case", "danger", "paid"})
_ASIDE = frozenset({"greet", "thanks"})


def answers_it(
    expecting: Optional[str], text: str, task: str, sure: float, fields: Mapping[str, Any]
) -> bool:
    """True where the message is to be read as an answer to `expecting`.

    `fields`: everything that was read in the text, whatever the task.
    """
    if not expecting:
        return False
    if is_about_posting(expecting) and (steers(text) or posting_answers.refuses(text, asked=True)):
        return task not in ("crisis", "injury")  # “工资加到320”, “不发了” are no talk of unpaid wages
    if task in URGENT and not (expecting in _ABOUT_WAGES and task == "wage_dispute"):
        return False
    rule = _RULES.get(expecting)
    return bool(rule and rule(text, task, sure, fields))


def _name(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if names.read_name(text) is not None:
        return not (task in _OWN and sure >= CLEARLY)
    if refine.refinement(text) == refine.ABOUT and not _names_any(fields, "date_from", "place"):
        return True
    return task in ("other", "profile") and len(text) <= 12 and not _asks(text)


def _wish(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """“光谷这边”, “随便”: a place or a day counts whatever else the words look like."""
    if refine.leaves_open(text) and not _names_any(fields, "date_from", "place", "trade"):
        return True
    if task in _OWN and sure >= CLEARLY or task == "find_work":
        return False
    return _names_any(fields, "date_from", "place")


def _choice(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in _OWN and sure >= CLEARLY:
        return False
    if refine.corrects(text) and _names_any(fields, *_CORRECTED):
        return task != "find_work"  # which adds to the wish as well
    if _names_any(fields, "date_from", "place", "trade"):
        return False
    return refine.refinement(text) is not None


def _station(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    return _names_any(fields, "place") and not _names_any(
        fields, "date_from", "trade", "wage_min", "time_of_day"
    )


def _offers(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in ("post_job", "help", "human", "my_jobs") and len(text) > 6:
        return False
    # Codes and names are not known here: what speaks of a decision goes to the service, which knows them.
    decides = answers.read(text, ["A10"], False) or answers.read(text, ["A10", "A11"], True)
    return len(text) <= 40 and (bool(decides) or answers.is_full(text) or answers.asks_about(text))


def _case(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    if task in _ASIDE or task in _OWN and sure >= CLEARLY:
        return False
    if task == "wage_dispute":
        return not _ANOTHER.search(text)
    if task == "find_work":
        # “黄陂 去年9月到11月” answers; “明天武汉小工” is a wish of its own.
        return not (_AHEAD.search(text) and _names_any(fields, "place", "trade") or _WORK.search(text))
    return True


def _case_more(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """After the questions: only what plainly tells more of it."""
    if _AHEAD.search(text) or _WORK.search(text) or _asks(text):
        return False
    if task == "find_work":
        return bool(_WAS.search(text)) and _names_any(fields, "date_from", "place")
    if task not in ("other", "deny", "complaint", "profile") or task == "profile" and sure >= CLEARLY:
        return False
    return _names_any(fields, "date_from", "place", "employer_name") or bool(_TELLS.search(text))


def _danger(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """Only a plain wish for work, for people, or for a person leads away from it."""
    return not (
        task in ("human", "unsubscribe", "my_jobs")
        and sure >= CLEARLY
        or task == "post_job"
        and sure >= CLEARLY
        and _names_any(fields, "headcount", "wage_min")
        or task == "find_work"
        and (_WORK.search(text) or _asks(text) and _names_any(fields, "date_from"))
    )


def is_about_posting(expecting: Optional[str]) -> bool:
    """True while an employer is asked for something about a posting."""
    return (expecting or "").startswith("posting")


def _posting(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """A fact of the posting, a correction, a short answer; not a question, nor a wish for work."""
    if _is_aside(text, task, sure):
        return False
    if steers(text) or task in ("choose", "affirm", "deny", "post_job"):
        return True
    if _asks(text):
        return False
    return _names_any(fields, *_FACTS) or len(text) <= _SHORT


def _posting_words(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """An address or a name: any words that ask for nothing."""
    if _is_aside(text, task, sure):
        return False
    return steers(text) or task == "post_job" or len(text) <= _ADDRESS and not _QUESTION.search(text)


def _posting_number(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """A number, yes or no, or the same thing told more exactly."""
    return task in ("choose", "affirm", "deny") or not _is_aside(text, task, sure) and not _asks(text)


def _report(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    return task in ("choose", "report_posting") or bool(re.search(r"第.个|\d号", text)) and not _asks(text)


def _is_aside(text: str, task: str, sure: float) -> bool:
    """A greeting, a wish of another kind; a matter of the station only where it asks or names it (“王家湾地铁站C口”
    is an address)."""
    other = task in _OTHER_MATTERS and (_QUESTION.search(text) or _OUR_MATTERS.search(text))
    return task in _ASIDE or (task in _OWN or bool(other)) and sure >= CLEARLY or bool(_WORK.search(text))


def _promise(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    """Questions out of turn are put in front only for a message that answers them (bot/services/memory.py)."""
    return True


def _overlap(text: str, task: str, sure: float, fields: Mapping[str, Any]) -> bool:
    return promise_words.keeps_it(text) is not None


def _names_any(fields: Mapping[str, Any], *keys: str) -> bool:
    return any(fields.get(key) is not None for key in keys)


def _asks(text: str) -> bool:
    return bool(re.search(r"[吗呢么??]|什么|怎么|多少|不$|没$", text))


CLEARLY = 0.5
_CORRECTED = ("date_from", "place", "trade", "headcount", "wage_min", "time_of_day", "pay_cycle")
_ANOTHER = re.compile(r"另外|还有[个一]|还有别|又[有欠]|也欠|别的老板")
_AHEAD = re.compile(r"[今明后][天日晚]|[下这]周|周末")
_WAS = re.compile(r"[做干]的|去年|前年|上个?月|\d月")
_TELLS = re.compile(
    "合同|欠条|记工|考勤|微信|聊天|转账|口头|私人|家里|总包|投诉|不是.+是|打错|说错|个人|工友|电话|老板|工钱|工资|去年|前年|上个?月|[0-9]月"
)
_WORK = re.compile(r"找个?活|找日结|先找|有活|招工|找工作|有没有活|有.{0,4}做[吗没不]|想干|想做")
_QUESTION = re.compile(r"[吗呢??]|什么|怎么|多少")
_FACTS = ("date_from", "place", "trade", "wage_min", "wage_max", "headcount", "time_of_day", "pay_cycle")
_OTHER_MATTERS = frozenset(
    {"rights_question", "station_info", "training", "guidance", "public_service", "complaint", "subscribe"}
)
_OUR_MATTERS = re.compile(r"驿站|你们|培训|想学|补贴|社保|投诉|推送|建议")
_SHORT, _ADDRESS = 30, 80
_RULES = {
    "name": _name,
    "place": _wish,
    "date": _wish,
    "choice": _choice,
    "offers": _offers,
    "case": _case,
    "case_more": _case_more,
    "danger": _danger,
    "posting": _posting,
    "posting_words": _posting_words,
    "posting_ok": _posting,
    "posting_which": _posting_number,
    "report": _report,
    "station": _station,
    "overlap": _overlap,
    **dict.fromkeys(promise_words.KINDS, _promise),
}
