"""The legal clocks, working days, and how long a step may take."""

from __future__ import annotations

from datetime import date
from typing import List, Optional

import pytest

from bot.core.cases.clocks import years_on
from bot.core.cases.handbook import Handbook
from tests.core.cases.conftest import Advise


def days(advice) -> List[Optional[date]]:
    return [clock.last_day for clock in advice.clocks]


def test_both_clocks_inspection_regulation_art_20_two_years_arbitration_law_art_27_one_year(
    advice: Advise,
) -> None:
    told = advice(date_from="2026-08-01", date_to="2026-10-31")
    assert days(told) == [date(2028, 10, 31), date(2027, 10, 31)]


def test_arbitration_law_art_27_4_has_not_begun_while_the_work_goes_on(advice: Advise) -> None:
    assert days(advice(date_to="2026-10-31", still_working=True)) == [None, None]


def test_unknown_end_is_said_not_guessed(advice: Advise) -> None:
    told = advice(employer_name="王老板")
    assert days(told) == [None, None] and "算不出" in told.clocks[0].note


def test_a_period_that_goes_on_counts_to_today(advice: Advise) -> None:
    assert days(advice(date_from="2026-11-01", date_to="2026-12-31"))[1] == date(2027, 11, 24)


def test_injury_regulation_art_17_thirty_days_and_one_year(advice: Advise) -> None:
    told = advice("injury", date_from="2026-11-20", date_to="2026-11-20")
    assert days(told) == [date(2026, 12, 20), date(2027, 11, 20)]


@pytest.mark.parametrize(
    ("end", "near", "passed"),
    [
        ("2025-11-24", True, False),
        ("2025-11-30", True, False),
        ("2025-12-01", False, False),
        ("2025-11-23", False, True),
    ],
)
def test_the_last_seven_days_of_arbitration_law_art_27(
    advice: Advise, end: str, near: bool, passed: bool
) -> None:
    told = advice(date_from=end, date_to=end)
    today = date(2026, 11, 24)
    assert (told.clocks[1].near(today), told.clocks[1].passed(today)) == (near, passed)
    assert ("limit" in told.flags) is near


def test_a_leap_day_has_a_last_day_too() -> None:
    assert years_on(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_working_days_of_2026_know_the_holidays(handbook: Handbook) -> None:
    calendar = handbook.calendar
    assert not calendar.works(date(2026, 2, 17)) and calendar.works(date(2026, 2, 14))
    assert not calendar.works(date(2026, 11, 28)) and calendar.works(date(2026, 11, 24))
    assert calendar.after(date(2026, 9, 30), 5) == (date(2026, 10, 13), True)  # 8, 9, Saturday 10, 12, 13


def test_inspection_regulation_art_17_sixty_working_days_over_an_unknown_year_are_early_and_say_so(
    handbook: Handbook,
) -> None:
    until = handbook.steps.until("in_inspection", date(2026, 11, 24), urgent=False)
    assert until == (date(2027, 2, 16), False)


def test_inspection_regulation_art_17_within_a_known_year_is_certain(handbook: Handbook) -> None:
    until = handbook.steps.until("in_inspection", date(2026, 3, 2), urgent=False)
    assert until == (date(2026, 5, 28), True)


@pytest.mark.parametrize(
    ("state", "urgent", "last"),
    [
        ("in_mediation", False, "2026-12-09"),  # 仲裁法14: 15 days
        ("in_arbitration", False, "2027-01-08"),  # 仲裁法43: 45 days
        ("in_arbitration", True, "2027-01-08"),
        ("registered", False, "2026-11-26"),
        ("registered", True, "2026-11-25"),
        ("contacted", False, "2026-12-01"),
    ],
)
def test_how_long_a_step_may_take(handbook: Handbook, state: str, urgent: bool, last: str) -> None:
    until = handbook.steps.until(state, date(2026, 11, 24), urgent)
    assert until is not None and until.day.isoformat() == last


@pytest.mark.parametrize("state", ["paid", "withdrawn", "closed_unpaid"])
def test_an_ended_case_has_no_time_limit(handbook: Handbook, state: str) -> None:
    assert handbook.steps.until(state, date(2026, 11, 24), False) is None
