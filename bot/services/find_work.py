"""A worker looks for work: gather the wish, ask for what is missing, show what there is."""

from __future__ import annotations

import re
from datetime import date
from typing import Optional

from bot.core import matching, refine
from bot.core.matching import Wish
from bot.services import listing
from bot.services.search import search
from bot.services.state import DATE, PLACE, TalkState
from bot.services.talk import Talk

_ALONE = re.compile(r"(?:就|只有?|是)我?一个人|我自己")
_KEPT = (
    "date_from",
    "date_to",
    "time_of_day",
    "place",
    "trade",
    "wage_min",
    "wage_max",
    "wage_unit",
    "pay_cycle",
    "headcount",
    "age",
)


def find_work(talk: Talk) -> None:
    """Adds the message to the wish and answers with a question or a list."""
    _gather(talk)
    look(talk)


def look(talk: Talk) -> None:
    """Asks for the one thing that is missing, or shows the list."""
    if not str(talk.state.search.get("place") or "42").startswith("42"):
        talk.state.search.pop("place")
        talk.state.ask(PLACE)
        talk.say("utter_outside")
        return
    missing = _missing(talk)
    if missing:
        talk.state.ask(missing)
        talk.say(f"utter_ask_{missing}")
        return
    show(talk, wish_of(talk))


def refine_list(talk: Talk, kind: str) -> None:
    """“还有吗”, “工资高点的”, “近一点的”, with a list before them."""
    _gather(talk)
    if kind != refine.MORE:
        talk.state.search["order"] = kind
    show(talk, wish_of(talk), besides_seen=kind == refine.MORE)


def answer(talk: Talk) -> None:
    """What was asked for: named, or left open."""
    if any(talk.turn.get(name) for name in ("date_from", "place")):
        find_work(talk)
    else:
        leave_open(talk)


def leave_open(talk: Talk) -> None:
    """“随便”: what was asked for does not matter."""
    if _any_day_will_do(talk):
        talk.state.search["any_day"] = True
    if talk.state.expecting == PLACE:
        talk.state.search["place"] = talk.person.home_code or "420000"
    else:
        talk.state.search["any_day"] = True
    look(talk)


def show(talk: Talk, wish: Wish, besides_seen: bool = False) -> None:
    """The list, or an honest no."""
    besides = talk.state.seen if besides_seen else []
    found = search(talk.ctx, talk.session, wish, talk.now, besides)
    if found:
        head = talk.ctx.replies.render("utter_list_more") if besides_seen and found.how == "exact" else None
        talk.say_text(listing.show(talk.ctx, talk.state, found, wish, talk.now, head))
    elif besides_seen:  # the list before this one may still be picked from
        talk.say("utter_list_no_more")
    else:
        talk.state.settle()
        talk.say("utter_list_none")


def _gather(talk: Talk) -> None:
    state, fields = talk.state, talk.turn.fields
    if not state.search_is_fresh(talk.now):
        state.search, state.seen = {}, []
    for name in _KEPT:
        if fields.get(name) is not None:
            state.search[name] = fields[name]
    if _ALONE.search(talk.turn.text):  # “说错了 就我一个人”
        state.search.pop("headcount", None)
    if fields.get("date_from"):
        state.search.pop("any_day", None)
    if fields.get("wage_min") and not fields.get("wage_max"):
        state.search.pop("wage_max", None)
    if _any_day_will_do(talk):
        state.search["any_day"] = True
    state.searched_at = talk.now.isoformat()
    _use_profile(talk)


def _use_profile(talk: Talk) -> None:
    """What a person has told about himself counts until the message says otherwise."""
    search, person = talk.state.search, talk.person
    if person.home_code:
        search.setdefault("place", person.home_code)
    if person.trade:
        search.setdefault("trade", person.trade)
    if talk.turn.get("age"):
        person.age = talk.turn.get("age")


def _missing(talk: Talk) -> Optional[str]:
    search = talk.state.search
    if not search.get("place"):
        return PLACE
    if not search.get("date_from") and not search.get("any_day"):
        return DATE
    return None


def _any_day_will_do(talk: Talk) -> bool:
    long_term = any(word in talk.turn.text for word in ("长期", "每天", "天天", "常年"))
    # “随便” to “where” is “whatever” to the rest as well: nobody is asked twice for it.
    return long_term or talk.state.expecting in (PLACE, DATE) and refine.leaves_open(talk.turn.text)


def wish_of(talk: Talk) -> Wish:
    """The wish so far, as matching wants it."""
    return wish_from(talk.state, talk.person.age)


def wish_from(state: TalkState, age: Optional[int]) -> Wish:
    """The same for a person whom something is told out of turn."""
    search = state.search
    return Wish(
        date_from=_date(search.get("date_from")),
        date_to=_date(search.get("date_to")),
        place=search.get("place"),
        trade=search.get("trade"),
        wage_min=_day_wage(search),
        pay_cycle=search.get("pay_cycle"),
        hour=search.get("time_of_day"),
        age=age,
        group=int(search.get("headcount") or 1),
        order=search.get("order") or matching.BEST,
    )


def _day_wage(search: dict) -> Optional[int]:
    figure = search.get("wage_min")
    if not figure:
        return None
    floor = matching.day_wage(int(figure * 100), None, search.get("wage_unit"))
    # “350左右” is a hope, “350以上” a limit.
    return (floor * 9 // 10 if search.get("wage_max") == figure else floor) or None


def _date(text: Optional[str]) -> Optional[date]:
    return date.fromisoformat(text) if text else None
