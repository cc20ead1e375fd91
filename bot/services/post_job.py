"""An employer's need by message: noted for staff, who check and publish it."""
from __future__ import annotations

from bot.services import hand_off
from bot.services.talk import Talk


def post_job(talk: Talk) -> None:
    """Kept word for word for staff; nothing is published unchecked."""
    hand_off.escalate(talk, "post_job")
    talk.say("utter_post_job_noted")
