"""Wage disputes, injuries and people in danger: recorded at once, whatever is missing; followed until they end."""

from bot.services.cases.danger import crisis, in_danger, injury
from bot.services.cases.ending import keep
from bot.services.cases.prefilled import number_of_hire, open_prefilled, paid_since
from bot.services.cases.questions import ask_again
from bot.services.cases.records import number
from bot.services.cases.status import status
from bot.services.cases.wages import open_wage_case, take_case_fact

__all__ = [
    "ask_again",
    "crisis",
    "in_danger",
    "injury",
    "keep",
    "number",
    "number_of_hire",
    "open_prefilled",
    "open_wage_case",
    "paid_since",
    "status",
    "take_case_fact",
]
