"""The delivery process: the outbox as fast as it fills, the clockwork every few seconds."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any

from bot.channels.registry import senders
from bot.delivery.worker import DeliveryWorker
from bot.services import clockwork
from bot.wiring import App

log = logging.getLogger(__name__)
IDLE_SECONDS = 0.2
TICK_EVERY = 25  # idle rounds between two looks at the clock: five seconds


def run(app: App) -> None:
    """Runs until SIGTERM or SIGINT; what is being sent is finished first."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    worker = DeliveryWorker(app.ctx, senders(app))
    rounds = 0
    while not stop.is_set():
        rounds += 1
        sent = _safely("outbox", worker.run_once)
        if rounds % TICK_EVERY == 0:
            _safely("clockwork", clockwork.tick, app.ctx)
        if not sent:
            stop.wait(IDLE_SECONDS)


def _safely(what: str, function: Any, *args: Any) -> int:
    """The database may be away for a while; nothing is lost meanwhile."""
    try:
        return function(*args)
    except Exception as why:
        log.error("%s failed: %s", what, type(why).__name__)
        return 0
