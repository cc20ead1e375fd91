"""Questions about labour rights and public services: an answer with its source, a choice of answers, or a person."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from bot.core.rights import NEAR, SURE, UNSURE, Entry, Found
from bot.services import small_talk
from bot.services.state import CHOICE, MEANING
from bot.services.talk import Talk

_BY_STAFF: Mapping[str, str] = {"public_service": "utter_public_service"}
_URGENT = frozenset({"crisis", "injury", "wage_dispute", "human", "report_posting", "cancel"})
_LONGEST_FOLLOW_UP = 12
_FOLLOW_UP = re.compile(
    r"^(那|这个?|那个|那么)?\W*(要|得|需要|一般|大概|应该|又|该)?(多久|多长时间|几天|多少钱?|几多|收费|花钱|要钱|找谁|找哪个|找哪里|"
    r"去哪|在哪|怎么[办弄搞写算]|么样搞|咋[办弄]|带什么|什么材料|要哪些|有没有期限|来得及)"
)
_ENOUGH = 3  # the same answer a third time does not help: a person does


def answer(talk: Talk) -> None:
    """The nearest answer; with a word of doubt, or a choice of answers, where it is less sure; else staff."""
    picked = talk.ctx.rights.entries.get(talk.turn.get("right") or "")
    if picked:
        _give(talk, picked)
    else:
        _reply(talk, talk.ctx.rights.find(talk.turn.text))


def asks_on(talk: Talk) -> bool:
    """“那多久”, “找哪个”, right after an answer."""
    return (
        talk.turn.task not in _URGENT
        and talk.state.expecting in (None, CHOICE)
        and len(talk.turn.text) <= _LONGEST_FOLLOW_UP
        and talk.state.right_is_fresh(talk.now)
        and bool(_FOLLOW_UP.search(talk.turn.text))
    )


def answer_on(talk: Talk) -> None:
    """The question is read together with what the last answer was about."""
    about = talk.ctx.rights.entries.get(talk.state.right["id"])
    found = talk.ctx.rights.find(f"{about.about}{talk.turn.text}") if about else None
    if found and found.entry == about:  # it has been said already: more than it says, a person knows
        found = None
    _reply(talk, found)


def _reply(talk: Talk, found: Optional[Found]) -> None:
    certainty = found.certainty if found else None
    if found and certainty in (SURE, UNSURE):
        _give(talk, found.entry, doubt=certainty == UNSURE)
    elif found and certainty == NEAR and talk.state.expecting in (None, CHOICE):
        _offer(talk, found)
    else:
        _by_staff(talk)


def _give(talk: Talk, entry: Entry, doubt: bool = False) -> None:
    key = f"right:{entry.id}"
    talk.state.said[key] = nth = talk.state.said.get(key, 0) + 1
    if nth >= _ENOUGH:
        _by_staff(talk)
        return
    talk.say_text(entry.text)
    if nth > 1:
        talk.say("utter_rights_again")
    elif doubt:
        talk.say("utter_rights_doubt")
    talk.state.right = {"id": entry.id, "at": talk.now.isoformat()}
    small_talk.pick_up(talk)


def _offer(talk: Talk, found: Found) -> None:
    """Two or three answers to pick from by number, and a person as the last choice."""
    names = [entry.about for entry in found.offered]
    lines = [f"{number} {name}" for number, name in enumerate([*names, "都不是，问工作人员"], 1)]
    meanings = [{"task": "rights_question", "right": entry.id} for entry in found.offered]
    meanings.append({"task": "human"})
    talk.state.ask(MEANING, text=talk.turn.text, meanings=meanings, since=talk.now.isoformat())
    talk.say("utter_rights_which", lines="\n".join(lines))


def _by_staff(talk: Talk) -> None:
    small_talk.answer_by_staff(talk, _BY_STAFF.get(talk.turn.task, "utter_rights_question"))
