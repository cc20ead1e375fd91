"""Which postings suit a wish, best first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, List, Optional, Sequence, Tuple

BEST, BY_PAY, BY_DISTANCE = "best", "pay", "near"
_FAR_METRES = 300_000


@dataclass(frozen=True)
class Wish:
    """What a worker looks for; None where it does not matter. Wages in fen a unit, age in years."""

    date_from: Optional[date] = None
    date_to: Optional[date] = None
    place: Optional[str] = None
    trade: Optional[str] = None
    wage_min: Optional[int] = None
    age: Optional[int] = None
    group: int = 1
    pay_cycle: Optional[str] = None
    hour: Optional[str] = None  # early, morning, noon, afternoon, evening, night or HH:MM
    order: str = BEST


@dataclass(frozen=True)
class Candidate:
    """A posting as matching sees it."""

    id: int
    date_from: date
    date_to: date
    place: str
    trade: str
    wage: int  # fen a day, estimated where the unit is another
    seats_left: int
    pay_cycle: Optional[str] = None
    start: Optional[str] = None  # HH:MM
    min_age: Optional[int] = None
    max_age: Optional[int] = None
    standing: int = 0  # 1 where workers call the employer good, -1 where poor


Distance = Callable[[str, str], Optional[int]]
Nearness = Callable[[str, str], int]


def suits(wish: Wish, posting: Candidate) -> bool:
    """Hard limits: seats for everybody who comes along, the employer's age limits, the least pay asked for."""
    if posting.seats_left < wish.group:
        return False
    if wish.age and not (posting.min_age or 0) <= wish.age <= (posting.max_age or 200):
        return False
    if wish.pay_cycle and posting.pay_cycle and posting.pay_cycle != wish.pay_cycle:
        return False
    return not (wish.wage_min and posting.wage and posting.wage < wish.wage_min)


def rank(wish: Wish, postings: Sequence[Candidate], distance: Distance, nearness: Nearness) -> List[int]:
    """Posting ids, best first: day, distance, trade, what workers said of the employer, pay, seats left."""
    fitting = [posting for posting in postings if suits(wish, posting)]
    return [p.id for p in sorted(fitting, key=lambda p: _key(wish, p, distance, nearness))]


def _key(wish: Wish, posting: Candidate, distance: Distance, nearness: Nearness) -> Tuple[int, ...]:
    days = _days_off(wish, posting)
    metres = _metres(wish, posting, distance)
    trade = -nearness(wish.trade, posting.trade) if wish.trade else 0
    if wish.order == BY_PAY:
        return (-posting.wage, days, trade, metres, posting.id)
    if wish.order == BY_DISTANCE:
        return (metres, days, trade, -posting.wage, posting.id)
    return (
        hours_off(wish.hour, posting.start),
        days,
        metres // 5000,
        trade,
        -posting.standing,
        -posting.wage,
        -posting.seats_left,
        posting.id,
    )


_PARTS = {
    "early": (0, 8), "morning": (5, 12), "noon": (10, 14), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 24),
}  # fmt: skip


def hours_off(wished: Optional[str], start: Optional[str]) -> int:
    """0 where the work begins in the wished part of the day or nothing is wished, else 1."""
    if not wished or not start:
        return 0
    hour = int(start[:2])
    if wished in _PARTS:
        first, end = _PARTS[wished]
        return 0 if first <= hour < end else 1
    return 0 if abs(int(wished[:2]) - hour) <= 2 else 1


def _days_off(wish: Wish, posting: Candidate) -> int:
    if wish.date_from is None:
        return 0
    return max((posting.date_from - wish.date_from).days, 0)


def _metres(wish: Wish, posting: Candidate, distance: Distance) -> int:
    if wish.place is None:
        return 0
    metres = distance(wish.place, posting.place)
    return _FAR_METRES if metres is None else metres


_PER_DAY = {"day": 1.0, "hour": 8.0, "month": 1 / 26, "piece": 0.0, "job": 0.0}


def day_wage(low: Optional[int], high: Optional[int], unit: Optional[str]) -> int:
    """Fen a day for comparing: 8 hours a day, 26 days a month; 0 where it cannot be compared."""
    figure = high if high is not None else low
    return int((figure or 0) * _PER_DAY.get(unit or "day", 1.0))
