"""An employer's message cut into its jobs: “木工3个400,小工5个280” are two, where each count has a trade beside it."""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

from bot.nlu.reading import Reading, Span

_BETWEEN = re.compile(r"[的名个位人招要请需缺:, ]{0,3}")
_MARK = re.compile(r"(?:^|(?<=[\s,。;:]))\(?\d{1,2}[.、):]?\s*$")
_EACH = re.compile(r"各(?:要|招|来)?[\d一二两三四五六七八九十]+[个名人]")
_HIRING = re.compile(r"招|要|请|缺|需")


class Parts(NamedTuple):
    """`texts`: one a job, the first with what stands before it; `unclear`: several jobs, and no plain cut."""

    texts: List[str]
    unclear: bool


def cut(reading: Reading) -> Parts:
    """The parts of a message that all readers have read; one part where it tells one job."""
    text = reading.text
    counts = [span for span in reading.spans if span.kind == "headcount"]
    trades = sorted(span for span in reading.spans if span.kind == "trade")
    if _EACH.search(text) and len({text[t.start : t.end] for t in trades}) > 1:
        return Parts([text], True)
    starts = [
        start for start in (_start(text, count, trades) for count in sorted(counts)) if start is not None
    ]
    if len(counts) < 2 or len(starts) < 2:
        return Parts([text], False)
    return Parts(_texts(text, starts), False)


def _start(text: str, count: Span, trades: List[Span]) -> Optional[int]:
    """Where the job of this count begins; None where no trade stands in it or beside it."""
    for trade in trades:
        if count.start <= trade.start < count.end:
            return count.start
        if trade.start < count.start and _BETWEEN.fullmatch(text[trade.end : count.start]):
            return trade.start
    for trade in trades:
        if count.end <= trade.start and _BETWEEN.fullmatch(text[count.end : trade.start]):
            return count.start
    return None


def _texts(text: str, starts: List[int]) -> List[str]:
    ends = [*starts[1:], len(text)]
    parts = [text[start:end] for start, end in zip([0, *starts[1:]], ends, strict=True)]
    parts = [_MARK.sub("", part).strip(" ,。;、") for part in parts]
    return [part if _HIRING.search(part) else f"招{part}" for part in parts]
