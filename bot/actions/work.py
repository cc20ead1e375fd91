"""Looking for work and being hired."""

from __future__ import annotations

from bot.actions.base import action
from bot.services import about_list, employer_answers, find_work, open_question, take_name
from bot.services.by_task import BY_TASK
from bot.services.promises import answering

FindWork = action("find_work", BY_TASK["find_work"])
PostJob = action("post_job", BY_TASK["post_job"])
Choose = action("choose", BY_TASK["choose"])
Affirm = action("affirm", BY_TASK["affirm"])
Deny = action("deny", BY_TASK["deny"])
Cancel = action("cancel", BY_TASK["cancel"])
MyJobs = action("my_jobs", BY_TASK["my_jobs"])
TakeName = action("take_name", take_name.take_name)
LeaveOpen = action("leave_open", find_work.answer)
RefineList = action("refine_list", about_list.refine)
AnswerOffers = action("answer_offers", employer_answers.reply)
KeepPromise = action("keep_promise", answering.answer)
Inform = action("inform", open_question.inform)
