"""The legal clocks of a case, from the last day of work that is known. Where in doubt, the earlier day is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import List, Optional

from bot.core.cases.facts import INJURY, Facts
from bot.core.cases.law import LawBook

URGENT_DAYS = 7  # 法律援助法 art. 44 also speaks of seven days
INSPECTION, ARBITRATION, INJURY_EMPLOYER, INJURY_SELF = (
    "inspection_limit",
    "arbitration_limit",
    "injury_employer",
    "injury_self",
)


@dataclass(frozen=True)
class Clock:
    """`last_day`: the last day on which to apply; None while it has not begun to run or the start is unknown."""

    name: str
    rule: str
    last_day: Optional[date]
    note: str = ""

    def left(self, today: date) -> Optional[int]:
        """Whole days left, 0 on the last day, negative when it has passed."""
        return (self.last_day - today).days if self.last_day else None

    def near(self, today: date) -> bool:
        """True in the last seven days."""
        left = self.left(today)
        return left is not None and 0 <= left < URGENT_DAYS

    def passed(self, today: date) -> bool:
        """True where the last day is over."""
        left = self.left(today)
        return left is not None and left < 0


def clocks(facts: Facts, law: LawBook) -> List[Clock]:
    """Both clocks of a wage case, or those of an injury."""
    if facts.kind == INJURY:
        return _injury(facts, law)
    if facts.still_working:
        note = "还在干：没有停工，期限还没开始算"
        return [Clock(INSPECTION, INSPECTION, None, note), Clock(ARBITRATION, ARBITRATION, None, note)]
    start = facts.ended
    note = "从最后一天工算起（从严）" if start else "不知道最后一天工，算不出，要问"
    return [
        Clock(INSPECTION, INSPECTION, years_on(start, law.number(INSPECTION, "years")), note),
        Clock(ARBITRATION, ARBITRATION, years_on(start, law.number(ARBITRATION, "years")), note),
    ]


def _injury(facts: Facts, law: LawBook) -> List[Clock]:
    start = facts.started
    days = law.number("injury_employer", "days")
    by_employer = start + timedelta(days=days) if start else None
    by_self = years_on(start, law.number("injury_employer", "years"))
    note = "从受伤那天算起" if start else "不知道哪天受的伤，算不出，要问"
    return [
        Clock(INJURY_EMPLOYER, "injury_employer", by_employer, note),
        Clock(INJURY_SELF, "injury_employer", by_self, note),
    ]


def years_on(start: Optional[date], years: int) -> Optional[date]:
    """The last day of so many years from `start`: 2026-10-31 and one year is 2027-10-31."""
    if start is None:
        return None
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # 29 February
        return start.replace(year=start.year + years, day=28)
