"""The one period that a whole message means, of all that it names."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.dates.groups import grouped
from bot.nlu.dates.mention import Mention
from bot.nlu.dates.spans import Period, extended, group_period

Found = tuple[list[Mention], Period]

_WIDE = {"holiday", "month", "week", "weekend", "before_new_year", "after_new_year", "lunar_month"}
# 9月10月的工资没发: of several periods of a wage case the one for which the pay is missing.
_OWED = re.compile(
    r"(?:[^,。!? ]{0,8}?|,[两三四五六\d]个月)(?:工资|工钱|薪|加班费|一分)|[^,。!? ]{0,4}?(?:没|冇|未)(?:给|发|结|打|付)"
)


def period(text: str, mentions: list[Mention], today: date, back: bool) -> Period | None:
    """The period that all mentions span together; None where none of them counts."""
    groups = grouped(text, mentions)
    found = [
        (group, group_period(text, group, today, back)) for group in groups if back or group[-1].kind != "now"
    ]
    kept = [(group, each) for group, each in found if each and _counts(each, today, back)]
    kept = _without(kept, ("today",))
    if back:
        kept = _without(kept, ("today", "relative"))
    kept = _narrow(_owed(text, kept) if back else kept, {"holiday"} if back else _WIDE)
    if len(kept) == 1 and not back:
        return _from(extended(text, kept[0][1]), today)
    return _hull([each for _, each in kept], today, back)


def _counts(found: Period, today: date, back: bool) -> bool:
    """Work lies ahead; a wage case or an injury lies behind."""
    if back:
        return found.first is None or found.first <= today
    return found.last is None or found.last >= today


def _without(found: list[Found], kinds: tuple[str, ...]) -> list[Found]:
    """今天 beside another day is when the message is written (今天没活明天有没有); in a wage case so is 昨天."""
    strong = [each for each in found if each[0][0].kind not in kinds or len(each[0]) > 1]
    return strong or found


def _owed(text: str, found: list[Found]) -> list[Found]:
    return [each for each in found if _OWED.match(text, each[0][-1].end)] or found


def _narrow(found: list[Found], wide: set[str]) -> list[Found]:
    """“春节期间…从1月28号干到2月4号”: a day or span beats the wider name that it overlaps."""
    days = [each for group, each in found if not _only(group, _WIDE)]
    return [
        (group, each)
        for group, each in found
        if not (_only(group, wide) and any(_overlap(each, day) for day in days))
    ]


def _only(group: list[Mention], kinds: set[str]) -> bool:
    return all(mention.kind in kinds for mention in group)


def _overlap(left: Period, right: Period) -> bool:
    if not left.first or not right.first:
        return False
    return left.first <= (right.last or right.first) and right.first <= (left.last or left.first)


def _hull(periods: list[Period], today: date, back: bool) -> Period | None:
    if not periods:
        return None
    firsts = [each.first for each in periods]
    lasts = [each.last for each in periods]
    claims = tuple(claim for each in periods for claim in each.claims)
    hull = Period(None if None in firsts else min(firsts), None if None in lasts else max(lasts), claims)
    return hull if back else _from(hull, today)


def _from(found: Period, today: date) -> Period:
    """Work never begins before today."""
    return found._replace(first=max(found.first, today)) if found.first else found
