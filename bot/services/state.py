"""What the bot keeps in mind about one talk, as one small value."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Dict, List, Optional, Tuple

# What the bot may be waiting for: the values of the slot `expecting` in domain.yml.
NAME, PLACE, DATE, CHOICE, OFFERS = "name", "place", "date", "choice", "offers"
CASE, WITHDRAW, STATION = "case", "withdraw", "station"
MORE = "case_more"  # the case's questions are over; what is told next may still belong to it
# Of a posting: a fact of it, words of one's own (address, name), yes or no to what was read back, which of several.
POSTING, POSTING_WORDS, POSTING_OK, POSTING_WHICH = "posting", "posting_words", "posting_ok", "posting_which"
ABOUT_POSTING = frozenset({POSTING, POSTING_WORDS, POSTING_OK, POSTING_WHICH})
REPORT = "report"  # which posting is reported
MEANING = "meaning"
FORGET = "forget"  # whether to delete what is known
BINDING = "binding"  # the number, or the code sent to it
# Asked out of turn (bot/services/promises/): will you come, are you there, who is there, were you paid …
COMING, ARRIVED, PRESENT, PAID, RATING = "coming", "arrived", "present", "paid", "rating"
SEAT, CLASH, OVERLAP = "seat", "clash", "overlap"
DANGER = "danger"  # somebody was hurt or in despair: what follows belongs to that
DRAFT_LASTS = timedelta(hours=12)
ABOUT_LASTS = {
    CASE: timedelta(days=1),
    MORE: timedelta(hours=2),
    DANGER: timedelta(hours=6),
    MEANING: timedelta(hours=2),
    BINDING: timedelta(minutes=30),
    FORGET: timedelta(minutes=30),
    **dict.fromkeys(ABOUT_POSTING, DRAFT_LASTS),
}
DECISION_LASTS = timedelta(minutes=10)
RIGHT_LASTS = timedelta(minutes=10)
LIST_LASTS = timedelta(hours=12)
SEARCH_LASTS = timedelta(hours=6)


@dataclass
class TalkState:
    """`search`: the wish so far; `listed`: posting ids of the numbered list last shown, `seen` those shown before;
    `pending`: what the open question is about, put at `asked_at`; `said`: how often each text was said; `misses`: not understood in a
    row; times are ISO 8601 UTC."""

    expecting: Optional[str] = None
    search: Dict[str, Any] = field(default_factory=dict)
    searched_at: Optional[str] = None
    listed: List[int] = field(default_factory=list)
    listed_at: Optional[str] = None
    seen: List[int] = field(default_factory=list)
    told: int = 0  # the last list told out of turn that was taken in
    pending: Dict[str, Any] = field(default_factory=dict)
    asked_at: Optional[str] = None
    behind: Optional[Tuple[Optional[str], Dict[str, Any], Optional[str]]] = (
        None  # never stored: see `put_in_front`
    )
    draft: Dict[str, Any] = field(
        default_factory=dict
    )  # an employer's posting on its way (bot/core/posting/draft.py)
    drafted_at: Optional[str] = None
    about: Optional[int] = None  # the posting that was spoken of last
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
        return {key: value for key, value in asdict(self).items() if value and key != "behind"}

    def list_is_open(self, now: datetime) -> bool:
        """True while numbers may be picked from the list."""
        return bool(self.listed) and _younger(self.listed_at, now, LIST_LASTS)

    def search_is_fresh(self, now: datetime) -> bool:
        """True while a new message adds to the last wish instead of starting another."""
        return bool(self.search) and _younger(self.searched_at, now, SEARCH_LASTS)

    def still_about(self, now: datetime) -> bool:
        """True while what is told next still belongs to the posting or the trouble told last."""
        return _younger(self.pending.get("since"), now, ABOUT_LASTS[str(self.expecting)])

    def has_draft(self, now: datetime) -> bool:
        """True while a posting is being gathered."""
        return bool(self.draft) and _younger(self.drafted_at, now, DRAFT_LASTS)

    def drop_draft(self) -> None:
        """Published, or not wanted any more."""
        self.draft, self.drafted_at = {}, None

    def decided(self, now: datetime) -> bool:
        """True for some minutes after a decision: a “好的” may be meant for that."""
        return _younger(self.decided_at, now, DECISION_LASTS)

    def right_is_fresh(self, now: datetime) -> bool:
        """True while “那多久” may be meant for the answer given last: some minutes, until a list is shown."""
        given = self.right.get("at", "")
        return bool(given) and given > (self.listed_at or "") and _younger(given, now, RIGHT_LASTS)

    def ask(self, what: str, **pending: Any) -> None:
        """Notes the open question."""
        self.expecting, self.pending, self.asked_at, self.behind = what, pending, None, None

    def settle(self) -> None:
        """The open question is answered or dropped; one that stood behind it is open again."""
        self.expecting, self.pending, self.asked_at = self.behind or (None, {}, None)
        self.behind = None

    def put_in_front(self, what: str, **pending: Any) -> None:
        """For this turn, a question that was asked out of turn: the talk's own one waits behind it."""
        self.behind = (self.expecting, self.pending, self.asked_at)
        self.expecting, self.pending = what, pending


def _younger(stamp: Optional[str], now: datetime, than: timedelta) -> bool:
    return stamp is not None and now - datetime.fromisoformat(stamp) < than
