"""Lock stores that keep one person's messages in order. Written against Rasa 3.6.21 (`rasa.core.lock_store`).

Rasa's own let waiters poll once a second, and the Redis one reads and writes in two steps.
"""

from __future__ import annotations

import asyncio
import uuid
from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Dict, Optional

import redis.asyncio
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LockError, LockStore
from rasa.utils.endpoints import EndpointConfig

LIFETIME_SECONDS = 60
_PAUSE_SECONDS = 0.02
# Deletes the lock only where it is still ours: an expired lock may belong to the next turn by now.
_RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class ProcessLockStore(LockStore):
    """One asyncio lock a conversation, first come first served; for one process."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None) -> None:
        self._locks: Dict[str, asyncio.Lock] = {}
        self._users: Dict[str, int] = {}

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LIFETIME_SECONDS, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[TicketLock]:
        """Waits for the conversation's turn; forgets the lock when nobody wants it any more."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        self._users[conversation_id] = self._users.get(conversation_id, 0) + 1
        try:
            async with lock:
                yield TicketLock(conversation_id)
        finally:
            self._users[conversation_id] -= 1
            if not self._users[conversation_id]:
                del self._users[conversation_id], self._locks[conversation_id]


class RedisLockStore(LockStore):
    """`SET NX PX` with an owner's mark, for several processes. Order comes from the inbox, not from the lock."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, url: str = "") -> None:
        self._redis: Any = redis.asyncio.from_url(url or (endpoint_config.url if endpoint_config else ""))

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LIFETIME_SECONDS, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[TicketLock]:
        """Waits until the lock is free or has expired. Raises LockError after twice the lifetime."""
        key, mark = f"bot:turn:{conversation_id}", uuid.uuid4().hex
        await self._acquire(key, mark, lock_lifetime)
        try:
            yield TicketLock(conversation_id)
        finally:
            await self._redis.eval(_RELEASE, 1, key, mark)

    async def _acquire(self, key: str, mark: str, lifetime: float) -> None:
        for _ in range(int(2 * lifetime / _PAUSE_SECONDS)):
            if await self._redis.set(key, mark, nx=True, px=int(lifetime * 1000)):
                return
            await asyncio.sleep(_PAUSE_SECONDS)
        raise LockError("another process holds this conversation")
