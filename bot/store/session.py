"""Engines and sessions for SQLite and PostgreSQL."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Iterator

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_MILLISECONDS = 30_000


def open_engine(url: str) -> Engine:
    """Connects lazily. Statement parameters never reach a log or an error text (they hold names and numbers)."""
    if not url.startswith("sqlite"):
        return create_engine(url, future=True, hide_parameters=True, pool_pre_ping=True, pool_size=10)
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, future=True, hide_parameters=True, connect_args={"timeout": BUSY_MILLISECONDS / 1000}
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, record: Any) -> None:
    # The driver's own transaction handling begins too late for a race-free read-then-write.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    reads = connection.get_execution_options().get("reads_only")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


class Database:
    """Opens transactions. `writing` commits at the end of the block or leaves nothing behind."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._session: Callable[..., Session] = sessionmaker(engine, future=True, expire_on_commit=False)
        self._reader = sessionmaker(
            engine.execution_options(reads_only=True), future=True, expire_on_commit=False
        )

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that may write."""
        with self._session() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that only reads and never waits for writers."""
        with self._reader() as session, session.begin():
            yield session
