"""How long a WeChat webhook waits for its reply.

The platform hangs up after five seconds without an answer and brings the same message again, three times in
all; an answer, even an empty one, ends that. So a slow turn is held past five seconds on the first two
deliveries; on the third it is answered `success`, and a customer service message follows.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.channels.intake import in_thread
from bot.engine.turns import Turns
from bot.services import passive
from bot.services.context import Context
from bot.services.inbox import Accepted

log = logging.getLogger(__name__)
LONGEST_TEXT = 2048  # bytes of UTF-8 in one text message
DELIVERIES = 3
LOOK_AGAIN = 0.5  # seconds


@dataclass(frozen=True)
class Patience:
    """Seconds since the request: `answer` while a reply still reaches the platform, `hold` past its five."""

    answer: float = 4.6
    hold: float = 5.5


FOR_THE_PLATFORM = Patience()


class PassiveReply:
    """Takes a reply into the webhook's own answer, once; again only where the platform did not get it."""

    def __init__(self, ctx: Context, turns: Turns, patience: Patience) -> None:
        self._ctx, self._turns, self._patience = ctx, turns, patience

    async def text(self, accepted: Accepted, since: float, connected: Callable[[], bool]) -> str | None:
        """The reply, or None where the worker will send it. `since` is in the event loop's time."""
        came = self._ctx.clock()
        if await self._is_answered(accepted.inbound_id, since):
            return await self._take(accepted.inbound_id, came, connected)
        if accepted.deliveries < DELIVERIES:
            # The platform hangs up meanwhile, which cancels this, and comes again.
            await asyncio.sleep(_left(since, self._patience.hold))
        await in_thread(passive.release, self._ctx, accepted.inbound_id)
        return None

    async def _is_answered(self, inbound_id: int, since: float) -> bool:
        """Looks again now and then: the turn may run in another process, which cannot wake this one."""
        while True:
            left = _left(since, self._patience.answer)
            if await self._turns.wait(inbound_id, min(left, LOOK_AGAIN)):
                return True
            if left <= LOOK_AGAIN:
                return False

    async def _take(self, inbound_id: int, came: datetime, connected: Callable[[], bool]) -> str | None:
        taking = asyncio.ensure_future(
            in_thread(passive.take_fitting, self._ctx, inbound_id, LONGEST_TEXT, came)
        )
        try:
            text = await asyncio.shield(taking)
        except asyncio.CancelledError:
            asyncio.ensure_future(self._give_back(taking, inbound_id))
            raise
        if text is None or connected():
            return text
        await in_thread(passive.give_back, self._ctx, inbound_id)
        return None

    async def _give_back(self, taking: asyncio.Future[str | None], inbound_id: int) -> None:
        try:
            if await taking is not None:
                await in_thread(passive.give_back, self._ctx, inbound_id)
        except Exception as why:
            log.error("passive reply not given back: %s", type(why).__name__)


def _left(since: float, seconds: float) -> float:
    return max(0.0, since + seconds - asyncio.get_running_loop().time())
