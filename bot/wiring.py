"""The one place where objects are built."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, List, Optional

import redis

from bot import config
from bot.config import ROOT, Settings
from bot.core.cases.handbook import load_handbook
from bot.core.places import load_gazetteer
from bot.core.replies import load_replies
from bot.core.review.minimum_table import load_minimum_wages
from bot.core.rights import load_rights
from bot.core.trades import load_trades
from bot.services.context import Context
from bot.store.moved_clock import MovedClock, utc_now
from bot.store.session import Database, open_engine

DATA = ROOT / "bot" / "data"
REFERENCE, RIGHTS, LAW = DATA / "reference", DATA / "rights", DATA / "law"
DOMAIN = ROOT / "domain.yml"


@dataclass
class App:
    """What one process shares. `turns` is set by the first channel that starts; `demo_clock` while no vendor is set."""

    settings: Settings
    ctx: Context
    redis: Optional["redis.Redis[bytes]"] = None
    turns: Optional[Any] = None
    demo_clock: Optional[MovedClock] = None


def build(settings: Settings, clock: Optional[Callable[[], datetime]] = None) -> App:
    """Builds everything for one process; connects to nothing yet. Without a vendor the clock may be moved."""
    moved = MovedClock(settings.var) if settings.simulated and clock is None else None
    ctx = Context(
        db=Database(open_engine(settings.database_url)),
        clock=clock or moved or utc_now,
        zone=settings.timezone,
        replies=load_replies(DOMAIN),
        places=load_gazetteer(REFERENCE),
        trades=load_trades(REFERENCE),
        handbook=load_handbook(DATA),
        minimum_wages=load_minimum_wages(REFERENCE),
        rights=load_rights(RIGHTS, LAW),
    )
    shared = redis.Redis.from_url(settings.redis_url) if settings.redis_url else None
    return App(settings, ctx, shared, demo_clock=moved)


_installed: List[App] = []


def install(app: App) -> None:
    """Makes `app` the process's own, instead of one built from the environment."""
    _installed[:] = [app]


def current() -> App:
    """The process's own: for Rasa, which builds channels, stores and actions by name and hands them nothing."""
    if not _installed:
        install(build(config.load(os.environ)))
    return _installed[0]
