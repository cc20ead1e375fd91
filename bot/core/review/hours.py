"""Days that are too long, weeks without rest."""

from __future__ import annotations

import re
from typing import Iterator, List

from bot.core.review.facts import BLOCK, NOTE, Background, Facts, Finding
from bot.core.review.words import asked, quoted

NORMAL, LONGEST = 8, 11  # hours a day: 8, and at most 3 more
_HOURS = re.compile(
    r"(?<![\d.])(?:(\d{1,2}(?:\.5)?)\s*[-~到至]\s*)?(\d{1,2}(?:\.5)?)\s*个?(?:多)?(?:小时|钟头|h(?![a-z]))(?!\s*\d*\s*(?:元|块))"
)
_SPAN = re.compile(
    r"(?:早上?|上午)?\s*(\d{1,2})(?:[::点.](\d{2})?(半)?)\s*[-~到至]+\s*(晚上?|下午|夜里|次日|第二天)?(?:早上?)?\s*(\d{1,2})(?:[::点.](\d{2})?(半)?)"
)
_NO_REST = re.compile(r"无休(?!止)|没有休息|不休息|全月无休|月休0|连轴转|做满30天|干满30天才")


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    most = max(_stated(facts.text), default=0.0)
    if most > LONGEST:
        yield Finding(
            "hours",
            BLOCK,
            f"一天像是要做{most:g}小时",
            "劳动法第三十六条（每日不超过八小时）、第四十一条（延长每日不得超过三小时）",
            f"一天连加班最多{LONGEST}小时，请改工时",
        )
    elif most > NORMAL:
        yield Finding(
            "hours_over_8", NOTE, f"一天{most:g}小时，超过8小时的要算加班", "劳动法第三十六条、第四十一条"
        )
    rest = asked(facts.text.replace("无休", "全月无休"), _NO_REST)
    if rest:
        yield Finding("no_rest", NOTE, f"没有休息日：{quoted(rest)}", "劳动法第三十八条：每周至少休息一日")


def _stated(text: str) -> List[float]:
    hours = [float(match[2]) for match in _HOURS.finditer(text)]
    return [each for each in hours + _from_clock(text) if each <= 24]


def _from_clock(text: str) -> List[float]:
    """“早7点到晚8点”: from the first to the last hour, an hour for meals taken off a long day."""
    found = []
    for match in _SPAN.finditer(text):
        start = int(match[1]) + (0.5 if match[3] else int(match[2] or 0) / 60)
        end = int(match[5]) + (0.5 if match[7] else int(match[6] or 0) / 60)
        if end <= start or match[4] in ("晚", "晚上", "下午") and end <= 12:
            end += 12
        length = end - start
        found.append(length - 1 if length > 9 else length)
    return found
