"""The processes that are compared, asked in turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.figures import Answer
from bot.config import ROOT

# One message on one core: TensorFlow would spread it over all.
_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}


class Side:
    """One process: its answers, and `ready`, the seconds until it could answer."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.ready = float(self._read()["ready"])

    def ask(self, row: dict[str, Any]) -> Answer:
        """Waits for the answer. Raises RuntimeError where the process has ended."""
        assert self._process.stdin is not None
        asked = {name: row[name] for name in ("text", "now", "role", "channel")}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Answer(**self._read())

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("a side of the benchmark ended before its time")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def side(name: str, model: Path) -> Iterator[Side]:
    """Starts one process; ends it with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.answering", name, str(model)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **_QUIET},
    )
    try:
        yield Side(process)
    finally:
        process.kill()
        process.wait()


def interleaved(sides: Sequence[Side], rows: Iterable[dict[str, Any]]) -> list[list[Answer]]:
    """Each message to one side after the other, so that whatever else the machine does meets all alike."""
    answers: list[list[Answer]] = [[] for _ in sides]
    for row in rows:
        for each, found in zip(sides, answers, strict=True):
            found.append(each.ask(row))
    return answers
