"""The dates of one group of mentions: 26号到28号, 周六周日, 12月1号起, 元旦之前, 后天起干5天."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.nlu.dates.durations import Length, length_after, length_told
from bot.nlu.dates.groups import ends_span, link
from bot.nlu.dates.mention import Mention, Range

_HIND = r"后(?![天日儿面来续期勤厨台湖街半备])"
_BEFORE = re.compile(r"\s*(?:之前|以前|前(?![台面去往来厅端进后天]))")
_SINCE = re.compile(
    rf"\)?(?:份|早上|上午|下午|晚上|早|晚)?(?:起(?![来不床])|开始|以后|之后|过后|往后|{_HIND})"
)
_AFTER = re.compile(rf"\s*(?:之后|以后|过后|{_HIND})")
_RUNNING = {"day", "month", "part", "lunar"}
_LONGEST = timedelta(days=100)  # of a span that may be under way
_FAR = timedelta(days=183)
_SOON = timedelta(days=32)  # near its end, “1号到3号” is next month's


class Period(NamedTuple):
    """What a group names; an end that it leaves open is None. `claims` are characters read beyond the mentions."""

    first: date | None
    last: date | None
    claims: tuple[tuple[int, int], ...] = ()


def group_period(text: str, group: list[Mention], today: date, back: bool) -> Period | None:
    """The period of one group, or None where it names no date."""
    ranges = _resolved(text, group, today, back)
    if not ranges:
        return None
    found = _joined(text, group, ranges)
    return _modified(text, group, found, today, back)


def _joined(text: str, group: list[Mention], ranges: list[Range]) -> Range:
    """From the first to the last day; a span to a wider name ends with it (做到月底), or where a holiday begins."""
    if len(group) == len(ranges) == 2 and link(text, *group) == "to":
        return Range(ranges[0].first, max(ranges[0].first, _end(group[1], ranges[1])))
    return Range(min(each.first for each in ranges), max(each.last for each in ranges))


def _end(mention: Mention, found: Range) -> date:
    return found.first if mention.kind == "holiday" else found.last


def extended(text: str, found: Period) -> Period:
    """The only day named, and a length told anywhere else: “明天…220一天,干三天”."""
    length = length_told(text)
    if not length or not found.first or found.last not in (None, found.first):
        return found
    return Period(found.first, length.last(found.first), (*found.claims, (length.start, length.end)))


def _resolved(text: str, group: list[Mention], today: date, back: bool) -> list[Range]:
    """The range of each mention, the later ones found from the earlier."""
    if back:
        return _resolved_back(group, today)
    ranges = _onwards(group, today, back=False)
    if len(group) == 2 and link(text, *group) == "to":
        return _running(group, ranges, today)
    return ranges


def _onwards(group: list[Mention], today: date, back: bool) -> list[Range]:
    """The first as the message looks, each other the first one after it; one named again (26号到30号,26号…) once."""
    ranges: list[Range] = []
    for mention in group:
        found = mention.find(today, back)
        if ranges and found and ranges[0].first <= found.first <= ranges[-1].last:
            continue
        found = mention.find(ranges[-1].first, False) if ranges else found
        ranges += [found] if found else []
    return ranges


def _resolved_back(group: list[Mention], today: date) -> list[Range]:
    ranges = _onwards(group, today, back=True)
    if all(each.first <= today for each in ranges):
        return ranges
    ranges, anchor = [], today
    for mention in reversed(group):  # said in November, 10月到2月 ended in February
        found = mention.find(anchor, True)
        ranges = [found, *ranges] if found else ranges
        anchor = found.last if found else anchor
    return ranges


def _running(group: list[Mention], ranges: list[Range], today: date) -> list[Range]:
    """On the 24th “20号到30号” is under way: its first day is the one behind, not the one next month."""
    start = group[0].find(today, True)
    end = group[1].find(start.first, False) if start else None
    if (
        len(ranges) < 2
        or not start
        or not end
        or end.last < today
        or {each.kind for each in group} - _RUNNING
    ):
        return ranges
    begun = start.first <= today and end.last < ranges[0].first and end.last - start.first < _LONGEST
    soon_again = ranges[0].first - today < _SOON and today - start.first > end.last - today
    return [start, end] if begun and not soon_again else ranges


def _modified(text: str, group: list[Mention], found: Range, today: date, back: bool) -> Period | None:
    """The words right behind the days: a length, 之前, 以后, 起."""
    start, end, kind = group[0].start, group[-1].end, group[-1].kind
    length = _length(text, group, back) if found.first == found.last or kind == "holiday" else None
    if length:
        return Period(found.first, length.last(found.first), ((length.start, length.end),))
    if _BEFORE.match(text, end):
        return _until(found.last if kind == "part" else found.first - timedelta(days=1), today, back)
    if kind == "holiday" and (_AFTER.match(text, end) or text.endswith("过完", 0, start)):
        return Period(found.last + timedelta(days=1), today if back else None)
    if len(group) == 1 and _SINCE.match(text, end):
        return Period(found.first, today if back else None)
    if len(group) == 1 and not back and ends_span(text, group[0]):
        return Period(today, _end(group[0], found))
    return Period(*found)


def _until(last: date, today: date, back: bool) -> Period | None:
    """From now to a day; one half a year off (in November 中秋前) is no time of work."""
    if back:
        return Period(None, last)
    return Period(today, last) if last - today < _FAR else None


def _length(text: str, group: list[Mention], back: bool) -> Length | None:
    same = len(group) == 1 or group[0].kind == group[-1].kind
    return length_after(text, group[-1], back) if same else None
