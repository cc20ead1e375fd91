"""An employer's need by message: noted for staff, who check and publish it."""

from __future__ import annotations

from bot.services import hand_off
from bot.services.state import POSTING
from bot.services.talk import Talk


def post_job(talk: Talk) -> None:
    """Kept word for word for staff; nothing is published unchecked. What follows soon after is a detail of it."""
    hand_off.escalate(talk, "post_job")
    talk.state.ask(POSTING, since=talk.now.isoformat())
    talk.say("utter_post_job_noted")
