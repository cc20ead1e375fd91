"""Looking for work and being hired."""

from __future__ import annotations

from bot.actions.base import action
from bot.services import (
    about_list,
    employer_answers,
    find_work,
    my_jobs,
    open_question,
    post_job,
    take_name,
    withdraw,
)
from bot.services.promises import answering

FindWork = action("find_work", find_work.find_work)
PostJob = action("post_job", post_job.post_job)
Choose = action("choose", open_question.choose)
Affirm = action("affirm", open_question.affirm)
Deny = action("deny", open_question.deny)
Cancel = action("cancel", withdraw.cancel)
MyJobs = action("my_jobs", my_jobs.my_jobs)
TakeName = action("take_name", take_name.take_name)
LeaveOpen = action("leave_open", find_work.answer)


RefineList = action("refine_list", about_list.refine)
AnswerOffers = action("answer_offers", employer_answers.reply)
KeepPromise = action("keep_promise", answering.answer)
Inform = action("inform", open_question.inform)
