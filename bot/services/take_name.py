"""The name, asked once and kept."""

from __future__ import annotations

from bot.core import names, refine
from bot.services import about_list, offers
from bot.services.state import NAME
from bot.services.talk import Talk

LONGEST = 40


def take_name(talk: Talk) -> None:
    """Keeps the name and goes on with what the person had picked."""
    name = names.read_name(talk.turn.text)
    if name is None and refine.refinement(talk.turn.text) == refine.ABOUT:
        about_list.about(talk)
        talk.say("utter_back_to_name")
        return
    if name is None and talk.state.pending.get("tries"):
        name = names.loosely(talk.turn.text)
    if name is None:
        talk.state.ask(NAME, picked=talk.state.pending.get("picked", []), tries=1)
        talk.say("utter_ask_name_again")
        return
    talk.person.name = name[:LONGEST]
    talk.person.agreed_at = talk.person.agreed_at or talk.now  # the question said who will see it
    talk.person.age = talk.turn.get("age") or talk.person.age
    picked = talk.state.pending.get("picked", [])
    talk.state.settle()
    if picked:
        offers.pick(talk, picked)
    else:
        talk.say("utter_name_kept", name=talk.person.name)


def keep_corrected(talk: Talk) -> bool:
    """“名字打错了 是张建国”, out of turn."""
    name = names.introduced(talk.turn.text)
    if name is None:
        return False
    talk.person.name = name[:LONGEST]
    talk.say("utter_name_kept", name=name)
    return True
