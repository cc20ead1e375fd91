"""What every use case is handed: nothing is reached for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Callable
from zoneinfo import ZoneInfo

from bot.core.cases.handbook import Handbook
from bot.core.codes import six_digits
from bot.core.places import Gazetteer
from bot.core.replies import Replies
from bot.core.review.minimum_table import MinimumWages
from bot.core.rights import RightsBook
from bot.core.trades import TradeBook
from bot.store.session import Database


@dataclass(frozen=True)
class Context:
    """Database, clock (aware UTC), reference data and texts. Immutable and shared by threads."""

    db: Database
    clock: Callable[[], datetime]
    zone: ZoneInfo
    replies: Replies
    places: Gazetteer
    trades: TradeBook
    rights: RightsBook = field(repr=False)
    handbook: Handbook = field(repr=False)
    code: Callable[[], str] = six_digits  # proves a phone number
    minimum_wages: MinimumWages = field(default_factory=lambda: MinimumWages({}))

    def today(self) -> date:
        """The local calendar day."""
        return self.clock().astimezone(self.zone).date()
