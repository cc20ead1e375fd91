"""From a message to the facts of a case: everything that is named is taken, whatever was asked."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Dict, Optional

from bot.core import refine
from bot.core.amounts import read_yuan
from bot.core.cases.clocks import years_on
from bot.core.cases.facts import UNKNOWN
from bot.core.cases.told import ending, figures, who
from bot.core.cases.told.message import merged, told
from bot.core.masking import mask_cards
from bot.services.cases import records
from bot.services.talk import Talk
from bot.store.help import Case

_KEPT = (
    "employer_name", "amount_owed", "people_owed", "place", "place_name", "trade",
    "wage_min", "wage_max", "wage_unit", "date_from", "date_to", "age",
)  # fmt: skip
_PLACE, _DAYS = ("place", "place_name"), ("date_from", "date_to")
_SUM = re.compile(r"一共|总共|合计|欠|差|还有|不是.{1,12}是|其实|应该是")
_ASKS = re.compile(
    r"[吗呢??]|什么|怎么|多久|能不能|会不会|有没有|办法|怎样|可不可以|行不行|帮我|为啥|凭什么|要得回|么样"
)
_CALLED = re.compile(
    "^(?:好像|大概|可能|应该)?(?:公司|老板|他)?(?:名字)?(?:叫|是|喊)(?:什么|啥|么|做)?"
    "|^[\u4e00-\u9fff]{1,4}叫(?=[\u4e00-\u9fff]{2})"
)
_FIGURES = r"[\d.一二两三四五六七八九十百千万wk]"
_OWES = re.compile(rf"[欠差][我他我们了着]{{0,3}}(?:工[钱资])?({_FIGURES}+)(?!{_FIGURES}|个?[月天年人])")
_FITS = {
    "amount_owed": re.compile(r"\d|[一二两三四五六七八九十百千万]"),
    "period": re.compile(r"\d|[月号天年前后上下今去]|一直|春|夏|秋|冬"),
    "still_words": re.compile(r"[在干走做停离辞]|[月号天]前?"),
    "people_words": re.compile(r"\d|[人个两几一二三四五六七八九十]"),
    "complained": re.compile(
        "没|冇|无|找|投诉|举报|打|告|监察|仲裁|政府|街道|社区|派出所|法院|信访|工会|12345|12333"
    ),
    "employer_name": re.compile(r"[\u4e00-\u9fff]{2}"),
}
_BY_YES = ("still_words", "people_words", "complained")  # “是”, “没有” answer these
_HAN = re.compile(r"[\u4e00-\u9fff]")


def add(talk: Talk, case: Case, asked: Optional[str] = None) -> bool:
    """Takes what the message tells; True where the facts have changed. `asked`: the question that was open."""
    before = case.facts
    news = {**_contract_fields(talk, before, asked), **told(talk.turn.text, before, asked)}
    amount = _amount(talk, before, asked, news)
    news = {**{name: value for name, value in news.items() if name != "amount_owed"}, **amount}
    news.update(_name(talk.turn.text, news, asked))
    if _keeps_name(before, news, talk.turn.text, asked):
        news["employer_name"] = before["employer_name"]
    facts = _counted(merged(before, news))
    other = _other_name(before, news, talk.turn.text, asked)
    if other:
        facts["employer_name"] = before["employer_name"]
        facts["also_named"] = list(dict.fromkeys([*before.get("also_named", []), other]))
    case.facts = facts
    records.note(talk, case)
    return facts != before


def add_words(talk: Talk, case: Case, asked: str) -> bool:
    """The person's own words, where they can be an answer; “不知道” is one. False: it was none."""
    words = talk.turn.text.strip()
    if ending.skips(words) or refine.leaves_open(words):
        case.facts = {**case.facts, asked: UNKNOWN}
        return True
    if asked == "employer_name":
        words = _CALLED.sub("", words) or words
    if _ASKS.search(words) or len(words) > 40 or ending.yes_or_no(words) is not None and asked not in _BY_YES:
        return False
    if not _FITS.get(asked, _HAN).search(words):
        asked = "period"  # “上个月” to another question still tells when
        if case.facts.get(asked) or not _FITS[asked].search(words):
            return False
    if asked == "employer_name":
        words = who.bare_name(words) or words
    case.facts = {**case.facts, asked: mask_cards(words)}
    return True


