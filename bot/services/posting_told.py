"""What one message tells of a posting on its way: the facts of each job in it, without what cannot be."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Dict, List, Optional, Tuple

from bot.core.posting import answers, checks, draft, said
from bot.core.posting.draft import Job
from bot.services import posting_words
from bot.services.talk import Talk

WORDS_STEPS = (draft.WHERE, draft.ADDRESS, draft.NAME)  # answered in words of one's own
_CHANGES = re.compile(r"不是|改|换|说错|打错|写错|不在")


def words_of(talk: Talk) -> str:
    """What was written, with its line breaks and capital letters; of a place sent as a point, its name."""
    return unicodedata.normalize("NFKC", talk.inbound.text).strip() or talk.turn.text


def told(talk: Talk, step: Optional[str]) -> Tuple[List[Job], Optional[str]]:
    """The facts of the message by job, without what cannot be, and what was wrong with that."""
    text, heard = words_of(talk), talk.turn.get("jobs") or {}
    if step == draft.NAME and not _CHANGES.search(text):
        talk.state.draft["name"] = answers.read_name(text) or talk.state.draft.get("name")
        return [{}], None
    jobs = [posting_words.job_of(each) for each in heard.get("told") or [{}]]
    _add_answer(talk, step, jobs[0])
    _add_count(talk, jobs)
    for job in jobs:
        if not job.get("date_from") and not talk.state.draft["jobs"][0].get("date_from"):
            job.update(answers.long_term(text, talk.today))
    wrong = [problem for job in jobs for problem in checks.problems(text, job, talk.today)]
    wrong = wrong or answers.bare_problem(step, text)
    for job in jobs:
        _add_details(talk, job, step, heard.get("phones") or [])
        for problem in wrong:
            _without(job, problem)
    return jobs, wrong[0] if wrong else None


def _add_count(talk: Talk, jobs: List[Job]) -> None:
    """“招10个分拣”, “找个保姆”, where the readers saw no number and none was told before."""
    if len(jobs) == 1 and not jobs[0].get("headcount") and not talk.state.draft["jobs"][-1].get("headcount"):
        count = said.read_count(words_of(talk))
        jobs[0].update({"headcount": count} if count else {})


def _add_answer(talk: Talk, step: Optional[str], job: Job) -> None:
    """A bare “5”, “300”, “马上” means what was asked for."""
    for name, value in answers.bare(step, talk.turn.text, talk.today).items():
        job.setdefault(name, value)


def _add_details(talk: Talk, job: Job, step: Optional[str], phones: List[str]) -> None:
    text = words_of(talk)
    address = said.read_address(text)
    if not address and step in (draft.WHERE, draft.ADDRESS) and not {"wage_min", "headcount"} & job.keys():
        address = answers.free_address(text)
    more: Dict[str, Any] = {
        "address": address,
        "contact": said.read_contact(text),
        "notes": said.read_notes(text),
    }
    more["phone"] = phones[0] if phones else None
    job.update({name: value for name, value in {**more, **said.read_ages(text)}.items() if value})
    has_county = talk.state.draft["jobs"][0].get("place") and not draft.no_county(talk.state.draft["jobs"][0])
    if step in WORDS_STEPS and has_county and not _CHANGES.search(text):
        job.pop("place", None)  # a street of the address is no other place
        job.pop("place_name", None)
    if step in (draft.WHERE, draft.HOUR):
        job["hour_open"] = True  # asked once


def _without(job: Job, problem: str) -> None:
    gone = {
        checks.PAY: ("wage_min", "wage_max"),
        checks.HEADCOUNT: ("headcount",),
        checks.OUTSIDE: ("place", "place_name"),
    }.get(problem, ("date_from", "date_to"))
    for name in gone:
        job.pop(name, None)
