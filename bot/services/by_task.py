"""Which use case answers which task: one table, for the actions and for a meaning that was asked back about."""

from __future__ import annotations

from functools import partial
from typing import Callable, Mapping

from bot.services import (
    cases,
    find_work,
    forget,
    hand_off,
    my_jobs,
    open_question,
    post_job,
    push,
    reports,
    rights,
    small_talk,
    withdraw,
)
from bot.services.talk import Talk


def _by_staff(key: str, reason: str = "question") -> Callable[[Talk], None]:
    return partial(small_talk.answer_by_staff, key=key, reason=reason)


BY_TASK: Mapping[str, Callable[[Talk], None]] = {
    "greet": small_talk.greet,
    "thanks": partial(small_talk.plain, key="utter_thanks"),
    "help": small_talk.help_,
    "find_work": find_work.find_work,
    "post_job": post_job.post_job,
    "choose": open_question.choose,
    "affirm": open_question.affirm,
    "deny": open_question.deny,
    "cancel": withdraw.cancel,
    "my_jobs": my_jobs.my_jobs,
    "wage_dispute": cases.open_wage_case,
    "case_status": cases.status,
    "injury": cases.injury,
    "crisis": cases.crisis,
    "rights_question": rights.answer,
    "report_posting": reports.report,
    "complaint": _by_staff("utter_complaint", "complaint"),
    "station_info": small_talk.station,
    "training": _by_staff("utter_training"),
    "guidance": _by_staff("utter_guidance"),
    "public_service": rights.answer,
    "subscribe": push.subscribe,
    "unsubscribe": push.unsubscribe,
    "profile": small_talk.profile,
    "human": hand_off.to_a_person,
    "delete_my_data": forget.my_data,
    "other": open_question.not_understood,
}
