"""An employer steers a posting that is there: change, pause, go on, close, the same again, a few more."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Callable, Dict, List, Optional

from bot.core import wording
from bot.core.posting import answers, checks
from bot.core.posting.orders import AMEND, CHANGE, CLOSE, MORE, PAUSE, REPEAT, RESUME
from bot.services import closing, hand_off, posting_changes, posting_draft, posting_words
from bot.services.offers import short, starts_at
from bot.services.state import POSTING_OK, POSTING_WHICH
from bot.services.talk import Talk
from bot.store import postings
from bot.store.work import OPEN, PAUSED, SUSPENDED, WAITING, Posting

LISTED = 6
_VERB = re.compile(r"改|加到|涨到|降到|减到|换|推迟|提前|调|不是|暂停|停|恢复|继续|招满|满了|不招|照旧|照常")
_NUMBER = re.compile(r"第?\s*([1-9]|[一二三四五六])(?:号|个)?(?!\d)")
_HAN = {char: number for number, char in enumerate("一二三四五六", 1)}


def give(talk: Talk, kind: str) -> None:
    """Finds the posting that is meant, asks where that is not plain, and carries the order out."""
    if kind == REPEAT:
        _repeat(talk, kind, _told(talk))
        return
    rows = _named(talk, _candidates(talk, kind))
    if len(rows) == 1:
        _DO[kind](talk, rows[0], _told(talk))
    elif rows:
        _ask_which(talk, kind, rows)
    elif kind == MORE:
        _repeat(talk, kind, _told(talk))
    else:
        talk.say("utter_nothing_to_close" if kind == CLOSE else "utter_no_posting_to_change")


def picked(talk: Talk) -> bool:
    """The answer to “which one”: a number or its place or trade. False where it is neither."""
    kept, ids = talk.state.pending, talk.state.pending["ids"]
    rows = postings.by_ids(talk.session, ids)
    found = _NUMBER.fullmatch(talk.turn.text.strip())
    if found:
        number = _HAN.get(found[1]) or int(found[1])
        row = next((row for row in rows if number <= len(ids) and row.id == ids[number - 1]), None)
    else:
        named = _named(talk, rows)
        row = named[0] if len(named) == 1 else None
    if row is None and found:
        talk.say("utter_choice_out_of_range", last=len(ids))
        return True
    if row is None:
        return False
    talk.state.settle()
    _DO[kept["order"]](talk, row, kept["told"])
    return True


def agreed(talk: Talk) -> None:
    """Less pay under people who are hired: only after the employer has heard that they will be told."""
    kept = dict(talk.state.pending)
    if answers.agrees(talk.turn.text):
        talk.state.settle()
        posting_changes.apply(talk, kept["posting"], kept["change"])
    elif answers.refuses(talk.turn.text, asked=True):
        talk.state.settle()
        talk.say("utter_posting_unchanged")
    else:
        talk.state.ask(POSTING_OK, **{**kept, "since": talk.now.isoformat()})
        talk.say("utter_posting_lower_again")


def _told(talk: Talk) -> Dict[str, Any]:
    """The facts of the order, and its words."""
    told = ((talk.turn.get("jobs") or {}).get("told") or [{}])[0]
    return {**posting_words.job_of(told), "text": talk.turn.text}


def _candidates(talk: Talk, kind: str) -> List[Posting]:
    rows = postings.standing(talk.session, talk.employer.id, talk.today)
    if kind == AMEND:
        return [row for row in rows if row.state in (WAITING, SUSPENDED)]
    if kind == MORE:
        rows = [row for row in rows if row.date_to > talk.today or starts_at(talk.ctx.zone, row) > talk.now]
    if kind == RESUME:
        return [row for row in rows if row.state == PAUSED]
    return [row for row in rows if row.state == OPEN] if kind == PAUSE else rows


def _named(talk: Talk, rows: List[Posting]) -> List[Posting]:
    """Those whose place, trade or day stands before the verb (“光谷那个改成8人”); all where none is named."""
    head = _VERB.split(talk.turn.text)[0]
    fitting = [row for row in rows if any(word in head for word in _names_of(talk, row))]
    return fitting or rows


def _names_of(talk: Talk, row: Posting) -> List[str]:
    names = [row.place_name, talk.ctx.trades.short_name(row.trade), wording.day(row.date_from, talk.today)]
    return [*names, *talk.ctx.trades.name_of(row.trade).split("/")]


def _ask_which(talk: Talk, kind: str, rows: List[Posting]) -> None:
    shown = rows[:LISTED]
    talk.state.ask(
        POSTING_WHICH, since=talk.now.isoformat(), order=kind, ids=[row.id for row in shown], told=_told(talk)
    )
    lines = [f"{number} {short(talk, row)}{row.headcount}人" for number, row in enumerate(shown, 1)]
    talk.say("utter_posting_which", lines="\n".join(lines))


def _change(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    wrong = checks.problems(told["text"], told, talk.today)
    if wrong:
        talk.say(f"utter_posting_wrong_{wrong[0]}")
        return
    posting_changes.change(talk, row, told)


def _pause(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    row.state = PAUSED
    talk.say("utter_posting_paused", what=short(talk, row))


def _resume(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    row.state = OPEN
    talk.say("utter_posting_resumed", what=short(talk, row))


def _amend(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    """Staff read it with the rest; it is not for the rules to believe."""
    row.said = f"{row.said}\n更正：{told['text']}".strip()
    hand_off.escalate(talk, "post_job")
    talk.say("utter_posting_amended")


def _close(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    closing.close(talk, row)


def _more(talk: Talk, row: Posting, told: Dict[str, Any]) -> None:
    if not told.get("headcount"):
        talk.say("utter_posting_change_what")
        return
    _change(talk, row, {**told, "headcount": row.headcount + told["headcount"]})


def _repeat(talk: Talk, kind: str, told: Dict[str, Any]) -> None:
    """The newest posting again: the day that is named, else tomorrow; everything is read back first."""
    row: Optional[Posting] = postings.newest(talk.session, talk.employer.id)
    if row is None:
        talk.say("utter_no_posting_to_change")
        return
    first = told.get("date_from") or (talk.today + timedelta(days=1)).isoformat()
    length = row.date_to - row.date_from
    last = told.get("date_to") or (date.fromisoformat(first) + length).isoformat()
    job = {**posting_words.job_from(row), **told, "date_from": first, "date_to": last}
    job.pop("text")
    posting_draft.begin_with(talk, job, row.said)


_DO: Dict[str, Callable[[Talk, Posting, Dict[str, Any]], None]] = {
    AMEND: _amend,
    CHANGE: _change,
    PAUSE: _pause,
    RESUME: _resume,
    CLOSE: _close,
    MORE: _more,
}
