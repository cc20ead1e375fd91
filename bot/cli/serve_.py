"""`python -m bot serve`: everything on one machine, under one supervisor."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Dict, List, Optional

from bot import config
from bot.cli import migrate_, train_
from bot.config import Settings

GRACE_SECONDS = 12
FIRST_PAUSE, LONGEST_PAUSE, CALM_SECONDS = 1.0, 10.0, 60.0


def main(argv: List[str]) -> int:
    """Starts every process, starts again what fails, ends all on SIGTERM or Ctrl-C."""
    settings = config.load(os.environ)
    migrate_.upgrade()
    if not any(train_.MODELS.glob("*.tar.gz")):
        train_.main([])
    supervisor = Supervisor([Child(name) for name in _names(settings)])
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: supervisor.stop.set())
    threading.Thread(target=_announce, args=(settings, supervisor.stop), daemon=True).start()
    supervisor.run()
    return 0


def _names(settings: Settings) -> List[str]:
    # Actions run inside the bot unless ACTIONS_URL gives them a server of their own.
    return ["bot", "delivery", "console"] + (["actions"] if settings.actions_url else [])


@dataclass
class Child:
    """One process and how it has fared."""

    name: str
    process: Optional["subprocess.Popen[bytes]"] = None
    started: float = 0.0
    start_at: float = 0.0
    pause: float = field(default=FIRST_PAUSE)

    def start(self, now: float) -> None:
        """Its standard input is a pipe of ours: when we die, it ends (bot/cli/process_.py)."""
        command = [sys.executable, "-m", "bot", "process", self.name, "--supervised"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, cwd=config.ROOT, start_new_session=True)
        self.started = now

    def look(self, now: float) -> None:
        """Starts it where it is due, and plans a new start where it has ended."""
        if self.process is None:
            if now >= self.start_at:
                self.start(now)
        elif self.process.poll() is not None:
            if now - self.started > CALM_SECONDS:
                self.pause = FIRST_PAUSE
            print(f"{self.name} 停了（状态 {self.process.returncode}），{self.pause:.0f} 秒后重启", file=sys.stderr)
            self.process, self.start_at = None, now + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)


class Supervisor:
    """Looks after the children until `stop` is set."""

    def __init__(self, children: List[Child]) -> None:
        self.children, self.stop = children, threading.Event()

    def run(self) -> None:
        """Blocks until all have ended."""
        while not self.stop.is_set():
            for child in self.children:
                child.look(time.monotonic())
            self.stop.wait(0.5)
        self._end()

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


def _announce(settings: Settings, stop: threading.Event) -> None:
    """Prints the addresses once everything answers."""
    urls: Dict[str, str] = {
        "机器人": f"http://127.0.0.1:{settings.bot_port}/health",
        "控制台": f"http://127.0.0.1:{settings.console_port}/health",
    }
    began, dots = time.monotonic(), 0
    print("正在启动…", file=sys.stderr, flush=True)
    while not all(_answers(url) for url in urls.values()):
        if stop.wait(0.5):
            return
        dots += 1
        if dots % 10 == 0:
            print(f"  还在启动({time.monotonic() - began:.0f} 秒)…", file=sys.stderr, flush=True)
    print(_addresses(settings), flush=True)


def _addresses(settings: Settings) -> str:
    console = f"http://localhost:{settings.console_port}"
    lines = ["已启动。", f"  控制台    {console}/"]
    if settings.simulated:
        lines.append(f"  模拟手机  {console}/simulator")
    lines += [
        f"  短信回调  {settings.public_url}/webhooks/sms/webhook",
        f"  微信回调  {settings.public_url}/webhooks/wechat/webhook",
        "按 Ctrl-C 停止。",
    ]
    return "\n".join(lines)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False
