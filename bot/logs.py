"""One log format for all processes."""
from __future__ import annotations

import logging
import sys


def set_up(level: str) -> None:
    """To standard error, so that commands may use standard output for what they are asked for."""
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s", force=True
    )
