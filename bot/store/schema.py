"""Every table in one place, for migrations and tests."""

from __future__ import annotations

from sqlalchemy import MetaData

from bot.store import (  # noqa: F401  (they register their tables)
    bindings,
    cases,
    help,
    messages,
    people,
    promises,
    reviews,
    subscriptions,
    work,
)
from bot.store.base import Base


def metadata() -> MetaData:
    """The schema as the code wants it."""
    return Base.metadata
