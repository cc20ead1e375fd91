"""`make bench`: one message on one core, ours beside Rasa's stock Chinese pipeline. Writes docs/bench.md and .json."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import Any

from bench import stock
from bench.figures import Answer, Figures, figures
from bench.report import Run, as_json, as_text
from bench.sides import Side, interleaved, side
from bot.config import ROOT
from bot.engine import model_file
from bot.evaluation.sets import MessageSet, data_hash, read_sets

PAGE, RESULT = ROOT / "docs" / "bench.md", ROOT / "docs" / "bench.json"
_ROUNDS, _WARM_UP = 3, 50


def main(argv: list[str]) -> int:
    """Prints the page and writes it. Raises model_file.NoModel, stock.NotTrained."""
    parser = argparse.ArgumentParser(prog="python -m bench.understanding")
    parser.add_argument("--no-report", action="store_true", help="只打印，不改 docs/")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="每条消息问几遍")
    parser.add_argument("--epochs", type=int, default=stock.EPOCHS, help="标准流水线的 DIET 训练几轮")
    wanted = parser.parse_args(argv)
    models = {"ours": model_file.find(), "stock": stock.model(wanted.epochs)}
    sets = read_sets()
    with ExitStack() as stack:
        sides = [stack.enter_context(side(name, model)) for name, model in models.items()]
        ours, other = measure(sides, sets, wanted.rounds)
    run = Run(
        f"{datetime.now():%Y-%m-%d}",
        data_hash(),
        os.cpu_count() or 1,
        sum(len(each.rows) for each in sets),
        wanted.rounds,
        wanted.epochs,
        ours,
        other,
    )
    print(as_text(run))
    if not wanted.no_report:
        PAGE.write_text(as_text(run), encoding="utf-8")
        RESULT.write_text(as_json(run), encoding="utf-8")
    return 0


def measure(sides: Sequence[Side], sets: Sequence[MessageSet], rounds: int) -> list[Figures]:
    """Figures of each side, after some messages that do not count: first answers are slow everywhere."""
    rows = [row for each in sets for row in each.rows]
    unseen = [not each.seen for each in sets for _ in each.rows] * rounds
    interleaved(sides, rows[:_WARM_UP])
    asked = rows * rounds
    return [
        figures(answers, _right(answers, asked), unseen, each.ready)
        for each, answers in zip(sides, interleaved(sides, asked), strict=True)
    ]


def _right(answers: Sequence[Answer], rows: Sequence[dict[str, Any]]) -> list[bool]:
    return [answer.task == row["expect"]["task"] for answer, row in zip(answers, rows, strict=True)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
