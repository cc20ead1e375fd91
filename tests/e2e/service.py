"""The whole service as a user starts it, on free ports and with data of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Iterator, Optional

import requests

from bot.config import ROOT
from tests.support.servers import free_port

START_SECONDS = 90


@dataclass
class Service:
    """Addresses of a running service, and the means to kill it."""

    folder: Path
    env: Dict[str, str]
    bot_url: str = ""
    console_url: str = ""
    log: Path = field(default_factory=Path)
    process: Optional["subprocess.Popen[bytes]"] = None

    def start(self) -> None:
        """Starts all processes and waits until both ports say that they are ready."""
        self.log = self.folder / "service.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "serve"],
                cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait_until_ready()

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """One command of the command line, with this service's settings."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *command], cwd=ROOT, env=self.env, capture_output=True, text=True
        )

    def kill(self) -> None:
        """SIGKILL to the supervisor, as the machine would: its processes end with it."""
        assert self.process
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._wait_until_gone()

    def stop(self) -> int:
        """SIGTERM, as Ctrl-C or an init system would; the exit status."""
        assert self.process
        self.process.terminate()
        return self.process.wait(30)

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if all(_ok(url) for url in (self.bot_url, self.console_url)):
                return
            if self.process and self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise AssertionError(f"did not start:\n{self.log.read_text()[-3000:]}")

    def _wait_until_gone(self) -> None:
        until = time.monotonic() + 30
        while any(_ok(url) for url in (self.bot_url, self.console_url)):
            assert time.monotonic() < until, "processes outlive their supervisor"
            time.sleep(0.1)


def _ok(url: str) -> bool:
    try:
        return requests.get(f"{url}/health", timeout=2).ok
    except requests.RequestException:
        return False


@contextmanager
def service(folder: Path, sample: bool = False, **settings: str) -> Iterator[Service]:
    """A running service; `settings` are environment variables. It must end cleanly."""
    bot, console = free_port(), free_port()
    env = {key: value for key, value in os.environ.items() if not key.startswith(("TWILIO_", "WECHAT_"))}
    env |= {
        "BOT_VAR": str(folder), "BOT_PORT": str(bot), "CONSOLE_PORT": str(console), "BOT_HOST": "127.0.0.1",
        "PUBLIC_URL": f"http://127.0.0.1:{bot}", "DATABASE_URL": f"sqlite:///{folder}/bot.db", **settings,
    }  # fmt: skip
    it = Service(folder, env, f"http://127.0.0.1:{bot}", f"http://127.0.0.1:{console}")
    if sample:
        assert it.run("migrate").returncode == 0
        done = it.run("sample")
        assert done.returncode == 0, done.stderr
    try:
        it.start()
        yield it
    finally:
        if it.process and it.process.poll() is None:
            assert it.stop() == 0
