"""`python -m bot evidence CASE`."""

from __future__ import annotations

import argparse
import os
import sys
from typing import List

from bot import config, wiring
from bot.services.cases.evidence import sheet


def main(argv: List[str]) -> int:
    """Prints the sheet of one case (“W12” or 12) for the file or the printer. Status 1 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m bot evidence")
    parser.add_argument("case")
    number = parser.parse_args(argv).case.upper().lstrip("W")
    ctx = wiring.build(config.load(os.environ)).ctx
    text = sheet(ctx, int(number)) if number.isdecimal() else None
    if text is None:
        print("没有这个案件", file=sys.stderr)
        return 1
    print(text, end="")
    return 0
