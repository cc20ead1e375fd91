"""Gathering a posting by message: take what is told, ask for the one thing that is missing, read back, publish."""

from __future__ import annotations

import re
from typing import List, Optional

from bot.core.posting import answers, checks, draft
from bot.core.posting.draft import Job
from bot.core.posting.orders import MORE, order
from bot.services import hand_off, posting_told, posting_words, publishing
from bot.services.state import (
    ABOUT_POSTING,
    CASE,
    CHOICE,
    DANGER,
    OFFERS,
    POSTING,
    POSTING_OK,
    POSTING_WORDS,
    STATION,
)
from bot.services.talk import Talk

TRIES_BEFORE_HELP = 3
_LEAVES = ("greet", "thanks", "help", "my_jobs", "deny")  # who says so has no use for a list shown before
_ASKS = re.compile(r"[吗呢么??]|什么|怎么|多少|几点")


def go_on(talk: Talk, resumed: bool = False) -> None:
    """The next message of a posting, or the first. `resumed`: it answers the question asked before an aside."""
    step = talk.state.draft.get("step") if resumed else _step(talk)
    if step and answers.refuses(talk.turn.text, asked=step == draft.OK):
        drop(talk)
    elif step == draft.OK and answers.agrees(talk.turn.text):
        _publish(talk)
    elif talk.turn.get("jobs") and talk.turn.get("jobs").get("unclear"):
        _one_by_one(talk)
    else:
        _take(talk, step)


def _publish(talk: Talk) -> None:
    if not publishing.is_over(talk):
        publishing.publish(talk)
        return
    for job in talk.state.draft["jobs"]:
        job.pop("date_from", None)
        job.pop("date_to", None)
    talk.say("utter_posting_wrong_past")
    ask_next(talk)


def _one_by_one(talk: Talk) -> None:
    """Several jobs that cannot be told apart: the day and the place are kept, the rest is asked for again."""
    _begin(talk)
    told, _ = posting_told.told(talk, None)
    draft.take(talk.state.draft, [{name: told[0][name] for name in draft.SHARED if name in told[0]}], "")
    talk.state.draft["said"].append(posting_told.words_of(talk))
    talk.state.draft["step"] = draft.TRADE
    talk.say("utter_posting_one_by_one")
    _ask(talk, POSTING)


def take_unread(talk: Talk) -> bool:
    """What is understood as nothing else, while a posting is on its way: a question is asked back, words are an answer.
    False where there is no such posting or workers are asked about."""
    if not talk.state.has_draft(talk.now) or talk.state.expecting == OFFERS:
        return False
    if talk.state.expecting in ABOUT_POSTING or _ASKS.search(talk.turn.text):
        talk.say("utter_posting_unclear")  # the question follows again
    else:
        go_on(talk, resumed=True)
    return True


def begin_with(talk: Talk, job: Job, text: str) -> None:
    """A posting made from an earlier one (“明天照旧”): read back at once where nothing is missing."""
    talk.state.draft, talk.state.drafted_at = {**draft.new(), "jobs": [job]}, talk.now.isoformat()
    if text:
        talk.state.draft["said"] = [text]
    ask_next(talk)


def drop(talk: Talk) -> None:
    """Not wanted any more."""
    talk.state.drop_draft()
    talk.state.settle()
    talk.say("utter_posting_dropped")


def _step(talk: Talk) -> Optional[str]:
    """What the draft was last asked for, while that is the open question."""
    open_now = talk.state.expecting in ABOUT_POSTING and talk.state.has_draft(talk.now)
    return talk.state.draft.get("step") if open_now else None


def _begin(talk: Talk) -> None:
    if not talk.state.has_draft(talk.now):
        talk.state.draft = draft.new()
    talk.state.drafted_at = talk.now.isoformat()


def _take(talk: Talk, step: Optional[str]) -> None:
    _begin(talk)
    told, wrong = posting_told.told(talk, step)
    _as_more(talk, told)
    draft.take(talk.state.draft, told, talk.turn.text)
    if step != draft.OK or any(told):
        talk.state.draft["said"].append(posting_told.words_of(talk))
    if wrong:
        _ask_back(talk, wrong)
    elif step == draft.OK and not any(told):
        talk.say("utter_posting_what_is_wrong")
        _ask(talk, POSTING_OK)
    else:
        ask_next(talk)


def _as_more(talk: Talk, told: List[Job]) -> None:
    """“再加5个” while the posting is not out yet: so many more."""
    jobs = talk.state.draft["jobs"]
    if (
        order(talk.turn.text) == MORE
        and len(jobs) == 1
        and jobs[0].get("headcount")
        and told[0].get("headcount")
    ):
        told[0]["headcount"] += jobs[0]["headcount"]


def _ask_back(talk: Talk, problem: str) -> None:
    talk.state.draft["step"] = checks.FIELD_OF[problem]
    _ask(talk, POSTING)
    talk.say(f"utter_posting_wrong_{problem}")


def ask_next(talk: Talk) -> None:
    """The question for what is missing, or the whole read back."""
    for job in talk.state.draft["jobs"]:
        job["phone"] = job.get("phone") or talk.person.phone
    step, job = draft.missing(talk.state.draft, talk.employer is not None)
    kept = talk.state.draft
    kept["tries"] = kept["tries"] + 1 if kept.get("step") == step and step != draft.OK else 0
    kept["step"] = step
    _expect(talk, step)
    if kept["tries"] and kept["tries"] % TRIES_BEFORE_HELP == 0:
        hand_off.escalate(talk, "post_job")
        talk.say("utter_posting_staff_help")
    _say_question(talk, step, job)


def _expect(talk: Talk, step: str) -> None:
    expecting = (
        POSTING_OK if step == draft.OK else POSTING_WORDS if step in posting_told.WORDS_STEPS else POSTING
    )
    _ask(talk, expecting)


def _ask(talk: Talk, expecting: str) -> None:
    talk.state.draft["asked_in"], talk.state.drafted_at = talk.turn.inbound_id, talk.now.isoformat()
    talk.state.ask(expecting, since=talk.now.isoformat())


def _say_question(talk: Talk, step: str, job: Job) -> None:
    if step == draft.OK:
        talk.say_text(posting_words.read_back(talk))
        return
    several = len(talk.state.draft["jobs"]) > 1 and job.get("trade")
    talk.say(f"utter_posting_ask_{step}", trade=talk.ctx.trades.short_name(job["trade"]) if several else "")


def pick_up(talk: Talk) -> None:
    """After an aside: the question again; only a hint where the aside itself waits for an answer."""
    state = talk.state
    if not state.has_draft(talk.now) or state.draft.get("asked_in") == talk.turn.inbound_id:
        return
    step = state.draft.get("step")
    left = talk.turn.task in _LEAVES and state.expecting in (CHOICE, STATION)
    if step and (left or state.expecting in (None, *ABOUT_POSTING)):
        _expect(talk, step)
        _say_again(talk, step)
    elif state.expecting not in (CASE, DANGER) and not state.draft.get("hinted"):
        state.draft["hinted"] = True
        talk.say("utter_posting_kept")


def _say_again(talk: Talk, step: str) -> None:
    if step == draft.OK:
        talk.say("utter_posting_back_to_ok")
        return
    talk.say("utter_posting_back")
    _say_question(talk, step, talk.state.draft["jobs"][0])
