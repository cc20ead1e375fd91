"""`python -m bot understand < messages.jsonl > understood.jsonl`."""

from __future__ import annotations

import sys
from typing import List

from bot.cli import understand


def main(argv: List[str]) -> int:
    """See bot/cli/understand.py."""
    return understand.main(argv, sys.stdin, sys.stdout)
