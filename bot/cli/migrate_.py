"""`python -m bot migrate`."""

from __future__ import annotations

from typing import List

from alembic import command
from alembic.config import Config

from bot.config import ROOT


def main(argv: List[str]) -> int:
    """Brings the database of the settings to the newest schema."""
    upgrade()
    return 0


def upgrade() -> None:
    """Runs every migration that has not run yet."""
    alembic = Config(str(ROOT / "alembic.ini"))
    alembic.set_main_option("script_location", str(ROOT / "migrations"))
    command.upgrade(alembic, "head")
