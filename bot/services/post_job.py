"""An employer's need by message: noted for staff, who check and publish it."""
from __future__ import annotations

from datetime import datetime, timedelta

from bot.services import hand_off
from bot.services.state import POSTING
from bot.services.talk import Talk

DETAILS_WITHIN = timedelta(minutes=30)


def post_job(talk: Talk) -> None:
    """Kept word for word for staff; nothing is published unchecked. What follows soon after is a detail of it."""
    hand_off.escalate(talk, "post_job")
    talk.state.ask(POSTING, since=talk.now.isoformat())
    talk.say("utter_post_job_noted")


def is_detail(since: str, now: datetime) -> bool:
    """True while a message still belongs to the need told last."""
    return now - datetime.fromisoformat(since) < DETAILS_WITHIN
