"""`python -m bot process NAME`: one process, as the supervisor starts it."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from typing import List

from bot import config, wiring
from bot.cli import ports
from bot.engine import model_file


def main(argv: List[str]) -> int:
    """Runs until told to stop, or until its supervisor is gone."""
    parser = argparse.ArgumentParser(prog="python -m bot process")
    parser.add_argument("name", choices=sorted(PROCESSES))
    parser.add_argument("--supervised", action="store_true")
    wanted = parser.parse_args(argv)
    if wanted.supervised:
        threading.Thread(target=_end_with_supervisor, daemon=True).start()
    ports.check(config.load(os.environ), wanted.name)
    PROCESSES[wanted.name]()
    return 0


def _end_with_supervisor() -> None:
    """Standard input is a pipe from the supervisor: its end means that it died, however it died."""
    os.read(sys.stdin.fileno(), 1)  # not the buffered reader: its lock would be held while Python ends
    os.kill(os.getpid(), signal.SIGTERM)


def _bot() -> None:
    model_file.find()  # before Rasa, which takes seconds to load and says it less clearly
    from bot.channels.twilio_sms import TwilioSms
    from bot.channels.wechat import WeChat
    from bot.engine import server

    app = wiring.current()
    server.run(app, [TwilioSms(app), WeChat(app)])


def _delivery() -> None:
    from bot.delivery import main as delivery

    delivery.run(wiring.current())


def _console() -> None:
    from bot.console import main as console

    console.main()


def _actions() -> None:
    from rasa_sdk.endpoint import run

    run("bot.actions", port=ports.actions_port(config.load(os.environ)))


PROCESSES = {"bot": _bot, "delivery": _delivery, "console": _console, "actions": _actions}
