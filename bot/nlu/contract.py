"""Which of the found fields a task speaks of, as the contract has them (null where a message does not speak of one)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.nlu.ages import bare_age
from bot.nlu.choices import items_named, picks_within
from bot.nlu.reading import Reading
from bot.nlu.rereading import fields_as

_DAYS = ("date_from", "date_to")
_PAY = ("wage_min", "wage_max", "wage_unit", "pay_cycle")
_OWED = ("amount_owed", "people_owed", "employer_name")
_ORDER = (
    *_DAYS, "time_of_day", "place", "place_name", "trade", *_PAY, "headcount", *_OWED, "age", "choice",
)  # fmt: skip
# Tasks that speak of days and hours: in a question about rights or a complaint they are examples or excuses.
_DATED = frozenset(
    {
        "find_work",
        "post_job",
        "subscribe",
        "profile",
        "training",
        "my_jobs",
        "cancel",
        "station_info",
        "injury",
        "crisis",
    }
)
# Fields that only some tasks speak of: in others the same figures and words mean something else.
_ONLY = {
    **dict.fromkeys(_OWED, frozenset({"wage_dispute", "injury", "crisis"})),
    "people_owed": frozenset({"wage_dispute", "case_status", "injury", "crisis"}),
    **dict.fromkeys(
        _PAY,
        frozenset(
            {
                "find_work",
                "post_job",
                "subscribe",
                "profile",
                "my_jobs",
                "cancel",
                "wage_dispute",
                "rights_question",
            }
        ),
    ),
    "headcount": frozenset({"find_work", "post_job", "subscribe", "my_jobs", "cancel"}),
    "choice": frozenset({"choose", "report_posting"}),
    **dict.fromkeys(_DAYS, _DATED | {"wage_dispute"}),
    "time_of_day": _DATED | {"rights_question"},
}
# In these what people work with tells the trade (挖机打不燃火了), in those even a trade that they do not want (护工不用来).
_HINTED = frozenset(
    {
        "find_work",
        "post_job",
        "subscribe",
        "profile",
        "my_jobs",
        "cancel",
        "wage_dispute",
        "training",
        "guidance",
        "unsubscribe",
        "rights_question",
        "case_status",
    }
)
_SEEKS = frozenset({"find_work", "subscribe"})
_REFUSED = frozenset(
    {"cancel", "my_jobs", "wage_dispute", "injury", "case_status", "guidance", "unsubscribe"}
)
# Where somebody asks or complains, a place like 商场 or 合作社 is only where it was.
_NO_SECTOR = frozenset({"human", "public_service", "complaint", "help", "delete_my_data"})
_SMALL_TALK = frozenset({"other", "greet", "thanks"})  # these speak of none
# Tasks whose days may lie in the past: the period of a wage case, the day of an accident.
_LOOKS_BACK = frozenset({"wage_dispute", "injury"})
# “周末兼职每周推给我” asks for all weekends to come: no day.
_STANDING = re.compile(r"每|起(?!来)|过完年|以后|今后|往后|只要|一有|有了?就|来了?就")
# Kinds of spans and the fields that were read from them; the first that is set is the entity's value.
_ENTITIES: Mapping[str, tuple[str, ...]] = {
    "date": ("date_from",),
    "time": ("time_of_day",),
    "place": ("place",),
    "trade": ("trade",),
    "pay": ("wage_min", "pay_cycle"),
    "owed": ("amount_owed",),
    "headcount": ("headcount", "people_owed"),
    "age": ("age",),
    "employer": ("employer_name",),
    "choice": ("choice",),
}


def fields_for(task: str, reading: Reading) -> dict[str, Any]:
    """The fields that a message of this task speaks of, JSON values only, in the contract's order."""
    if task in _SMALL_TALK:
        return {}
    found = _found(task, reading)
    fields = {
        name: plain_value(found[name])
        for name in _ORDER
        if found.get(name) is not None and task in _ONLY.get(name, (task,))
    }
    if task not in _LOOKS_BACK:
        _drop_past(fields, reading.now.date())
    return fields


def _found(task: str, reading: Reading) -> dict[str, Any]:
    """What was read, with what becomes clear only with the task."""
    fields = {**_figures(task, reading), **_days_told(task, reading)}
    if task in _NO_SECTOR and "sector" in reading.hints or task == "wage_dispute" and _is_name_only(reading):
        fields["trade"] = None
    elif "trade" not in fields:
        fields["trade"] = _trade_by_task(task, reading.hints)
    if task in _SEEKS and fields.get("headcount") == 1:  # who looks alone is no group
        fields["headcount"] = None
    return fields


def _figures(task: str, reading: Reading) -> dict[str, Any]:
    """Whether figures are debts, whether numbers are picks."""
    owed = task in ("wage_dispute", "case_status")
    fields = fields_as(owed, reading) if owed or task in _ONLY["headcount"] else reading.fields
    if task in _ONLY["choice"] and "choice" not in fields:
        numbers = picks_within(reading.text) if task == "choose" else items_named(reading.text)
        return {**fields, "choice": numbers or None}
    return {"age": bare_age(reading), **fields} if task == "profile" else fields


def _days_told(task: str, reading: Reading) -> dict[str, Any]:
    """Whether days that can be read both ways lie ahead or behind."""
    if task == "subscribe" and _STANDING.search(reading.text):
        return dict.fromkeys(_DAYS)
    way = "dates_behind" if task in _LOOKS_BACK else "dates_ahead"
    return dict(zip(_DAYS, reading.hints.get(way, ()), strict=False))


def _is_name_only(reading: Reading) -> bool:
    """True where every word for a trade only ends a firm's own name (喜多多酒楼, 清亮保洁公司; not 家政公司)."""
    firm = reading.fields.get("employer_name") or ""
    words = [reading.text[span.start : span.end] for span in reading.spans if span.kind == "trade"]
    named = all(len(word) > 1 and firm != word and firm.endswith(word) for word in words)
    return bool(words) and named and "的" not in firm


def _trade_by_task(task: str, hints: Mapping[str, Any]) -> str | None:
    hinted = hints.get("trade_hinted") if task in _HINTED else None
    return hinted or (hints.get("trade_refused") if task in _REFUSED else None)


def plain_value(value: Any) -> Any:
    """Dates as ISO text, whole amounts as int."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Decimal, float)):
        return int(value) if value == int(value) else float(value)
    return value


def _drop_past(fields: dict[str, Any], today: date) -> None:
    """Work is today or later: a period that is over is none, one that has begun starts today."""
    first, last, now = fields.get("date_from"), fields.get("date_to"), today.isoformat()
    if last is not None and last < now or last is None and first is not None and first < now:
        for name in _DAYS:
            fields.pop(name, None)
    elif first is not None and first < now:
        fields["date_from"] = now


def entities_of(reading: Reading) -> list[dict[str, Any]]:
    """Rasa's entities, one a kind: the first place in the text that its reader claimed."""
    found: dict[str, dict[str, Any]] = {}
    for span in sorted(reading.spans):
        names = _ENTITIES.get(span.kind, ())
        value = next((reading.fields[name] for name in names if reading.fields.get(name) is not None), None)
        if value is not None and span.kind not in found:
            found[span.kind] = {
                "entity": span.kind,
                "start": span.start,
                "end": span.end,
                "value": plain_value(value),
                "extractor": "Understanding",
            }
    return list(found.values())
