"""Logging that keeps people's words out: Rasa and Sanic say little, and never at a level that prints messages."""
from __future__ import annotations

import logging
import warnings

from rasa.utils.log_utils import configure_structlog

_NOISY = ("rasa", "sanic.root", "sanic.access", "apscheduler", "matplotlib", "urllib3", "twilio.http_client", "jieba")


def quiet_rasa() -> None:
    """Left alone, Rasa's structlog prints every event, message texts included, whatever the level."""
    configure_structlog(logging.WARNING)
    warnings.simplefilter("ignore")  # Rasa switches its own warnings on again
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
