"""Rasa logs past the standard levels: its structlog prints every event, message texts included."""

from __future__ import annotations

import logging

from rasa.utils.log_utils import configure_structlog


def quiet_rasa() -> None:
    """Left alone, it prints at every level. What still comes through is seen to by bot/logs.py."""
    configure_structlog(logging.WARNING)
    logging.getLogger("rasa").setLevel(logging.WARNING)
