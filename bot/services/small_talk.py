"""Greetings, questions with a fixed answer, and what a person tells of himself."""

from __future__ import annotations

import re
from typing import Optional

from sqlalchemy import select

from bot.core import names
from bot.services import cases, find_work, hand_off, my_jobs, posting_draft
from bot.services.search import area_of
from bot.services.state import DATE, NAME, PLACE, STATION
from bot.services.talk import Talk
from bot.store.help import Station

_HIS_WORK = re.compile(r"地址|位置|怎么走|坐车|几路|在哪")
_PICKED_UP = (NAME, PLACE, DATE)  # questions that are asked again after an aside


def plain(talk: Talk, key: str) -> None:
    """A fixed answer; then the open question is picked up again."""
    talk.say(key)
    pick_up(talk)


def pick_up(talk: Talk) -> None:
    """After an aside, what we were waiting for."""
    if talk.state.expecting in _PICKED_UP:
        talk.say(f"utter_back_to_{talk.state.expecting}")
    cases.ask_again(talk)


def greet(talk: Talk) -> None:
    """The first word: what one can do here."""
    plain(talk, "utter_greet_employer" if talk.employer else "utter_greet")


def help_(talk: Talk) -> None:
    """What the bot can do, for whoever asks."""
    plain(talk, "utter_help_employer" if talk.employer else "utter_help")


def answer_by_staff(talk: Talk, key: str, reason: str = "question") -> None:
    """What the bot does not answer by itself: noted for staff, and whom to ask meanwhile."""
    hand_off.escalate(talk, reason)
    plain(talk, key)


def profile(talk: Talk) -> None:
    """“我会电工，55岁，住汉阳”: kept, and used from now on."""
    person, turn = talk.person, talk.turn
    if turn.get("date_from"):  # “我58岁 明天武汉小工”: told on the way to a wish
        person.age = turn.get("age") or person.age
        find_work.find_work(talk)
        return
    told = []
    name = names.introduced(turn.text)
    if name:
        person.name = name
        told.append(name)
    if turn.get("trade"):
        person.trade = turn.get("trade")
        told.append(talk.ctx.trades.short_name(person.trade))
    if turn.get("age"):
        person.age = turn.get("age")
        told.append(f"{person.age}岁")
    if turn.get("place"):
        person.home_code = turn.get("place")
        told.append(talk.ctx.places.name_of(person.home_code))
    if not told:
        if not posting_draft.take_unread(talk):
            hand_off.not_understood(talk)
        return
    talk.say("utter_profile_kept", told="、".join(told))
    pick_up(talk)


def station(talk: Talk) -> None:
    """The station of the place asked about, else of the person's home, else how to ask."""
    place = talk.turn.get("place") or talk.person.home_code
    if not talk.turn.get("place") and _HIS_WORK.search(talk.turn.text) and my_jobs.has_work_ahead(talk):
        my_jobs.my_jobs(talk)
        return
    if not talk.turn.get("place") and talk.state.expecting == NAME:
        talk.say("utter_ask_name_again")
        return
    if not place:
        talk.state.ask(STATION)
        talk.say("utter_station_where")
        return
    found = _station_near(talk, place)
    if talk.state.expecting == STATION:
        talk.state.settle()
    if found is None:
        plain(talk, "utter_station_unknown")
        return
    facts = [found.address, found.hours, f"电话{found.phone}" if found.phone else "", found.facilities]
    talk.say("utter_station", name=found.name, facts="，".join(fact for fact in facts if fact))


def _station_near(talk: Talk, place: str) -> Optional[Station]:
    for area in (area_of(place), place[:4]):
        query = select(Station).where(Station.place_code.startswith(area))
        row = talk.session.execute(query.order_by(Station.id)).scalars().first()
        if row:
            return row
    return None
