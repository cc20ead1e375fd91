"""Questions about labour rights and public services: an answer with its source, a choice of answers, or a person."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from bot.core.rights import NEAR, SURE, UNSURE, Entry, Found
from bot.services import small_talk
from bot.services.state import CHOICE, MEANING
from bot.services.talk import Talk

_BY_STAFF: Mapping[str, str] = {"public_service": "utter_public_service"}
_OURS = frozenset({"rights_question", "public_service"})
_ASKS = re.compile(
    r"吗|不[?\s]*$|怎么|么[样办]|咋|多少|几[多个天倍]|多久|能不能|要不要|有没有|算不算|[合违犯]法|可以不|行不行|该不该"
)
_URGENT = frozenset({"crisis", "injury", "wage_dispute", "human", "report_posting", "cancel"})
NONE_OF_THESE = "都不是，问工作人员"
_LONGEST_FOLLOW_UP = 12
_BARE_TOPIC = 4  # “试用期”: not a question yet
_FOLLOW_UP = re.compile(
    r"^(那|这个?|那个|那么)?\W*(要|得|需要|一般|大概|应该|又|该|能|可以)?(拿|领|等|办|去)?(多久|多长时间|几天|多少钱?|几多|收费|花钱|要钱|找谁|找哪个|找哪里|"
    r"去?哪|在哪|怎么[办弄搞写算]|么样搞|咋[办弄]|带什么|什么材料|要哪些|有没有期限|来得及)"
)
_ENOUGH = 3  # the same answer a third time does not help: a person does


def answer(talk: Talk) -> None:
    """The nearest answer; with a word of doubt, or a choice of answers, where it is less sure; else staff."""
    picked = talk.ctx.rights.entries.get(talk.turn.get("right") or "")
    if picked:
        _give(talk, picked)
        return
    found = talk.ctx.rights.find(talk.turn.text)
    bare = found and len(found.offered) > 1 and len(talk.turn.text) <= _BARE_TOPIC
    _reply(talk, found, NEAR if bare else None)


def knows(talk: Talk) -> bool:
    """A question that was not understood, or may have been meant for us, and whose answer is certain all the same."""
    hinted = talk.turn.task == "other" or any(each["task"] in _OURS for each in talk.turn.meanings)
    if not hinted or talk.state.expecting not in (None, CHOICE) or not _ASKS.search(talk.turn.text):
        return False
    found = talk.ctx.rights.find(talk.turn.text)
    return found is not None and found.certainty == SURE


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
    """Unless it says enough by itself, the question is read together with what the last answer was about."""
    alone = talk.ctx.rights.find(talk.turn.text)
    if alone and alone.certainty in (SURE, UNSURE):
        _give(talk, alone.entry, doubt=alone.certainty == UNSURE)
        return
    about = talk.ctx.rights.entries.get(talk.state.right["id"])
    topic = about.about if about else ""
    _reply(talk, talk.ctx.rights.find(topic + talk.turn.text, but=about))


def _reply(talk: Talk, found: Optional[Found], certainty: Optional[str] = None) -> None:
    certainty = certainty or (found.certainty if found else None)
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
    lines = [f"{number} {name}" for number, name in enumerate([*names, NONE_OF_THESE], 1)]
    meanings = [{"task": "rights_question", "right": entry.id} for entry in found.offered]
    meanings.append({"task": "human"})
    talk.state.ask(MEANING, text=talk.turn.text, meanings=meanings, since=talk.now.isoformat())
    talk.say("utter_rights_which", lines="\n".join(lines))


def _by_staff(talk: Talk) -> None:
    small_talk.answer_by_staff(talk, _BY_STAFF.get(talk.turn.task, "utter_rights_question"))
