"""What a channel must offer to the delivery worker, and how it says that something went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import NamedTuple, Optional, Protocol

from bot.services.outbox import Due


class Refused(Exception):
    """A webhook request that is not taken: an HTTP `status` and a sentence that repeats nothing of it."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class Next(Enum):
    """What to do with a message that the vendor did not take."""

    RETRY = "retry"  # may pass later
    GIVE_UP = "give_up"  # will never pass; staff see it
    OTHER_CHANNEL = "other_channel"  # by SMS where a phone is known, else hold
    HOLD = "hold"  # until the person writes again


@dataclass
class SendError(Exception):
    """Why a message was not taken. `reason` is plain Chinese for staff, without text, number or secret."""

    next: Next
    code: str
    reason: str
    retry_after: Optional[timedelta] = None
    tell_staff: bool = False

    def __str__(self) -> str:
        return f"{self.code} {self.reason}"


class Rule(NamedTuple):
    """What a vendor's code means. `after`: seconds (None: the worker's pace); `staff`: they must see to it."""

    next: Next
    reason: str
    after: Optional[int] = None
    staff: bool = False

    def error(self, code: str) -> SendError:
        """The same as the worker reads it."""
        after = timedelta(seconds=self.after) if self.after else None
        return SendError(self.next, code, self.reason, after, self.staff)


@dataclass(frozen=True)
class Sent:
    """The vendor's acceptance. `final` where there will be no receipt."""

    vendor_id: str
    via: str = "api"
    final: bool = False


class Sender(Protocol):
    """Sends one message, synchronously, outside of any transaction."""

    channel: str

    def send(self, message: Due) -> Sent:
        """Hands it to the vendor. Raises SendError, whose `next` says what happens with it."""

    def find_sent(self, message: Due) -> Optional[Sent]:
        """After a crash in the middle of sending: the vendor's record of it, or None where it has none."""
