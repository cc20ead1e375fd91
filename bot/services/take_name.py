"""The name, asked once and kept."""
from __future__ import annotations

from bot.core import names
from bot.services import offers
from bot.services.state import NAME
from bot.services.talk import Talk

LONGEST = 40


def take_name(talk: Talk) -> None:
    """Keeps the name and goes on with what the person had picked."""
    name = names.read_name(talk.turn.text)
    if name is None and not talk.state.pending.get("tries"):
        talk.state.ask(NAME, picked=talk.state.pending.get("picked", []), tries=1)
        talk.say("utter_ask_name_again")
        return
    talk.person.name = (name or names.loosely(talk.turn.text))[:LONGEST]
    picked = talk.state.pending.get("picked", [])
    talk.state.settle()
    if picked:
        offers.pick(talk, picked)
    else:
        talk.say("utter_name_kept", name=talk.person.name)
