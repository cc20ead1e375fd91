"""Takes due messages, hands each to its channel's sender, and writes down what became of it.

It knows the contract of bot/channels/base.py, never a vendor.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Dict, List

from bot.channels.base import Next, Sender, SendError, Sent
from bot.core.address import SMS
from bot.services import outbox
from bot.services.context import Context
from bot.services.outbox import Due
from bot.store.messages import DELIVERED, SENT, Outbox
from bot.store.people import sms_address

log = logging.getLogger(__name__)
BATCH, PARALLEL = 20, 8
MOST_ATTEMPTS = 8
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=15)
GAVE_UP = ("error", "多次出错，没有送出")


class DeliveryWorker:
    """One worker process; several may run side by side."""

    def __init__(self, ctx: Context, senders: Dict[str, Sender]) -> None:
        self._ctx, self._senders = ctx, senders
        self._pool = ThreadPoolExecutor(PARALLEL, thread_name_prefix="send")

    def run_once(self) -> int:
        """Sends what is due now; how many messages were taken."""
        due = outbox.claim(self._ctx, list(self._senders), BATCH)
        list(self._pool.map(self.deliver, _by_address(due)))
        return len(due)

    def deliver(self, messages: List[Due]) -> None:
        """One address's messages, in order."""
        for message in messages:
            try:
                self._one(message)
            except Exception as why:
                self._failed(message, why)

    def _failed(self, message: Due, why: Exception) -> None:
        """Something unforeseen: the row stays claimed and is taken again after its time, but not without end."""
        log.error("delivery of %d failed: %s", message.id, type(why).__name__)
        if message.attempts >= MOST_ATTEMPTS:
            outbox.give_up(self._ctx, message, *GAVE_UP)

    def _one(self, message: Due) -> None:
        if not outbox.renew(self._ctx, message):
            return
        if message.retaken and message.attempts > MOST_ATTEMPTS:  # the whole process died with it every time
            outbox.give_up(self._ctx, message, *GAVE_UP)
            return
        sender = self._senders[message.address.channel]
        try:
            sent = _already_sent(sender, message) or sender.send(message)
        except SendError as why:
            self._not_taken(message, why)
        else:
            self._taken(message, sent)

    def _taken(self, message: Due, sent: Sent) -> None:
        state = DELIVERED if sent.final else SENT
        outbox.sent(self._ctx, message.id, sent.vendor_id, sent.via, state, message.claim)

    def _not_taken(self, message: Due, why: SendError) -> None:
        if why.tell_staff:
            log.error("delivery needs attention: %s", why)
        if why.next is Next.RETRY and message.attempts < MOST_ATTEMPTS:
            outbox.retry(self._ctx, message, why.retry_after or pause(message.attempts), why.code, why.reason)
        elif why.next is Next.OTHER_CHANNEL:
            self._other_channel(message, why)
        elif why.next is Next.HOLD:
            outbox.hold(self._ctx, message, why.code, why.reason)
        else:
            outbox.give_up(self._ctx, message, why.code, why.reason)

    def _other_channel(self, message: Due, why: SendError) -> None:
        """By SMS where the person's phone is known, else kept until he writes again."""
        with self._ctx.db.reading() as session:
            row = session.get(Outbox, message.id)
            phone = sms_address(session, row.person_id) if row.channel != SMS else None
        if phone is not None:
            outbox.reroute(self._ctx, message, phone, why.code, why.reason)
        else:
            outbox.hold(self._ctx, message, why.code, why.reason)


def _already_sent(sender: Sender, message: Due):
    """After a crash between the vendor's yes and our note of it: asked first, not sent twice."""
    return sender.find_sent(message) if message.retaken else None


def _by_address(due: List[Due]) -> List[List[Due]]:
    groups: Dict[object, List[Due]] = {}
    for message in due:
        groups.setdefault(message.address, []).append(message)
    return list(groups.values())


def pause(attempts: int) -> timedelta:
    """2 s, 4 s, 8 s … at most 15 minutes."""
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
