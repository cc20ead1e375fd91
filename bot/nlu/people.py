"""How many people a message is about: “招3个小工”, “小工2人”, “3男2女”, “我和老乡”, “两口子”, “十几个人”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import bot.nlu.people_words as words
from bot.nlu.company import counted_company, uncounted_company
from bot.nlu.numbers import NUMBER, read_number, read_range
from bot.nlu.reading import Span


class Count(NamedTuple):
    """A number of people; `skilled` where a trade stands with it, `leads` where it settles the matter."""

    value: int
    skilled: bool
    leads: bool
    start: int
    end: int


class Ground(NamedTuple):
    """What the whole message says about its numbers."""

    hiring: bool  # it asks for workers
    employer: bool  # it comes from one who hires
    hurt: bool
    owed: bool  # it is about their wages
    trades: Sequence[Span]


def find_people(
    text: str, trades: Sequence[Span] = (), employer: bool = False, owed: bool = False
) -> list[Count]:
    """The counts whose sum is the number of people; an empty list where the text names none.

    `trades` are the places where trades are named; `owed` says that the talk is of unpaid wages.
    """
    company = counted_company(text)
    if company:
        return [Count(company.value, False, True, company.start, company.end)]
    hiring = employer or bool(words.HIRE.search(text))
    ground = Ground(hiring, employer, bool(words.HURT.search(text)) and not owed, owed, trades)
    counts = _telling(list(_counts(text, ground)))
    if counts:
        return counts
    company = uncounted_company(text, employer)
    return [Count(company.value, False, True, company.start, company.end)] if company else []


def _counts(text: str, ground: Ground) -> Iterator[Count]:
    found = idle = False  # idle: a count that nobody seeks, as of those who are there already
    for number in NUMBER.finditer(text):
        near = text[max(0, number.start() - 14) : number.start()]
        before = words.LOWER.sub("", near)
        if _is_no_count(before, ground):
            continue
        skilled, end = _people(text, number, before, ground)
        if not end and (ground.owed or words.SEEK.search(before) or (found and words.WITH.search(before))):
            skilled, end = True, _doing_end(text, number)
        value = _value(number[0], near) if end else None
        if value and not (value == 1 and words.APIECE.match(text, end)):
            sought = bool(words.SEEK.search(before))
            leads = words.MORE.search(before) or words.TOTAL.search(before) or (idle and sought)
            found, idle = True, idle or not (skilled or sought)
            yield Count(value, skilled, bool(leads), number.start(), end)


def _is_no_count(before: str, ground: Ground) -> bool:
    if ground.hurt and not words.SEEK.search(before):
        return True
    return bool((words.NO_DEBTOR if ground.owed else words.NO_COUNT).search(before))


def _value(number: str, before: str) -> int | None:
    """Of “三五个”, “2-3个” and “十七八个” the lower figure, as of every rough count."""
    values = read_range(number)
    if not values or values[0] != int(values[0]) or not 1 <= values[0] <= 999:
        return None
    lower = words.LOWER.search(before)
    first = read_number(lower[1]) if lower else None
    return int(first) if first and 0 < values[0] - first <= 20 else int(values[0])


def _people(text: str, number: re.Match[str], before: str, ground: Ground) -> tuple[bool, int | None]:
    """Whether a trade stands with the number, and where its words for people end (None: it has none)."""
    at = number.end()
    people, trade = words.PEOPLE.match(text, at), words.SKILLED.match(text, at)
    trade_before = words.SKILL_BEFORE.search(before) or _ends_trade(number.start(), before, ground)
    listed = ground.hiring and bool(words.LISTED.search(before))
    wanted = ground.employer and bool(words.HIRING.search(before))
    one = number[0] in ("1", "一")
    if one and not (
        words.NEED.search(before) or trade_before or listed or wanted or _is_alone(text, at, before, people)
    ):
        return False, None  # one is everywhere: “有一个人说…”, “帮我找一个小工做”
    found = people or trade
    if not found and _is_group(before, ground):
        found = words.ANY.match(text, at)
    if not found and (trade_before or not before or listed or words.SEEK.search(before)):
        found = words.BARE.match(text, at)
    if not found and ground.owed:
        found = words.ALL_BARE.match(text, at)
    if not found and _is_listed(before, bool(trade_before), ground):
        found = words.PLAIN.match(text, at)
    skilled = trade_before or trade or _begins_trade(text, at, ground) or words.DOING.match(text, at)
    return bool(skilled), found.end() if found else None


def _is_listed(before: str, trade_before: bool, ground: Ground) -> bool:
    """Words behind which a bare number counts people: “人数8”, of an employer “小工5”, “缺3” too."""
    if words.QUOTA.search(before):
        return True
    return ground.employer and (trade_before or bool(words.STARVED.search(before)))


def _is_group(before: str, ground: Ground) -> bool:
    """Words behind which “个” counts people, whoever they are: “我们六个”, “木工五个”, “招三个…”."""
    groups = (words.OURS, words.TRADE_BEFORE, words.TOTAL, words.KIN_BEFORE, words.CREW)
    if any(group.search(before) for group in groups):
        return True
    if ground.employer and (words.HIRING.search(before) or words.ROUGHLY.search(before)):
        return True
    return bool(words.QUOTA.search(before))


def _ends_trade(start: int, before: str, ground: Ground) -> bool:
    """“插秧14”, “瓦匠 2”: a trade is named right in front."""
    gap = len(before) - len(before.rstrip(" 要招缺差来:是"))
    return any(span.end == start - gap for span in ground.trades)


def _begins_trade(text: str, at: int, ground: Ground) -> bool:
    gap = len(text[at : at + 3]) - len(text[at : at + 3].lstrip(" 个名位"))
    return any(span.start == at + gap for span in ground.trades)


def _is_alone(text: str, at: int, before: str, people: re.Match[str] | None) -> bool:
    """“我一个人”, “找看店一人”."""
    if not people:
        return False
    return bool(
        words.SEEK.search(before) or (words.ALONE_BEFORE.search(before) and words.ONLY_ONE.match(text, at))
    )


def _doing_end(text: str, number: re.Match[str]) -> int | None:
    """“要四个贴砖的”, but not “找一个做饭的活”."""
    doing = words.DOING.match(text, number.end())
    return doing.end() if doing and not words.JOB.match(text, doing.end()) else None


def _telling(counts: list[Count]) -> list[Count]:
    """Counts of different trades add up; “还差”, “一共” and a first count without a trade speak alone."""
    for at, count in enumerate(counts):
        if count.leads:
            return counts[at:] if all(other.skilled for other in counts[at:]) else [count]
    return counts if all(count.skilled for count in counts) else counts[:1]
