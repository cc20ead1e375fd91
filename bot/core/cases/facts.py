"""A case's facts as they were told, read once into typed fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, FrozenSet, Mapping, Optional, Tuple

WAGE, INJURY, CRISIS = "wage_dispute", "injury", "crisis"
UNKNOWN = "不清楚"
SPOKEN, WRITTEN, IOU = "spoken", "written", "iou"
HOME, OWN_WAY, DIRECTED = "home", "own_way", "directed"  # who directed the work
FLED, NEEDY, MINOR, MANY, LIMIT = "fled", "needy", "minor", "many", "limit"
BUILDING = frozenset(
    {
        "construction",
        "bricklayer",
        "carpenter",
        "rebar",
        "scaffolder",
        "concrete",
        "excavator",
        "waterproofer",
        "demolition",
    }
)
AT_HOME = frozenset({"nanny"})


@dataclass(frozen=True)
class Facts:
    """Amounts in yuan. `ended`: the last day of work that is known or implied; `building`: on a building site."""

    kind: str
    debtor: Optional[str] = None
    amount: Optional[float] = None
    people: int = 1
    place: Optional[str] = None
    started: Optional[date] = None
    ended: Optional[date] = None
    still_working: bool = False
    agreed: FrozenSet[str] = frozenset()
    proof: Tuple[str, ...] = ()
    directed: Optional[str] = None
    building: bool = False
    age: Optional[int] = None
    on_behalf: bool = False
    flags: FrozenSet[str] = field(default_factory=frozenset)


def read(kind: str, told: Mapping[str, Any], today: date) -> Facts:
    """From what is stored with the case; words that say “not known” are none."""
    known = {key: value for key, value in told.items() if value not in (None, UNKNOWN)}
    started, ended = _day(known.get("date_from")), _day(known.get("date_to"))
    return Facts(
        kind=kind,
        debtor=known.get("employer_name"),
        amount=_sum(known),
        people=_whole(known.get("people_owed")),
        place=known.get("place"),
        started=started,
        ended=min(ended, today) if ended else None,
        still_working=bool(known.get("still_working")),
        agreed=frozenset(_codes(known.get("agreed"))),
        proof=_codes(known.get("proof")),
        directed=_directed(known),
        building=bool(known.get("site") or known.get("contractor") or known.get("trade") in BUILDING),
        age=known.get("age"),
        on_behalf=bool(known.get("on_behalf")),
        flags=frozenset(_codes(known.get("flags"))),
    )


def _directed(known: Mapping[str, Any]) -> Optional[str]:
    """As told; a nanny's employer is a family unless a firm is named."""
    told = known.get("directed")
    if told or known.get("trade") not in AT_HOME:
        return told
    return None if "公司" in str(known.get("employer_name", "")) else HOME


def _sum(known: Mapping[str, Any]) -> Optional[float]:
    amount = known.get("amount_owed", known.get("amount_counted"))
    return float(amount) if isinstance(amount, (int, float)) else None


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) and value >= 1 else 1


def _codes(value: Any) -> Tuple[str, ...]:
    """A list of codes; the person's own words are none."""
    return tuple(value) if isinstance(value, list) else ()


def _day(text: Any) -> Optional[date]:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