def _contract_fields(talk: Talk, known: Dict[str, Any], asked: Optional[str]) -> Dict[str, Any]:
    """Place and days that are known are replaced only where they were asked about or are put right."""
    found = {name: talk.turn.get(name) for name in _KEPT if talk.turn.get(name) is not None}
    rights = refine.corrects(talk.turn.text)
    for names, question in ((_PLACE, "place"), (_DAYS, "period")):
        if known.get(names[0]) and asked != question and not rights:
            found = {name: value for name, value in found.items() if name not in names}
    found = _not_ahead(found, talk.today)
    if found.get("wage_unit") == "day" and not known.get("day_pay"):
        found["day_pay"] = found.get("wage_min") or found.get("wage_max")
    return found


def _name(text: str, news: Dict[str, Any], asked: Optional[str]) -> Dict[str, Any]:
    """Where the readers of the message knew none."""
    if news.get("employer_name") or asked not in (None, "employer_name"):
        return {}
    name = who.owing(text)
    if name is None and asked and not news.get("place") and not ending.skips(text):
        name = who.bare_name(text)
    return {"employer_name": name} if name else {}


def _amount(talk: Talk, known: Dict[str, Any], asked: Optional[str], news: Dict[str, Any]) -> Dict[str, Any]:
    """A sum that is known is replaced only where a word says so."""
    text, amount = talk.turn.text, news.get("amount_owed")
    if news.get("per_head") == amount:  # “每人四千” is no total
        amount = None
    may_change = (
        known.get("amount_owed") in (None, UNKNOWN)
        or asked == "amount_owed"
        or _SUM.search(text)
        or refine.corrects(text)
    )
    if amount is None and asked is None:
        owes = _OWES.search(text)
        amount = read_yuan(owes.group(1)) if owes else None
    elif amount is None and ending.paid(text) != ending.PART:
        amount = figures.bare_sum(text, asked == "amount_owed")
    if amount is None or not may_change:
        return {"amount_owed": known["amount_owed"]} if "amount_owed" in known else {}
    return {"amount_owed": amount}


def _counted(facts: Dict[str, Any]) -> Dict[str, Any]:
    """Days times daily pay, as long as no total is told; read back before it counts as told."""
    total = figures.counted(facts.get("days"), facts.get("day_pay"))
    total = total or figures.counted(facts.get("people_owed"), facts.get("per_head"))
    if total and facts.get("amount_owed") in (None, UNKNOWN):
        return {**facts, "amount_counted": total}
    return {name: value for name, value in facts.items() if name != "amount_counted"}


def _not_ahead(found: Dict[str, Any], today: date) -> Dict[str, Any]:
    """Unpaid work is done: “8月到10月” read as next year's is this or last year's."""
    days = [date.fromisoformat(found[name]) for name in _DAYS if found.get(name)]
    back = 1 if days and min(days) > today else 0
    for name in _DAYS if back else ():
        if found.get(name):
            day = date.fromisoformat(found[name])
            found[name] = years_on(day, -back).isoformat()
    return found


def _other_name(
    known: Dict[str, Any], news: Dict[str, Any], text: str, asked: Optional[str]
) -> Optional[str]:
    """A further name in the same story (the firm behind the foreman): kept beside, it replaces nothing."""
    old, new = known.get("employer_name"), news.get("employer_name")
    if not new or old in (None, UNKNOWN, new) or asked == "employer_name" or refine.corrects(text):
        return None
    return None if who.righted(text, old) == new else new


def _keeps_name(known: Dict[str, Any], news: Dict[str, Any], text: str, asked: Optional[str]) -> bool:
    """“钱老板” said of “老板姓钱”: the same, kept as it is."""
    old, new = known.get("employer_name"), news.get("employer_name")
    if not new or old in (None, UNKNOWN) or asked == "employer_name" or refine.corrects(text):
        return False
    return who.same(str(old), new) and who.righted(text, old) != new
