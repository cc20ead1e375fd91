"""The messages to measure with: every file of tests/unseen/, and which of them were looked at while rules were written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bot.config import ROOT

FOLDER = ROOT / "tests" / "unseen"
# Read, and rules written after them, since 2026-11-24. All others are unseen: nobody opens or prints them.
SEEN = frozenset({"messages_1", "messages_2", "messages_3"})


class MessageSet(NamedTuple):
    """One file: `rows` as the contract has them, with `expect` (what should come out)."""

    name: str
    rows: Sequence[dict[str, Any]]

    @property
    def seen(self) -> bool:
        """Whether its messages were used for development."""
        return self.name in SEEN


def read_sets(folder: Path = FOLDER) -> list[MessageSet]:
    """All sets, messages_2 before messages_10. A line that is empty is none."""
    return [MessageSet(path.stem, _rows(path)) for path in _files(folder)]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("messages_*.jsonl"), key=lambda path: _natural(path.stem))


def _natural(name: str) -> list[tuple[str, int]]:
    return [(words, int(digits or 0)) for words, digits in re.findall(r"(\D+)(\d*)", name)]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def data_hash(folder: Path = FOLDER) -> str:
    """Changes with any message or with what is expected of it."""
    return digest(_files(folder))


def digest(files: Iterable[Path]) -> str:
    """Twelve hex digits over the files' contents."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
