"""How many people a message is about: “招3个小工”, “小工2人”, “3男2女”, “我和老乡”, “两口子”, “十几个人”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import bot.nlu.people_words as words
from bot.nlu.numbers import NUMBER, read_number, read_range


class Count(NamedTuple):
    """A number of people; `skilled` where a trade stands with it, `leads` where it settles the matter."""

    value: int
    skilled: bool
    leads: bool
    start: int
    end: int


def find_people(text: str) -> list[Count]:
    """The counts whose sum is the number of people; an empty list where the text names none."""
    for find in (_corrected, _genders, _company):
        found = find(text)
        if found:
            return [found]
    return _telling(list(_counts(text))) or _unnumbered(text)


def _corrected(text: str) -> Count | None:
    match = words.CORRECTED.search(text)
    return _count(match, _small(match[1])) if match else None


def _genders(text: str) -> Count | None:
    match = words.GENDERS.search(text)
    numbers = [_small(number) for number in match.groups() if number] if match else []
    return _count(match, sum(numbers)) if match and max(numbers) <= 20 else None  # larger ones are ages


def _company(text: str) -> Count | None:
    """“我和3个老乡” are four, “两对夫妻” too."""
    match = words.WITH_SOME.search(text)
    if match:
        return _count(match, _small(match[1] or match[2]) + 1)
    match = words.COUPLES.search(text)
    return _count(match, 2 * _small(match[1] or match[2])) if match else None


def _unnumbered(text: str) -> list[Count]:
    for phrase, value in ((words.THREE, 3), (words.TWO, 2), (words.ONE, 1)):
        match = phrase.search(text)
        if match:
            return [_count(match, value)]
    return []


def _count(match: re.Match[str], value: int) -> Count:
    return Count(value, False, True, match.start(), match.end())


def _small(number: str) -> int:
    return int(read_number(number) or 0)


def _counts(text: str) -> Iterator[Count]:
    hiring, hurt = bool(words.HIRE.search(text)), bool(words.HURT.search(text))
    found = False
    for number in NUMBER.finditer(text):
        before = text[max(0, number.start() - 14) : number.start()]
        if words.NO_COUNT.search(before) or (hurt and not words.SEEK.search(before)):
            continue
        skilled, end = _people(text, number, before, hiring)
        if not end and (words.SEEK.search(before) or (found and words.WITH.search(before))):
            skilled, end = True, _doing_end(text, number)
        value = _value(number[0], before) if end else None
        if value and not (value == 1 and words.APIECE.match(text, end)):
            found = True
            leads = bool(words.MORE.search(before) or words.TOTAL.search(before))
            yield Count(value, skilled, leads, number.start(), end)


def _value(number: str, before: str) -> int | None:
    """Of “三五个”, “2-3个” and “十七八个” the lower figure, as of every rough count."""
    values = read_range(number)
    if not values or values[0] != int(values[0]) or not 1 <= values[0] <= 999:
        return None
    lower = words.LOWER.search(before)
    first = read_number(lower[1]) if lower else None
    return int(first) if first and 0 < values[0] - first <= 20 else int(values[0])


def _people(text: str, number: re.Match[str], before: str, hiring: bool) -> tuple[bool, int | None]:
    """Whether a trade stands with the number, and where its words for people end (None: it has none)."""
    at = number.end()
    people, trade = words.PEOPLE.match(text, at), words.SKILLED.match(text, at)
    trade_before = words.SKILL_BEFORE.search(before)
    listed = hiring and bool(words.LISTED.search(before))
    one = number[0] in ("1", "一")
    if one and not (
        words.NEED.search(before) or trade_before or listed or _is_alone(text, at, before, people)
    ):
        return False, None  # one is everywhere: “有一个人说…”, “帮我找一个小工做”
    found = people or trade
    if not found and (words.OURS.search(before) or words.TRADE_BEFORE.search(before)):
        found = words.ANY.match(text, at)
    if not found and (trade_before or not before or listed or words.SEEK.search(before)):
        found = words.BARE.match(text, at)
    return bool(trade_before or trade), found.end() if found else None


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
