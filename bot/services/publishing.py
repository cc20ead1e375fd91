"""A complete draft becomes postings: reviewed, then open at once or waiting for staff; the employer is told which."""

from __future__ import annotations

from typing import List

from bot.core.posting import draft
from bot.core.review.facts import Finding
from bot.core.review.rules import blocks
from bot.services import hand_off, judging, posting_words
from bot.services.offers import short
from bot.services.talk import Talk
from bot.store.people import Employer
from bot.store.work import OPEN, Posting

LONGEST_NAME = 80
REASONS_TOLD, LONGEST_ADVICE = 2, 70


def publish(talk: Talk) -> None:
    """After the employer's “1”."""
    kept = talk.state.draft
    boss = talk.employer or _new_employer(talk)
    rows = [_stored(talk, boss, job) for job in kept["jobs"]]
    judged = [(row, judging.judge(talk.ctx, talk.session, row, talk.now)) for row in rows]
    talk.state.drop_draft()
    talk.state.settle()
    published = [row for row, _ in judged if row.state == OPEN]
    held = [(row, found) for row, found in judged if row.state != OPEN]
    if published:
        talk.say("utter_posting_published", what=_whats(talk, published))
    if held:
        hand_off.escalate(talk, "post_job")
        tell_held(talk, _whats(talk, [row for row, _ in held]), [each for _, found in held for each in found])


def tell_held(talk: Talk, what: str, findings: List[Finding]) -> None:
    """Why it waits, and what to change."""
    told = list(
        dict.fromkeys(each.advice for each in blocks(findings) if each.advice and each.code != "first_time")
    )
    if not told:
        talk.say("utter_posting_first_time", what=what)
        return
    advice = "；".join(told[:REASONS_TOLD])
    talk.say("utter_posting_held", what=what, advice=advice if len(advice) <= LONGEST_ADVICE else told[0])


def is_over(talk: Talk) -> bool:
    """The day, or today's hour, went by while the talk rested."""
    return any(
        job["date_to"] < talk.today.isoformat()
        or job["date_to"] == talk.today.isoformat()
        and (job.get("start_time") or "24:00") <= talk.now.astimezone(talk.ctx.zone).strftime("%H:%M")
        for job in talk.state.draft["jobs"]
    )


def _new_employer(talk: Talk) -> Employer:
    kept = talk.state.draft
    name = kept.get("name") or kept["jobs"][0].get("contact") or talk.person.name or ""
    row = Employer(name=name[:LONGEST_NAME], person_id=talk.person.id, sample=False, created_at=talk.now)
    talk.session.add(row)
    talk.session.flush()
    return row


def _stored(talk: Talk, boss: Employer, job: draft.Job) -> Posting:
    text = "\n".join(talk.state.draft["said"])
    row = posting_words.row_of(talk.ctx, job, text, judging.mark_of(text), talk.today)
    row.employer_id, row.created_at = boss.id, talk.now
    talk.session.add(row)
    talk.session.flush()
    return row


def _whats(talk: Talk, rows: List[Posting]) -> str:
    return "、".join(f"{short(talk, row)}{row.headcount}人" for row in rows)
