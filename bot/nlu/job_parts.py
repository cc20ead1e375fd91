"""An employer's message cut into its jobs: “木工3个400,小工5个280” are two, where each count has a trade beside it."""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

from bot.nlu.reading import Reading, Span

_BETWEEN = re.compile(r"[的名个位人招要请需缺:, ]{0,3}")
_MARK = re.compile(r"(?:^|(?<=[\s,。;:]))\(?\d{1,2}[.、):]?\s*$")
_COMMA = re.compile(r"[,。;!]\s*")
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
    starts = [starts[0], *(_clause_start(text, start, reading.spans) for start in starts[1:])]
    pays = [span for span in reading.spans if span.kind == "pay"]
    return Parts(_texts(text, starts, pays, trades), False)


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


def _clause_start(text: str, start: int, spans: List[Span]) -> int:
    """“…5个小工,后天3个木工”: the day in front belongs to the second job."""
    told = [span.end for span in spans if span.kind in ("headcount", "trade", "pay") and span.end <= start]
    after = max(told, default=0)
    comma = _COMMA.search(text, after, start)
    return comma.end() if comma else start


def _texts(text: str, starts: List[int], pays: List[Span], trades: List[Span]) -> List[str]:
    """One a job. A pay that stands elsewhere behind the job's trade (“洗碗工2名,服务员3名,工资:洗碗工3500…”) is its own."""
    bounds = list(zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True))
    words = [_word_at(text, start, trades) for start in starts]
    parts = [list(text[start:end]) for start, end in bounds]
    for pay in pays:
        before = [trade for trade in trades if trade.end <= pay.start]
        word = text[before[-1].start : before[-1].end] if before else ""
        home = next((at for at, (start, end) in enumerate(bounds) if start <= pay.start < end), 0)
        if word in words and words.index(word) != home:
            parts[home][pay.start - bounds[home][0] : pay.end - bounds[home][0]] = " " * (pay.end - pay.start)
            parts[words.index(word)] += f" {text[pay.start : pay.end]} "
    whole = [_MARK.sub("", "".join(part)).strip(" ,。;、") for part in parts]
    return [part if _HIRING.search(part) else f"招{part}" for part in whole]


def _word_at(text: str, start: int, trades: List[Span]) -> str:
    """The word for the trade of the job that begins here."""
    found = next(trade for trade in trades if trade.start >= start)
    return text[found.start : found.end]
