"""`python -m bot evaluate`: measures the trained model on tests/unseen/; writes docs/understanding.md and its picture."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

from bot.config import ROOT
from bot.engine import model_file
from bot.evaluation import picture, stock
from bot.evaluation.ablations import ablations
from bot.evaluation.laboratory import Laboratory
from bot.evaluation.report import Answered, Facts, report
from bot.evaluation.scores import Pair
from bot.evaluation.sets import FOLDER, MessageSet, data_hash, read_sets
from bot.nlu.understand import Understander

REPORT = ROOT / "docs" / "understanding.md"
PICTURE = ROOT / "docs" / "images" / "confusion.png"
_SHOWN = 20


def main(argv: list[str]) -> int:
    """Prints the report and writes it. Raises model_file.NoModel."""
    parser = argparse.ArgumentParser(prog="python -m bot evaluate")
    parser.add_argument("--no-report", action="store_true", help="只打印，不改 docs/")
    parser.add_argument("--misses", type=int, default=_SHOWN, help="列出多少条错得最有把握的")
    parser.add_argument("--messages", type=Path, default=FOLDER, help="消息所在的目录；默认 tests/unseen/")
    wanted = parser.parse_args(argv)
    bot = Understander(model_file.find())
    sets = read_sets(wanted.messages)
    times: list[tuple[float, float]] = []
    answered = asyncio.run(_ask(bot, sets, times))
    rows = [row for each in sets for row in each.rows]
    parts = ablations(Laboratory(bot.agent), rows)
    wall, cpu = (median(each) * 1000 for each in zip(*times, strict=True))
    facts = Facts(f"{datetime.now():%Y-%m-%d}", data_hash(wanted.messages), wall, cpu)
    text = report(facts, answered, parts, stock.read(), wanted.misses)
    print(text)
    if not wanted.no_report:
        REPORT.write_text(text, encoding="utf-8")
        picture.draw([pair for each in answered for pair in each.pairs], PICTURE)
    return 0


async def _ask(
    bot: Understander, sets: Sequence[MessageSet], times: list[tuple[float, float]]
) -> list[Answered]:
    return [Answered(each.name, each.seen, await _ask_one(bot, each, times)) for each in sets]


async def _ask_one(bot: Understander, messages: MessageSet, times: list[tuple[float, float]]) -> list[Pair]:
    """Adds the seconds of the clock and of the processor that each message took."""
    pairs = []
    for row in messages.rows:
        now = datetime.fromisoformat(row["now"])
        begun, worked = time.perf_counter(), time.process_time()
        got = await bot.understand(row["text"], now, row["role"], row["channel"])
        times.append((time.perf_counter() - begun, time.process_time() - worked))
        pairs.append(Pair(row["text"], row["expect"], got))
    return pairs
