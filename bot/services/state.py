"""What the bot keeps in mind about one talk, as one small value."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Dict, List, Optional

# What the bot may be waiting for: the values of the slot `expecting` in domain.yml.
NAME, PLACE, DATE, CHOICE, OFFERS = "name", "place", "date", "choice", "offers"
CASE, WITHDRAW, POSTING, STATION = "case", "withdraw", "posting", "station"
MEANING = "meaning"
BINDING = "binding"  # the number, or the code sent to it
DANGER = "danger"  # somebody was hurt or in despair: what follows belongs to that
ABOUT_LASTS = {
    POSTING: timedelta(minutes=30),
    DANGER: timedelta(hours=6),
    MEANING: timedelta(hours=2),
    BINDING: timedelta(minutes=30),
}
DECISION_LASTS = timedelta(minutes=10)
RIGHT_LASTS = timedelta(minutes=10)
LIST_LASTS = timedelta(hours=12)
SEARCH_LASTS = timedelta(hours=6)


@dataclass
class TalkState:
    """`search`: the wish so far; `listed`: posting ids of the numbered list last shown, `seen` those shown before;
    `pending`: what the open question is about; `said`: how often each text was said; `misses`: not understood in a
    row; times are ISO 8601 UTC."""

    expecting: Optional[str] = None
    search: Dict[str, Any] = field(default_factory=dict)
    searched_at: Optional[str] = None
    listed: List[int] = field(default_factory=list)
    listed_at: Optional[str] = None
    seen: List[int] = field(default_factory=list)
    told: int = 0  # the last list told out of turn that was taken in
    pending: Dict[str, Any] = field(default_factory=dict)
    said: Dict[str, int] = field(default_factory=dict)
    misses: int = 0
    decided_at: Optional[str] = None  # when this employer last decided about a worker
    right: Dict[str, str] = field(default_factory=dict)  # the answer about rights given last: `id`, `at`

    @classmethod
    def of(cls, stored: Optional[Dict[str, Any]]) -> "TalkState":
        """From the database; unknown keys of another version are dropped."""
        known = {entry.name for entry in fields(cls)}
        return cls(**{key: value for key, value in (stored or {}).items() if key in known})

    def as_dict(self) -> Dict[str, Any]:
        """For the database; what is empty is left out."""
        return {key: value for key, value in asdict(self).items() if value}

    def list_is_open(self, now: datetime) -> bool:
        """True while numbers may be picked from the list."""
        return bool(self.listed) and _younger(self.listed_at, now, LIST_LASTS)

    def search_is_fresh(self, now: datetime) -> bool:
        """True while a new message adds to the last wish instead of starting another."""
        return bool(self.search) and _younger(self.searched_at, now, SEARCH_LASTS)

    def still_about(self, now: datetime) -> bool:
        """True while what is told next still belongs to the posting or the trouble told last."""
        return _younger(self.pending.get("since"), now, ABOUT_LASTS[str(self.expecting)])

    def decided(self, now: datetime) -> bool:
        """True for some minutes after a decision: a “好的” may be meant for that."""
        return _younger(self.decided_at, now, DECISION_LASTS)

    def right_is_fresh(self, now: datetime) -> bool:
        """True while “那多久” may be meant for the answer given last: some minutes, until a list is shown."""
        given = self.right.get("at", "")
        return bool(given) and given > (self.listed_at or "") and _younger(given, now, RIGHT_LASTS)

    def ask(self, what: str, **pending: Any) -> None:
        """Notes the open question."""
        self.expecting, self.pending = what, pending

    def settle(self) -> None:
        """The open question is answered or dropped."""
        self.expecting, self.pending = None, {}


def _younger(stamp: Optional[str], now: datetime, than: timedelta) -> bool:
    return stamp is not None and now - datetime.fromisoformat(stamp) < than
