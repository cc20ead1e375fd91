"""Greetings, help, what a person tells of himself, and what was not understood."""

from __future__ import annotations

from functools import partial

from bot.actions.base import action
from bot.services import open_question, small_talk
from bot.services.talk import Talk


def _greet(talk: Talk) -> None:
    small_talk.plain(talk, "utter_greet_employer" if talk.employer else "utter_greet")


Greet = action("greet", _greet)
Thanks = action("thanks", partial(small_talk.plain, key="utter_thanks"))
Help = action("help", small_talk.help_)
Profile = action("profile", small_talk.profile)
Subscribe = action("subscribe", small_talk.subscribe)
Unsubscribe = action("unsubscribe", small_talk.unsubscribe)
NotUnderstood = action("not_understood", open_question.not_understood)
