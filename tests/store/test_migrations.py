"""The migrations make the schema that the code wants, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.cli import migrate_
from bot.store.schema import metadata
from bot.store.session import open_engine
from tests.conftest import fresh_postgres


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_migrated_is_what_the_code_wants(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    if kind == "postgres":
        url = fresh_postgres(request.getfixturevalue("postgres_url"))
    monkeypatch.setenv("DATABASE_URL", url)
    migrate_.upgrade()
    migrate_.upgrade()  # harmless to repeat
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata()) == []
    engine.dispose()
