"""Somebody says that a posting is false: kept, shown to staff, and stopped where three different people say so."""

from __future__ import annotations

import re
from typing import List, Optional

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.core.hire import State
from bot.services import about_list, hand_off, offers, small_talk
from bot.services.letting_go import let_go
from bot.services.offers import short
from bot.services.state import REPORT
from bot.services.talk import Talk
from bot.store import hires, postings, reviews
from bot.store.reviews import PostingReport
from bot.store.work import OPEN, PAUSED, SUSPENDED, Hire, Posting

REPORTERS_TO_STOP = 3
_NUMBER = re.compile(r"第\s*([1-9一二三四五六])|(?<![\d])([1-9一二三四五六])\s*号|^\s*([1-9])\s*$")
_HAN = {char: number for number, char in enumerate("一二三四五六", 1)}


def report(talk: Talk) -> None:
    """Always noted for staff; counted where it is plain which posting is meant."""
    hand_off.escalate(talk, "report_posting")
    rows = offers.listed(talk)
    row = _meant(talk, rows)
    if row is None and len(rows) > 1 and talk.state.expecting != REPORT:
        talk.state.ask(REPORT)
        talk.say("utter_report_which", last=len(rows))
        return
    if talk.state.expecting == REPORT:
        talk.state.settle()
    if row is not None:
        _count(talk, row)
    small_talk.plain(talk, "utter_report_posting")


def _meant(talk: Talk, rows: List[Posting]) -> Optional[Posting]:
    """By number, by place, the only one listed, the one spoken of last, the one asked for last."""
    found = _NUMBER.search(talk.turn.text)
    if found and rows:
        number = next(filter(None, found.groups()))
        at = _HAN.get(number) or int(number)
        return rows[at - 1] if at <= len(rows) else None
    by_place = about_list.by_place(talk, rows)
    if by_place:
        return rows[by_place - 1]
    if len(rows) == 1:
        return rows[0]
    if talk.state.about:
        return talk.session.get(Posting, talk.state.about)
    return None if rows else _last_asked_for(talk)


def _last_asked_for(talk: Talk) -> Optional[Posting]:
    query = select(Hire).where(Hire.worker_id == talk.person.id).order_by(Hire.id.desc()).limit(1)
    row = talk.session.execute(query).scalars().first()
    return talk.session.get(Posting, row.posting_id) if row else None


def _count(talk: Talk, row: Posting) -> None:
    boss = postings.employer(talk.session, row)
    if boss.person_id == talk.person.id:
        return
    told = PostingReport(
        posting_id=row.id, person_id=talk.person.id, inbound_id=talk.turn.inbound_id, at=talk.now
    )
    try:
        with talk.session.begin_nested():
            talk.session.add(told)
            talk.session.flush()
    except IntegrityError:  # the same person again
        return
    if reviews.reporters(talk.session, row.id) >= REPORTERS_TO_STOP and row.state in (OPEN, PAUSED):
        _suspend(talk, row, told.id)


def _suspend(talk: Talk, row: Posting, report_id: int) -> None:
    """Nobody is sent there until staff have looked; who is on it is warned."""
    row.state = SUSPENDED
    talk.session.flush()
    boss = postings.employer(talk.session, row)
    talk.tell(
        boss.person_id,
        f"posting:{row.id}:suspended:{report_id}",
        "utter_posting_suspended",
        what=short(talk, row),
    )
    for hire in hires.of_posting(talk.session, row.id, [State.CONFIRMED]):
        talk.tell(
            hire.worker_id, f"hire:{hire.id}:warned:{report_id}", "utter_work_doubted", what=short(talk, row)
        )
    let_go(talk.ctx, talk.session, row, "reports", talk.now)
