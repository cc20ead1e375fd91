"""What every table shares: metadata, UTC times, JSON kept as text."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any, Optional

from sqlalchemy import DateTime, MetaData, Text
from sqlalchemy.orm import declarative_base
from sqlalchemy.types import TypeDecorator

# Named constraints, so that migrations can drop them on both databases.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# What a column holds of a person: see bot/store/forgetting.py.
PERSONAL = {"personal": True}
MENTIONS = {"mentions": True}
Base: Any = declarative_base(metadata=MetaData(naming_convention=NAMES))


class UtcTime(TypeDecorator):
    """An aware datetime, stored as naive UTC (SQLite has no zones) and given back aware in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: Optional[datetime], dialect: Any) -> Optional[datetime]:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: Optional[datetime], dialect: Any) -> Optional[datetime]:
        return value.replace(tzinfo=timezone.utc) if value else None


class JsonText(TypeDecorator):
    """A JSON value kept as text: the same on SQLite and PostgreSQL, Chinese readable in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str:
        # PostgreSQL refuses NUL in text; the escaped form would come back as one.
        return json.dumps(value, ensure_ascii=False, sort_keys=True).replace("\\u0000", "")

    def process_result_value(self, value: Optional[str], dialect: Any) -> Any:
        return json.loads(value) if value else None
