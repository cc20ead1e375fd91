"""`python -m bot serve`: everything on one machine, under one supervisor."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
import urllib.request
from typing import List

from bot import config
from bot.cli import clock, migrate_, ports, train_
from bot.cli.supervisor import Child, Supervisor
from bot.config import Settings
from bot.engine import model_file
from bot.store.moved_clock import MovedClock


def main(argv: List[str]) -> int:
    """Starts every process, starts again what fails, ends all on SIGTERM or Ctrl-C.

    Status 0 where it was told to end, 1 where a process could not be kept alive, 2 where a port is taken.
    """
    parser = argparse.ArgumentParser(prog="python -m bot serve")
    clock.add_option(parser)
    wanted = parser.parse_args(argv)
    settings = config.load(os.environ)
    clock.move(settings, wanted.clock)
    names = _names(settings)
    for name in names:
        ports.check(settings, name)
    migrate_.upgrade()
    if not model_file.is_whole(model_file.MODELS / model_file.MODEL_NAME) and train_.main([]) != 0:
        return 1
    supervisor = Supervisor([Child(name, _command(name)) for name in names])
    for signal_name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_name, lambda *_: supervisor.stop.set())
    threading.Thread(target=_announce, args=(settings, supervisor.stop), daemon=True).start()
    return supervisor.run()


def _names(settings: Settings) -> List[str]:
    # Actions run inside the bot unless ACTIONS_URL gives them a server of their own.
    return ["bot", "delivery", "console"] + (["actions"] if settings.actions_url else [])


def _command(name: str) -> List[str]:
    return [sys.executable, "-m", "bot", "process", name, "--supervised"]


def _announce(settings: Settings, stop: threading.Event) -> None:
    """Prints the addresses once everything answers."""
    urls = [f"{url}/health" for url in (settings.local_bot_url, settings.local_console_url)]
    began, dots = time.monotonic(), 0
    print("正在启动…", file=sys.stderr, flush=True)
    while not all(_answers(url) for url in urls):
        if stop.wait(0.5):
            return
        dots += 1
        if dots % 10 == 0:
            print(f"  还在启动({time.monotonic() - began:.0f} 秒)…", file=sys.stderr, flush=True)
    print(_addresses(settings), flush=True)


def _addresses(settings: Settings) -> str:
    console = settings.local_console_url.replace("//127.0.0.1:", "//localhost:")
    lines = ["已启动。", f"  控制台    {console}/"]
    if settings.simulated:
        lines.append(f"  模拟手机  {console}/simulator")
        lines.append(f"  时钟      {_now(settings)}")
    lines += [
        f"  短信回调  {settings.public_url}/webhooks/sms/webhook",
        f"  微信回调  {settings.public_url}/webhooks/wechat/webhook",
        "按 Ctrl-C 停止。",
    ]
    return "\n".join(lines)


def _now(settings: Settings) -> str:
    moved = MovedClock(settings.var)
    local = moved().astimezone(settings.timezone)
    return f"{local:%Y-%m-%d %H:%M}" + ("（演示时钟，已拨过）" if moved.is_moved else "")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False
