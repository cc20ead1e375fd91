"""Never silence: messages without words, and turns that failed."""

from __future__ import annotations

from typing import Callable, Dict

from bot.core import danger
from bot.services import cases, hand_off, small_talk
from bot.services.context import Context
from bot.services.talk import AlreadyAnswered, Talk, Turn, answering
from bot.store.messages import RECEIVED, Inbound


def answer_if_unanswered(ctx: Context, inbound_id: int) -> None:
    """Answers what the dialogue did not; does nothing where it did."""
    with ctx.db.reading() as session:
        row = session.get(Inbound, inbound_id)
        if row is None or row.state != RECEIVED:
            return
        turn = Turn(inbound_id, "other", 1.0, row.text, {})
        kind, payload, wordless = row.kind, row.payload or {}, not row.text.strip()
    try:
        with answering(ctx, turn) as talk:
            _answer(talk, kind, payload, wordless)
    except AlreadyAnswered:
        return


def _answer(talk: Talk, kind: str, payload: Dict, wordless: bool) -> None:
    if kind == "event":
        _event(talk, str(payload.get("event", "")))
    elif wordless:
        ANSWERS.get(kind, _unknown)(talk)
    else:
        _without_dialogue(talk)


def _without_dialogue(talk: Talk) -> None:
    """The model failed; plain words of danger and of unpaid wages are heard all the same."""
    hand_off.escalate(talk, "failed")
    heard = _HEARD.get(danger.plainly(talk.turn.text) or "")
    if heard:
        heard(talk)
    else:
        talk.say("utter_failed")


def _event(talk: Talk, event: str) -> None:
    """Only somebody who comes in or taps a menu is answered; the platform's own reports are not."""
    if event.lower() in ("subscribe", "scan"):
        talk.say("utter_welcome")
    elif event.lower() == "click":
        small_talk.help_(talk)


_HEARD: Dict[str, Callable[[Talk], None]] = {
    "crisis": cases.crisis,
    "injury": cases.injury,
    "wage_dispute": cases.open_wage_case,
}


def _unknown(talk: Talk) -> None:
    talk.say("utter_kind_unknown")


def _saying(key: str) -> Callable[[Talk], None]:
    return lambda talk: talk.say(key)


ANSWERS: Dict[str, Callable[[Talk], None]] = {
    "text": _saying("utter_empty"),
    "voice": _saying("utter_voice_unheard"),
    "image": _saying("utter_picture"),
    "media": _saying("utter_picture"),
    "video": _saying("utter_picture"),
    "location": _saying("utter_location_unknown"),
    "link": _saying("utter_link"),
}
