"""Greetings, help, what a person tells of himself, and what was not understood."""

from __future__ import annotations

from bot.actions.base import action
from bot.services.by_task import BY_TASK

Greet = action("greet", BY_TASK["greet"])
Thanks = action("thanks", BY_TASK["thanks"])
Help = action("help", BY_TASK["help"])
Profile = action("profile", BY_TASK["profile"])
Subscribe = action("subscribe", BY_TASK["subscribe"])
Unsubscribe = action("unsubscribe", BY_TASK["unsubscribe"])
NotUnderstood = action("not_understood", BY_TASK["other"])
