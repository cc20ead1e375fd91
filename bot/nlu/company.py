"""People told as company rather than as a count: “三男两女”, “我和两个老乡”, “夫妻俩”, “要个司机”."""

from __future__ import annotations

import re
from typing import NamedTuple

import bot.nlu.company_words as words
from bot.nlu.numbers import read_number


class Company(NamedTuple):
    """How many, and where the words stand."""

    value: int
    start: int
    end: int


def counted_company(text: str) -> Company | None:
    """Company with a number of its own; it goes before any other count of the message."""
    for find in (_corrected, _of_each_kind, _genders, _with_some, _couples):
        found = find(text)
        if found:
            return found
    return None


def uncounted_company(text: str, employer: bool) -> Company | None:
    """Company without a number: two or three of a family; one wanted, by an employer before the own family."""
    some = words.SOME.search(text)
    if some:
        return Company(2 if some[0] == "俩" else 3, some.start(), some.end())
    groups = [(words.THREE, 3), (words.TWO, 2)]
    wanted = [(words.ONE, 1), *([(words.ONE_SOUGHT, 1)] if employer else [])]
    for phrase, value in [*wanted, *groups] if employer else [*groups, *wanted]:
        match = phrase.search(text)
        if match:
            return Company(value, match.start(), match.end())
    return None


def _corrected(text: str) -> Company | None:
    match = words.CORRECTED.search(text)
    return _company(match, _small(match[1])) if match else None


def _of_each_kind(text: str) -> Company | None:
    match = words.EACH_KIND.search(text)
    kinds = len(words.KINDS.findall(match["kinds"])) if match else 0
    return _company(match, kinds * _small(match["each"])) if match and kinds > 1 else None


def _genders(text: str) -> Company | None:
    match = words.GENDERS.search(text)
    numbers = _numbers(match)
    return _company(match, sum(numbers)) if match and max(numbers) <= 20 else None  # larger ones are ages


def _with_some(text: str) -> Company | None:
    """“我和3个老乡” are four."""
    match = words.WITH_SOME.search(text) or words.BESIDES.search(text)
    return _company(match, sum(_numbers(match)) + 1) if match else None


def _couples(text: str) -> Company | None:
    household = words.HOUSEHOLD.search(text)
    if household:
        return _company(household, _small(household[1]))
    match = words.COUPLES.search(text)
    return _company(match, 2 * sum(_numbers(match))) if match else None


def _numbers(match: re.Match[str] | None) -> list[int]:
    return [_small(number) for number in match.groups() if number] if match else []


def _company(match: re.Match[str], value: int) -> Company:
    return Company(value, match.start(), match.end())


def _small(number: str) -> int:
    return int(read_number(number) or 0)
