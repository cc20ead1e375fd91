"""Starts processes and starts again what fails, until told to stop or until it is plain that this does not help."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import List, Optional

from bot.config import ROOT

GRACE_SECONDS = 12
FIRST_PAUSE, LONGEST_PAUSE, CALM_SECONDS = 1.0, 10.0, 60.0
# So many ends in a row, each so soon after the start: another start will not help.
EARLY_DEATHS, EARLY_SECONDS = 5, 20.0


@dataclass
class Child:
    """One process and how it has fared."""

    name: str
    command: List[str]
    process: Optional["subprocess.Popen[bytes]"] = None
    started: float = 0.0
    start_at: float = 0.0
    pause: float = FIRST_PAUSE
    early_deaths: int = 0

    @property
    def hopeless(self) -> bool:
        """True where its last starts have all ended early."""
        return self.early_deaths >= EARLY_DEATHS

    def start(self, now: float) -> None:
        """Its standard input is a pipe of ours: when we die, it ends (bot/cli/process_.py)."""
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, cwd=ROOT, start_new_session=True)
        self.started = now

    def look(self, now: float) -> None:
        """Starts it where it is due, and plans a new start where it has ended."""
        if self.process is None:
            if now >= self.start_at:
                self.start(now)
        elif self.process.poll() is not None:
            self._died(now)

    def _died(self, now: float) -> None:
        assert self.process
        lived, status = now - self.started, self.process.returncode
        self.early_deaths = self.early_deaths + 1 if lived < EARLY_SECONDS else 0
        if lived > CALM_SECONDS:
            self.pause = FIRST_PAUSE
        after = "" if self.hopeless else f"，{self.pause:.0f} 秒后重启"
        print(f"{self.name} 停了（状态 {status}）{after}", file=sys.stderr, flush=True)
        self.process, self.start_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)


class Supervisor:
    """Looks after the children until `stop` is set, or one of them is hopeless."""

    def __init__(self, children: List[Child]) -> None:
        self.children, self.stop = children, threading.Event()

    def run(self) -> int:
        """Blocks until all have ended; the exit status."""
        hopeless: Optional[Child] = None
        while hopeless is None and not self.stop.is_set():
            for child in self.children:
                child.look(time.monotonic())
            hopeless = next((child for child in self.children if child.hopeless), None)
            self.stop.wait(0.5)
        self.stop.set()
        self._end()
        if hopeless:
            print(
                f"{hopeless.name} 连续 {EARLY_DEATHS} 次一启动就停，全部停止；原因见上面 {hopeless.name} 的最后几行",
                file=sys.stderr,
            )
        return 1 if hopeless else 0

    def _end(self) -> None:
        alive = [child.process for child in self.children if child.process and child.process.poll() is None]
        for process in alive:
            process.terminate()
        until = time.monotonic() + GRACE_SECONDS
        for process in alive:
            try:
                process.wait(max(until - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                process.kill()
