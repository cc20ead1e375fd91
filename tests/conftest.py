"""Databases and contexts for all tests: real SQLite files, a real PostgreSQL, a real Redis-protocol server."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy

from bot.config import ROOT
from bot.core.cases.handbook import Handbook, load_handbook
from bot.core.places import Gazetteer, load_gazetteer
from bot.core.replies import Replies, load_replies
from bot.core.rights import RightsBook, load_rights
from bot.core.trades import TradeBook, load_trades
from bot.services.context import Context
from bot.store.schema import metadata
from bot.store.session import Database, open_engine
from tests.support.clock import Clock
from tests.support.servers import postgres_server, redis_server

REFERENCE = ROOT / "bot" / "data" / "reference"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """One PostgreSQL server for the whole run."""
    with postgres_server() as url:
        yield url.replace("postgresql://", "postgresql+psycopg2://")


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """One Redis-protocol server for the whole run."""
    with redis_server() as url:
        yield url


@pytest.fixture(scope="session")
def places() -> Gazetteer:
    """The real reference data."""
    return load_gazetteer(REFERENCE)


@pytest.fixture(scope="session")
def trades() -> TradeBook:
    """The real reference data."""
    return load_trades(REFERENCE)


@pytest.fixture(scope="session")
def replies() -> Replies:
    """The real texts."""
    return load_replies(ROOT / "domain.yml")


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real law and contacts."""
    return load_handbook(ROOT / "bot" / "data")


@pytest.fixture(scope="session")
def rights() -> RightsBook:
    """The real answers."""
    return load_rights(ROOT / "bot" / "data" / "rights", ROOT / "bot" / "data" / "law")


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 9:10 in Wuhan, until it is moved."""
    return Clock()


def fresh_postgres(url: str) -> str:
    """An empty database on the server; its URL."""
    admin = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE IF EXISTS test WITH (FORCE)")
        connection.exec_driver_sql("CREATE DATABASE test")
    admin.dispose()
    return str(sqlalchemy.engine.make_url(url).set(database="test").render_as_string(hide_password=False))


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with all tables, on both kinds."""
    postgres = request.param == "postgres"
    url = (
        fresh_postgres(request.getfixturevalue("postgres_url"))
        if postgres
        else f"sqlite:///{tmp_path}/test.db"
    )
    engine = open_engine(url)
    metadata().create_all(engine)
    yield Database(engine)
    engine.dispose()


@pytest.fixture
def ctx(
    database: Database,
    clock: Clock,
    places: Gazetteer,
    trades: TradeBook,
    replies: Replies,
    rights: RightsBook,
    handbook: Handbook,
) -> Context:
    """What a use case is handed."""
    return Context(database, clock, ZoneInfo("Asia/Shanghai"), replies, places, trades, rights, handbook)


@pytest.fixture
def sqlite_ctx(
    tmp_path: Path,
    clock: Clock,
    places: Gazetteer,
    trades: TradeBook,
    replies: Replies,
    rights: RightsBook,
    handbook: Handbook,
) -> Context:
    """The same on SQLite only, where the kind of database does not matter."""
    engine = open_engine(f"sqlite:///{tmp_path}/test.db")
    metadata().create_all(engine)
    return Context(
        Database(engine), clock, ZoneInfo("Asia/Shanghai"), replies, places, trades, rights, handbook
    )
