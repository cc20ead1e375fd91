"""Alembic's environment: the schema of bot.store, the database of the settings."""

from __future__ import annotations

import os

from alembic import context

from bot import config
from bot.store.schema import metadata
from bot.store.session import open_engine


def _run() -> None:
    # SQLite cannot alter a table: batch mode copies it.
    with open_engine(config.load(os.environ).database_url).connect() as connection:
        context.configure(
            connection=connection, target_metadata=metadata(), render_as_batch=True, compare_type=True
        )
        with context.begin_transaction():
            context.run_migrations()
        if connection.in_transaction():
            connection.commit()


_run()
