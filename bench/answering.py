"""One side of the comparison in a process of its own: `python -m bench.answering ours|stock MODEL`.

Reads messages as JSON lines, writes one JSON line for each: `task`, `wall` and `cpu` (milliseconds), `memory` (MB). The first
line tells how long it took to be `ready` (seconds).
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import IO, Any

Answer = Callable[[dict[str, Any]], Awaitable[str]]
_STATUS = Path("/proc/self/status")


def main(argv: list[str]) -> int:
    """Ends with the input."""
    side, model = argv[0], Path(argv[1])
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is not our answer
    begun = time.perf_counter()
    _stay_on_one_core()
    answer = _ours(model) if side == "ours" else _stock(model)
    _write(out, {"ready": time.perf_counter() - begun})
    asyncio.run(_answer_all(answer, sys.stdin, out))
    return 0


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):  # not on macOS
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _ours(model: Path) -> Answer:
    from bot.nlu.understand import Understander  # noqa: PLC0415 - counts as starting

    bot = Understander(model)

    async def answer(row: dict[str, Any]) -> str:
        now = datetime.fromisoformat(row["now"])
        return str((await bot.understand(row["text"], now, row["role"], row["channel"]))["task"])

    return answer


def _stock(model: Path) -> Answer:
    from rasa.core.agent import Agent  # noqa: PLC0415 - counts as starting
    from rasa.core.channels.channel import UserMessage  # noqa: PLC0415

    from bot.engine.logs import quiet_rasa  # noqa: PLC0415

    quiet_rasa()
    processor = Agent.load(model).processor
    assert processor is not None

    async def answer(row: dict[str, Any]) -> str:
        return str((await processor.parse_message(UserMessage(row["text"])))["intent"]["name"])

    return answer


async def _answer_all(answer: Answer, lines: IO[str], out: IO[str]) -> None:
    for line in lines:
        row = json.loads(line)
        wall, cpu = time.perf_counter(), time.process_time()
        task = await answer(row)
        spent = {"wall": (time.perf_counter() - wall) * 1000, "cpu": (time.process_time() - cpu) * 1000}
        _write(out, {"task": task, **spent, "memory": _memory()})


def _memory() -> float:
    """MB in memory now; where that is not told, the most there was."""
    if _STATUS.exists():
        line = next(each for each in _STATUS.read_text().splitlines() if each.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _write(out: IO[str], answer: dict[str, Any]) -> None:
    out.write(json.dumps(answer) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
