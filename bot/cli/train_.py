"""`python -m bot train [--if-needed]`."""

from __future__ import annotations

import argparse
import sys
from typing import List


def main(argv: List[str]) -> int:
    """Trains the model; with --if-needed only where there is none or its data has changed."""
    parser = argparse.ArgumentParser(prog="python -m bot train")
    parser.add_argument("--if-needed", action="store_true", help="模型已是最新就不训练")
    wanted = parser.parse_args(argv)
    from bot.nlu import training

    if wanted.if_needed and not training.needs_training():
        return 0
    print("正在训练模型，大约需要半分钟…", file=sys.stderr, flush=True)
    try:
        path = training.train()
    except training.TrainingFailed as why:
        print(f"训练没有成功，原来的模型没动：{why}", file=sys.stderr)
        return 1
    print(f"模型已训练好：{path.name}", file=sys.stderr)
    return 0
