"""Where the reference tables are."""

from __future__ import annotations

from bot.config import ROOT

REFERENCE = ROOT / "bot" / "data" / "reference"
