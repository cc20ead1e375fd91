"""`python -m bot train [--if-needed]`."""
from __future__ import annotations

import argparse
import os
import sys
from typing import List

from bot.config import ROOT

MODELS = ROOT / "bot" / "models"


def main(argv: List[str]) -> int:
    """Trains the model; with --if-needed only where there is none or its data has changed."""
    parser = argparse.ArgumentParser(prog="python -m bot train")
    parser.add_argument("--if-needed", action="store_true", help="模型已是最新就不训练")
    wanted = parser.parse_args(argv)
    from bot.engine import logs
    from bot.nlu import training

    logs.quiet_rasa()
    os.environ["LOG_LEVEL"] = "ERROR"  # Rasa draws a bar for every step unless it is told to say nothing
    if wanted.if_needed and not training.needs_training():
        return 0
    print("正在训练模型，大约需要半分钟…", file=sys.stderr, flush=True)
    path = training.train(MODELS)
    print(f"模型已训练好：{path.name}", file=sys.stderr)
    return 0
