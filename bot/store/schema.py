"""Every table in one place, for migrations and tests."""

from __future__ import annotations

from sqlalchemy import MetaData

from bot.store import help, messages, people, reviews, work  # noqa: F401  (they register their tables)
from bot.store.base import Base


def metadata() -> MetaData:
    """The schema as the code wants it."""
    return Base.metadata
