"""`python -m bot evaluate`."""

from __future__ import annotations

from typing import List

from bot.evaluation import evaluate


def main(argv: List[str]) -> int:
    """See bot/evaluation/evaluate.py."""
    return evaluate.main(argv)
