"""Finds every mention of a date: the rules of each room, in order, over a text that shrinks as they take from it."""

from __future__ import annotations

from datetime import date

from bot.nlu.dates import holidays, lunar, month_days, months, relative, weekdays
from bot.nlu.dates.mention import TAKEN, Mention, Rule

# Longer and more certain names first: 腊月二十 before 二十, 11月26号 before 11月.
RULES: tuple[Rule, ...] = (
    *lunar.RULES,
    *holidays.RULES,
    *month_days.RULES,
    *months.RULES,
    *weekdays.RULES,
    *relative.RULES,
)


def mentions_in(text: str, today: date) -> list[Mention]:
    """All mentions in the order of the text."""
    found: list[Mention] = []
    chars = set(text)
    for rule in RULES:
        if rule.hint & chars:
            taken = _matches(rule, text, today)
            found += taken
            text = _blanked(text, taken) if taken else text
    return sorted(found, key=lambda mention: mention.start)


def _matches(rule: Rule, text: str, today: date) -> list[Mention]:
    found = []
    for match in rule.pattern.finditer(text):
        find = rule.build(match, today)
        if find:
            found.append(Mention(match.start(), match.end(), rule.kind, find))
    return found


def _blanked(text: str, mentions: list[Mention]) -> str:
    chars = list(text)
    for each in mentions:
        chars[each.start : each.end] = TAKEN * (each.end - each.start)
    return "".join(chars)
