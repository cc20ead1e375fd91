"""Stands in for a vendor that is not configured: the simulator page shows what the outbox says was sent."""

from __future__ import annotations

from bot.channels.base import Sent
from bot.services.outbox import Due


class SimulatorSender:
    """Takes every message."""

    def __init__(self, channel: str) -> None:
        self.channel = channel

    def send(self, message: Due) -> Sent:
        """Nothing leaves this machine."""
        return Sent(f"sim-{message.id}", via="simulator", final=True)

    def find_sent(self, message: Due) -> Sent | None:
        """Keeps no record: sending the same row again changes nothing."""
        return None
