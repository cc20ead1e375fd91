"""How long a case may stand still before staff are reminded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Mapping, Optional

import yaml

from bot.core.cases.law import LawBook
from bot.core.cases.working_days import Until, WorkCalendar


@dataclass(frozen=True)
class Steps:
    """The rows of bot/data/law/steps.yml, and what they are counted with."""

    rows: Mapping[str, Mapping[str, Any]]
    law: LawBook
    calendar: WorkCalendar

    def until(self, state: str, since: date, urgent: bool) -> Optional[Until]:
        """The last day for this step; None for an ended case. Statutes' own limits are the same for everybody."""
        row = self.rows.get(state)
        if row is None:
            return None
        if "rule" not in row:
            return Until(since + timedelta(days=row["urgent_days" if urgent else "days"]), True)
        numbers = self.law[row["rule"]].numbers
        if "working_days" in numbers:
            return self.calendar.after(since, numbers["working_days"])
        return Until(since + timedelta(days=numbers["days"]), True)


def load_steps(path: Path, law: LawBook, calendar: WorkCalendar) -> Steps:
    """Reads the file."""
    return Steps(yaml.safe_load(path.read_text(encoding="utf-8"))["steps"], law, calendar)
