"""Unpaid wages, injuries, people in danger, complaints."""

from __future__ import annotations

from functools import partial

from bot.actions.base import action
from bot.services import cases, reports, small_talk

WageDispute = action("wage_dispute", cases.open_wage_case)
TakeCaseFact = action("take_case_fact", cases.take_case_fact)
CaseStatus = action("case_status", cases.status)
Injury = action("injury", cases.injury)
Crisis = action("crisis", cases.crisis)
InDanger = action("in_danger", cases.in_danger)


def _by_staff(task: str, key: str, reason: str) -> type:
    return action(task, partial(small_talk.answer_by_staff, key=key, reason=reason))


RightsQuestion = _by_staff("rights_question", "utter_rights_question", "question")
ReportPosting = action("report_posting", reports.report)
Complaint = _by_staff("complaint", "utter_complaint", "complaint")
