"""Looking for work and being hired."""
from __future__ import annotations

from bot.actions.base import action
from bot.core import refine
from bot.services import (
    employer_answers,
    find_work,
    hand_off,
    my_jobs,
    open_question,
    post_job,
    take_name,
    withdraw,
)
from bot.services.talk import Talk

FindWork = action("find_work", find_work.find_work)
PostJob = action("post_job", post_job.post_job)
Choose = action("choose", open_question.choose)
Affirm = action("affirm", open_question.affirm)
Deny = action("deny", open_question.deny)
Cancel = action("cancel", withdraw.cancel)
MyJobs = action("my_jobs", my_jobs.my_jobs)
TakeName = action("take_name", take_name.take_name)
LeaveOpen = action("leave_open", find_work.leave_open)


def _refine(talk: Talk) -> None:
    kind = refine.refinement(talk.turn.text)
    find_work.refine_list(talk, kind or refine.MORE)


def _answer_offers(talk: Talk) -> None:
    if not employer_answers.answer_offers(talk):
        hand_off.not_understood(talk)


RefineList = action("refine_list", _refine)
AnswerOffers = action("answer_offers", _answer_offers)
Inform = action("inform", open_question.inform)
