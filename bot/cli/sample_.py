"""`python -m bot sample`: sample data for trying it out."""

from __future__ import annotations

import argparse
import os
import sys
from typing import List

from bot import config, wiring
from bot.cli import clock
from bot.services import sample


def main(argv: List[str]) -> int:
    """Only into an empty database, and only while no vendor is configured."""
    parser = argparse.ArgumentParser(prog="python -m bot sample")
    clock.add_option(parser)
    wanted = parser.parse_args(argv)
    settings = config.load(os.environ)
    if not settings.simulated:
        print("已接真实渠道，不装示例数据", file=sys.stderr)
        return 0
    clock.move(settings, wanted.clock)
    added = sample.load(wiring.build(settings).ctx)
    if added:
        print(f"已装入示例数据 {added} 条（招工单、驿站）", file=sys.stderr)
    return 0
