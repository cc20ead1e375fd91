"""All cues together, compiled."""

from __future__ import annotations

import re
from typing import Dict, List, Pattern

from bot.nlu.cues import danger, service, talk, wages, work

PATTERNS: Dict[str, Pattern] = {
    name: re.compile(pattern)
    for topic in (danger, wages, work, service, talk)
    for name, pattern in topic.CUES.items()
}


def cues_in(text: str) -> List[str]:
    """Names of the cues that plain `text` holds."""
    return [name for name, pattern in PATTERNS.items() if pattern.search(text)]
