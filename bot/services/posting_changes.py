"""Changing a posting that is out: checked, told to those who are hired, reviewed anew."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Optional

from bot.core import wording
from bot.core.hire import State
from bot.core.posting import said
from bot.core.review.rules import blocks
from bot.services import hand_off, judging, publishing, reviewing
from bot.services.letting_go import let_go
from bot.services.offers import short
from bot.services.promises import timers
from bot.services.state import POSTING_OK
from bot.services.talk import Talk
from bot.store import hires
from bot.store.work import OPEN, PAUSED, SUSPENDED, WAITING, Hire, Posting

_TOLD = (
    "date_from",
    "start_time",
    "place_code",
    "address",
    "wage_min",
)  # changes that hired workers must know
_TIMES = frozenset({"date_from", "date_to", "start_time", "pay_cycle"})
_DAYS, _PAY = frozenset({"date_from", "date_to"}), frozenset({"wage_min", "wage_max", "wage_unit"})
Changes = Dict[str, Any]


def change(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    """What the order tells, against the posting; asks first where pay is lowered under people who are hired."""
    changes = _changes(talk, row, told)
    if not changes:
        talk.say("utter_posting_change_what")
    elif changes.get("headcount", row.headcount) < row.seats_taken:
        talk.say("utter_posting_too_few", taken=row.seats_taken)
    elif _lowers_pay(row, changes) and _concerned(talk, row):
        pay = wording.wage(changes["wage_min"], changes["wage_max"], changes["wage_unit"])
        talk.state.ask(POSTING_OK, since=talk.now.isoformat(), posting=row.id, change=changes)
        talk.say("utter_posting_lower", count=len(_concerned(talk, row)), pay=pay)
    else:
        apply(talk, row.id, changes)


def apply(talk: Talk, posting_id: int, changes: Changes) -> None:
    """Writes it, reviews it, and tells everybody whom it concerns."""
    row = talk.session.get(Posting, posting_id, with_for_update=True, populate_existing=True)
    if changes.get("headcount", row.headcount) < row.seats_taken:  # somebody was hired meanwhile
        talk.say("utter_posting_too_few", taken=row.seats_taken)
        return
    before = short(talk, row)
    for name, value in changes.items():
        setattr(row, name, date.fromisoformat(value) if name in ("date_from", "date_to") else value)
    talk.session.flush()
    if _TIMES & changes.keys():
        timers.plan_again(talk.ctx, talk.session, row)
    words = "，".join(_words(talk, row, changes))
    told = _tell_hired(talk, row, before, changes)
    talk.say(
        "utter_posting_changed",
        what=before,
        changes=words,
        told=f"，已告诉报名的{told}人" if told else "",
    )
    _review_again(talk, row)


def _review_again(talk: Talk, row: Posting) -> None:
    """A change may make a good posting a bad one; one that waits or is paused stays so."""
    state = row.state
    if state == SUSPENDED:  # staff look at it anyway
        return
    is_out = state in (OPEN, PAUSED)
    findings = judging.judge(talk.ctx, talk.session, row, talk.now, known=is_out)
    if blocks(findings) and is_out:
        hand_off.escalate(talk, "post_job")
        let_go(talk.ctx, talk.session, row, "review", talk.now)
        publishing.tell_held(talk, short(talk, row), findings)
    elif state == PAUSED:
        row.state = PAUSED
    elif state == WAITING and row.state == OPEN:  # what spoke against it is gone
        reviewing.close_escalations(talk.session, row)
        talk.say("utter_posting_published", what=short(talk, row))


def _changes(talk: Talk, row: Posting, told: Dict[str, Any]) -> Changes:
    """By column; only what is really another value."""
    found: Changes = {name: told[name] for name in ("headcount", "start_time", "pay_cycle") if told.get(name)}
    found.update(_days(told))
    found.update(_pay(row, told))
    found.update(_place(talk, row, told))
    return _really(row, found)


def _really(row: Posting, found: Changes) -> Changes:
    """Without what is so already; days belong together, and so do the figures of the pay."""
    new = {name for name, value in found.items() if str(getattr(row, name)) != str(value)}
    for group in (_DAYS, _PAY):
        if new & group:
            new |= group & found.keys()
    return {name: value for name, value in found.items() if name in new}


def _days(told: Dict[str, Any]) -> Changes:
    if not told.get("date_from"):
        return {}
    return {"date_from": told["date_from"], "date_to": told.get("date_to") or told["date_from"]}


def _pay(row: Posting, told: Dict[str, Any]) -> Changes:
    low, high = told.get("wage_min"), told.get("wage_max")
    if low is None and high is None:
        return {}
    fen = [round(float(figure) * 100) if figure is not None else None for figure in (low, high)]
    return {"wage_min": fen[0], "wage_max": fen[1], "wage_unit": told.get("wage_unit") or row.wage_unit}


def _place(talk: Talk, row: Posting, told: Dict[str, Any]) -> Changes:
    found: Changes = {}
    place = told.get("place")
    address = said.read_address(told["text"])
    if address:
        found["address"] = address
    if place and not place.endswith("00") and not (address and place == row.place_code):
        own = told.get("place_name") or talk.ctx.places.name_of(place)
        found.update(place_code=place, place_name=own)
        found.setdefault("address", f"{own}，到了打电话")  # the old one is not there any more
    return found


def _lowers_pay(row: Posting, changes: Changes) -> bool:
    if "wage_min" not in changes or changes["wage_unit"] != row.wage_unit:
        return "wage_min" in changes
    before = max(filter(None, (row.wage_min, row.wage_max)), default=0)
    return max(filter(None, (changes["wage_min"], changes["wage_max"])), default=0) < before


def _concerned(talk: Talk, row: Posting) -> List[Hire]:
    return hires.of_posting(talk.session, row.id, [State.OFFERED, State.CONFIRMED])


def _tell_hired(talk: Talk, row: Posting, before: str, changes: Changes) -> int:
    words = _words(talk, row, {name: changes[name] for name in changes if name in _TOLD})
    if not words:
        return 0
    concerned = _concerned(talk, row)
    for hire in concerned:
        private = hire.state == State.CONFIRMED.value
        talk.tell(
            hire.worker_id,
            f"hire:{hire.id}:changed:{talk.turn.inbound_id}",
            "utter_work_changed",
            what=before,
            changes="，".join(word for word in words if private or not word.startswith("地址")) or "地址有变",
        )
    return len(concerned)


def _words(talk: Talk, row: Posting, changes: Changes) -> List[str]:
    """“人数8人”, “工钱320元/天”, in the order that people ask for them."""
    pay = wording.wage(row.wage_min, row.wage_max, row.wage_unit)
    county = talk.ctx.places.name_of(row.place_code)
    words: Dict[str, Optional[str]] = {
        "headcount": f"要{row.headcount}人",
        "date_from": f"日子{_days_in_words(talk, row)}",
        "start_time": f"时间{(row.start_time or '').lstrip('0')}",
        "place_code": f"地点{county}{'' if row.place_name in county else row.place_name}",
        "address": f"地址{row.address}",
        "wage_min": f"工钱{pay}",
        "pay_cycle": wording.cycle(row.pay_cycle),
    }
    return [words[name] or "" for name in words if name in changes and words[name]]


def _days_in_words(talk: Talk, row: Posting) -> str:
    if row.date_from == row.date_to:
        return wording.exact_day(row.date_from, talk.today)
    return wording.days(row.date_from, row.date_to, talk.today)
