"""Work that is due, each piece by itself: one that fails stays due and does not stop the others."""

from __future__ import annotations

import logging
from typing import Any, Callable, Iterable

from bot.services.context import Context


def each(
    ctx: Context, log: logging.Logger, what: str, keys: Iterable[Any], work: Callable[[Context, Any], Any]
) -> int:
    """Calls `work` for every key; the sum of what it says it has done. A failure is logged by kind, never by text."""
    return sum(int(_safely(ctx, log, what, key, work) or 0) for key in keys)


def _safely(
    ctx: Context, log: logging.Logger, what: str, key: Any, work: Callable[[Context, Any], Any]
) -> Any:
    try:
        return work(ctx, key)
    except Exception as why:
        log.error("%s %s failed: %s", what, key, type(why).__name__)
        return 0
