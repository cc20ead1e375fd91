"""Everything about law that a use case is handed, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.core.cases.contacts import Contacts, load_contacts
from bot.core.cases.law import LawBook, load_law
from bot.core.cases.steps import Steps, load_steps
from bot.core.cases.working_days import WorkCalendar, load_calendar


@dataclass(frozen=True)
class Handbook:
    """Immutable; shared by threads."""

    law: LawBook
    calendar: WorkCalendar
    steps: Steps
    contacts: Contacts


def load_handbook(data: Path) -> Handbook:
    """Reads bot/data/law and the contacts of bot/data/reference."""
    law, calendar = load_law(data / "law"), load_calendar(data / "law" / "holidays.yml")
    steps = load_steps(data / "law" / "steps.yml", law, calendar)
    return Handbook(law, calendar, steps, load_contacts(data / "reference" / "contacts.csv"))
