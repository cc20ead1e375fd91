"""Sums of money in a talk of unpaid wages, and the part that each plays: paid, left, owed, the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bot.nlu.numbers import AMOUNT, FIGURES, read_range
from bot.nlu.pay_words import MEASURE, UNIT_AFTER, UNIT_BEFORE

_SUM = re.compile(
    rf"(?<![\d.#第{FIGURES}])(?<!\d:)(?P<sum>{AMOUNT})[多几来把]?(?P<money> ?元|块钱?|(?<=\d)钱)?"
)
# Between “欠” and the sum: whose wages and of what, also counts (“欠我们8个人3个月工资”), no other sum.
_WHOSE = rf"(?:[^,。;!?{FIGURES}]|[{FIGURES}]+[多来几]?(?:个?月|个?人|天|年|个工)){{0,14}}$"
_OTHER_DEBT = "了?(?:网贷|贷|亲戚|债|信用|人家|银行)"
_TOTAL = (
    "(?:[一总]?共计?|合计|总[计数额](?!量)|[合合加][起拢](?:来|在一起)?|加在一起|合共|[拢统]共|前后(?!矛盾)|拉通|算(?:下来|账|拢来)"
    "|累计|全部(?:加起来)?)"
)
_PARTS = (
    (
        "left",
        re.compile(
            f"(?:[还仍尚][有欠差剩少]|剩(?!饭|菜)下?|余下|余款|尾[款数欠]|[下剩]余|下欠|差额){_WHOSE}"
        ),
    ),
    ("owed", re.compile(f"(?:拖?欠(?!{_OTHER_DEBT})|拖了?|[压押][了着我]){_WHOSE}")),
    ("short", re.compile(f"(?:少[给发算结付了拿]|克扣|扣[了着我掉光]|差我|还差){_WHOSE}")),
    ("total", re.compile(f"{_TOTAL}[^,。;!? ]{{0,6}}$|(?<!公)共[欠是]?$")),
)
_LEFT, _OWED = _PARTS[0][1], _PARTS[1][1]
_PAID = re.compile(
    "(?<![没未不冇少多有肯])(?:只|才|就|仅|实际?|已经?|先|前面?|中间|后来|总共|陆续)?"
    "(?:支付|预支|借支|支|到账|到手|进[账来]|拿到?|收到?|领|垫|打发|[给付发把结转打])"
    "(?:了|过|我们?|到|的|一部分|生活费|大概|也就|有|只有|卡上|账上|卡里|[ ,])*$"
    "|生活费[了是有]?$|只(?:肯|愿意?)[给付出]$|只出$"
)
_NO_DEBT = re.compile(  # what the boss says it should be, damages and fines
    "只肯?[认算][我们的账了 ]{0,2}$|按$|变成[了]?$|[赔罚][款偿了我]{0,2}$|抵扣?[^,。;!?]{0,5}费$"
)
_PAID_BEHIND = re.compile(
    rf"(?:已经?|是?先|都)?(?:给|付|拿|收|发|结)(?:了|过|到了)(?![^,。;!?]{{0,4}}[没不{FIGURES}])"
)
_PROMISED = re.compile("(?:说好|讲好|谈好|答应|该|应|本来|约定|承诺|说)[^,。;!?]{0,4}[给付发]$")
_PER_HEAD = re.compile("(?:每个?人|一人|一个人|人均|平均|人平|各|个个)[^,。;!?]{0,4}$")
_REPEATED = re.compile("(?:每个?[月天日次回]|月月|天天|次次|回回)[^,。;!?]{0,4}$")
_NAMED = re.compile(
    "(?:工资|工钱|工姿|工前|薪|[钱款费条]|(?<!结)账|欠条)[^,。;!?]{0,6}$|(?:工资|工钱|钱)[^。;!?]{0,3},?$"
    "|[没未不冇][有肯]?[给付发结把打](?:我们?)?(?:那|这|剩下)?的?$"
)
_UNPAID_BEHIND = re.compile(
    "(?:[^,。;!?]{0,8}(?:[没未不冇]|要回|影|打(?:了)?水漂|白|拖|欠|赖|吞|黑|泡汤|失联|[卡压扣悬挂耗]着)|,?(?:一分|一毛|分文))"
)
# How long it took, no rate: “搬了一天的厂,说好三百”, “一个月的工资5000没给”.
_WORKED = re.compile(
    "[做干搬卸搞上]了[一1](?:天|个月|晚上?)[^,。;!?]{0,6},?$|[一1]个?月的?(?:工资|工钱|薪水)$"
)
_SENTENCE_END = re.compile("[。;!?]")


class Sum(NamedTuple):
    """One sum of money (yuan) and its part.

    paid; left, owed, short, unpaid: still to be paid; total, job (a price for all): before anything was paid;
    head: each one's; bare: no word tells; other.
    """

    value: Decimal
    part: str
    start: int
    end: int


def find_sums(text: str) -> Iterator[Sum]:
    """The sums of a text about unpaid wages, in order; pay for a time (“一天300”) is none."""
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
    behind = UNIT_AFTER.match(text, match.end())
    if behind:
        return not behind.lastgroup.startswith("job")
    if _REPEATED.search(before):
        return True
    unit = UNIT_BEFORE.search(before)
    if not unit or unit.lastgroup == "job" or _WORKED.search(before):
        return False
    return not (_LEFT.search(before) or _OWED.search(before))


def _part(text: str, match: re.Match[str], before: str, value: Decimal) -> str | None:
    if _PER_HEAD.search(before):
        return "head"
    if _NO_DEBT.search(before):
        return None
    if UNIT_AFTER.match(text, match.end()):
        return "job"
    paid = _PAID.search(before) or _PAID_BEHIND.match(text, match.end())
    if paid and not _PROMISED.search(before):
        return "paid"
    for part, words in _PARTS:
        if words.search(before):
            return part
    if _UNPAID_BEHIND.match(text, match.end()):
        return "unpaid"
    return "other" if match["money"] or _NAMED.search(before) or value >= 1000 else "bare"
