"""`python -m bot import KIND FILE.csv`."""

from __future__ import annotations

import argparse
import os
import sys
from typing import List

from bot import config, wiring
from bot.services.importing import KINDS, BadRow, import_rows


def main(argv: List[str]) -> int:
    """Every bad row is named with its line and reason; good rows still go in. Status 1 where any was refused."""
    parser = argparse.ArgumentParser(prog="python -m bot import")
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("file")
    wanted = parser.parse_args(argv)
    ctx = wiring.build(config.load(os.environ)).ctx
    try:
        with open(wanted.file, encoding="utf-8-sig", newline="") as lines:
            report = import_rows(ctx, wanted.kind, lines)
    except (OSError, UnicodeDecodeError, BadRow) as why:
        print(f"读不了 {wanted.file}：{_plain(why)}", file=sys.stderr)
        return 1
    for line in report.refused:
        print(line, file=sys.stderr)
    print(f"导入 {report.added} 条，退回 {len(report.refused)} 条")
    return 1 if report.refused else 0


def _plain(why: Exception) -> str:
    if isinstance(why, FileNotFoundError):
        return "没有这个文件"
    return "不是 UTF-8 编码" if isinstance(why, UnicodeDecodeError) else str(why)
