"""The one place where objects are built."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable, List, Optional

import redis

from bot import config
from bot.config import ROOT, Settings
from bot.core.places import load_gazetteer
from bot.core.replies import load_replies
from bot.core.rights import load_rights
from bot.core.trades import load_trades
from bot.services.context import Context
from bot.store.session import Database, open_engine

REFERENCE = ROOT / "bot" / "data" / "reference"
RIGHTS, LAW = ROOT / "bot" / "data" / "rights", ROOT / "bot" / "data" / "law"
DOMAIN = ROOT / "domain.yml"


@dataclass
class App:
    """What one process shares. `turns` is set by the first channel that starts."""

    settings: Settings
    ctx: Context
    redis: Optional["redis.Redis[bytes]"] = None
    turns: Optional[Any] = None


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(timezone.utc)


def build(settings: Settings, clock: Callable[[], datetime] = utc_now) -> App:
    """Builds everything for one process; connects to nothing yet."""
    ctx = Context(
        db=Database(open_engine(settings.database_url)),
        clock=clock,
        zone=settings.timezone,
        replies=load_replies(DOMAIN),
        places=load_gazetteer(REFERENCE),
        trades=load_trades(REFERENCE),
        rights=load_rights(RIGHTS, LAW),
    )
    shared = redis.Redis.from_url(settings.redis_url) if settings.redis_url else None
    return App(settings, ctx, shared)


_installed: List[App] = []


def install(app: App) -> None:
    """Makes `app` the process's own, instead of one built from the environment."""
    _installed[:] = [app]


def current() -> App:
    """The process's own: for Rasa, which builds channels, stores and actions by name and hands them nothing."""
    if not _installed:
        install(build(config.load(os.environ)))
    return _installed[0]
