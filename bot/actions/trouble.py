"""Unpaid wages, injuries, people in danger, complaints."""

from __future__ import annotations

from bot.actions.base import action
from bot.services import cases
from bot.services.by_task import BY_TASK

WageDispute = action("wage_dispute", BY_TASK["wage_dispute"])
TakeCaseFact = action("take_case_fact", cases.take_case_fact)
CaseStatus = action("case_status", BY_TASK["case_status"])
Injury = action("injury", BY_TASK["injury"])
Crisis = action("crisis", BY_TASK["crisis"])
InDanger = action("in_danger", cases.in_danger)
RightsQuestion = action("rights_question", BY_TASK["rights_question"])
ReportPosting = action("report_posting", BY_TASK["report_posting"])
Complaint = action("complaint", BY_TASK["complaint"])
