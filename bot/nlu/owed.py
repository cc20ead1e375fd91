"""Unpaid wages: how much is still owed, and to how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bot.nlu.numbers import AMOUNT, FIGURES, read_range, unclaimed_figures
from bot.nlu.pay_words import MEASURE, UNIT_AFTER, UNIT_BEFORE
from bot.nlu.people import find_people
from bot.nlu.reading import Reading
from bot.nlu.unpaid import speaks_of_unpaid

__all__ = ["read_owed", "speaks_of_unpaid"]

_SUM = re.compile(
    rf"(?<![\d.#第{FIGURES}])(?<!\d:)(?P<sum>{AMOUNT})[多几来]?(?P<money> ?元|块钱?|(?<=\d)钱)?"
)
# Between “欠” and the sum: whose wages and of what, also counts (“欠我们8个人3个月工资”), no other sum.
_WHOSE = rf"(?:[^,。;!?{FIGURES}]|[{FIGURES}]+[多来几]?(?:个?月|个?人|天|年|个工)){{0,14}}$"
_OTHER_DEBT = "了?(?:网贷|贷|亲戚|债|信用|人家|银行)"
_PARTS = (
    ("left", re.compile(f"(?:[还仍尚][有欠差剩少]|剩下?|余下|余款|尾款|[下剩]余){_WHOSE}")),
    ("owed", re.compile(f"(?:拖?欠(?!{_OTHER_DEBT})|拖了?|[压押][了着我]){_WHOSE}")),
    ("short", re.compile(f"(?:少[给发算结付了]|克扣|扣[了着我掉光]|差我|还差){_WHOSE}")),
    ("total", re.compile("(?:一共|总共|共计|合计|总计|加起来|加在一起)[^,。;!? ]{0,6}$|共[欠是]?$")),
)
_LEFT, _OWED = _PARTS[0][1], _PARTS[1][1]
_PAID = re.compile(
    "(?<![没未不冇少多有肯])(?:只|才|就|仅|实际?|已经?|先|前面?|中间|后来|总共|陆续)?"
    "(?:支付|预支|借支|到账|拿到?|收到?|领|[给付发把结支转打])(?:了|过|我们?|到|的|一部分|生活费|大概|也就|有|只有|[ ,])*$"
    "|生活费[了是有]?$|只肯给$"
)
_PAID_BEHIND = re.compile(
    rf"(?:已经?|是?先|都)?(?:给|付|拿|收|发|结)(?:了|过|到了)(?![^,。;!?]{{0,4}}[没不{FIGURES}])"
)
_PROMISED = re.compile("(?:说好|讲好|谈好|答应|该|应|本来|约定|承诺|说)[^,。;!?]{0,4}[给付发]$")
_PER_HEAD = re.compile("(?:每个?人|一人|一个人|人均|各|个个)[^,。;!?]{0,4}$")
_NAMED = re.compile(
    "(?:工资|工钱|工姿|工前|薪|[钱款费条]|(?<!结)账|欠条)[^,。;!?]{0,6}$|(?:工资|工钱|钱)[^。;!?]{0,3},?$"
    "|[没未不冇][有肯]?[给付发结把打](?:我们?)?(?:那|这|剩下)?的?$"
)
_UNPAID_BEHIND = re.compile("[^,。;!?]{0,8}(?:[没未不冇]|要回|没影|打水漂|白)")
# How long it took, no rate: “搬了一天的厂,说好三百”, “一个月的工资5000没给”.
_WORKED = re.compile(
    "[做干搬卸搞上]了[一1](?:天|个月|晚上?)[^,。;!?]{0,6},?$|[一1]个?月的?(?:工资|工钱|薪水)$"
)
_HALF = re.compile("[给付发结]了?一半")  # half of a sum that may or may not be the one named
_SENTENCE_END = re.compile("[。;!?]")


class Sum(NamedTuple):
    """One sum of money and the part it plays: left, owed, short, total, paid, head (each) or other."""

    value: Decimal
    part: str
    start: int
    end: int


def read_owed(reading: Reading) -> None:
    """Sets amount_owed (yuan, never multiplied) and people_owed; claims 'owed' and 'headcount'.

    Does nothing unless the message speaks of unpaid wages. Runs before read_pay.
    """
    if not speaks_of_unpaid(reading.text):
        return
    sums = list(_sums(unclaimed_figures(reading)))
    for item in sums:
        reading.claim(item.start, item.end, "owed")
    amount = _still_owed(sums)
    halved = _HALF.search(reading.text) and all(item.part != "left" for item in sums)
    if amount and not halved:
        reading.fields["amount_owed"] = int(amount) if amount == int(amount) else float(round(amount, 2))
    counts = find_people(unclaimed_figures(reading))
    people = sum(count.value for count in counts)
    if people > 1:
        reading.fields["people_owed"] = people
        for count in counts:
            reading.claim(count.start, count.end, "headcount")


def _sums(text: str) -> Iterator[Sum]:
    for match in _SUM.finditer(text):
        values = read_range(match["sum"])
        before = _SENTENCE_END.split(text[max(0, match.start() - 24) : match.start()])[-1]
        if not values or not _is_money(text, match, values[0]) or _is_rate(text, match, before):
            continue
        part = _part(text, match, before, values[0])
        if part:
            yield Sum(values[0], part, match.start(), match.end())


def _is_money(text: str, match: re.Match[str], value: Decimal) -> bool:
    if match["money"]:
        return value >= 10
    return value >= 50 and value == int(value) and not MEASURE.match(text, match.end())


def _is_rate(text: str, match: re.Match[str], before: str) -> bool:
    """“一天300”, “300一天”, “每月5000”: pay for a time, left to read_pay; “欠我一个月工资5000” is a debt."""
    if UNIT_AFTER.match(text, match.end()):
        return True
    unit = UNIT_BEFORE.search(before)
    if not unit or unit.lastgroup == "job" or _WORKED.search(before):
        return False
    return unit[0].startswith("每") or not (_LEFT.search(before) or _OWED.search(before))


def _part(text: str, match: re.Match[str], before: str, value: Decimal) -> str | None:
    if _PER_HEAD.search(before):
        return "head"
    paid = _PAID.search(before) or _PAID_BEHIND.match(text, match.end())
    if paid and not _PROMISED.search(before):
        return "paid"
    for part, words in _PARTS:
        if words.search(before):
            return part
    named = match["money"] or _NAMED.search(before) or _UNPAID_BEHIND.match(text, match.end())
    return "other" if named or value >= 1000 else None


def _still_owed(sums: list[Sum]) -> Decimal | None:
    """What is left if the message says it; else the debt less what was paid on it."""
    by_part: dict[str, list[Sum]] = {}
    for item in sums:
        by_part.setdefault(item.part, []).append(item)
    paid = by_part.get("paid", [])
    if "left" in by_part:
        return by_part["left"][0].value
    if "owed" in by_part:
        debt = _debt(by_part["owed"], by_part.get("total", []))
        return _less(debt.value, [item for item in paid if item.start > debt.start])
    if "short" in by_part:
        return by_part["short"][0].value
    whole = by_part.get("total") or by_part.get("other")
    return _less(max(item.value for item in whole), paid) if whole else None


def _debt(owed: list[Sum], totals: list[Sum]) -> Sum:
    """The largest debt, or the total that sums several up: “欠我九千,欠他两千,加起来一万一”."""
    debt = max(owed, key=lambda item: item.value)
    summed = [item for item in totals if item.start > debt.start and item.value > debt.value]
    return summed[0] if summed else debt


def _less(debt: Decimal, paid: list[Sum]) -> Decimal | None:
    left = debt - sum(item.value for item in paid)
    return left if left > 0 else None
