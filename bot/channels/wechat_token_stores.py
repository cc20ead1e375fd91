"""The two places for WeChat's access token: Redis where there is one, else the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import redis
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from bot.services.context import Context
from bot.store.messages import Token

LEASE = 20  # seconds; longer than one call to WeChat, short enough when its holder dies


class RedisTokenStore:
    """Expiry and lock are Redis's own."""

    def __init__(self, client: redis.Redis[Any], name: str) -> None:
        self._redis, self._key = client, f"token:{name}"

    def get(self) -> str | None:
        """The token, while it is fresh."""
        value = self._redis.get(self._key)
        return value.decode() if isinstance(value, bytes) else value

    def put(self, token: str, seconds: int) -> None:
        """Keeps a token for so many seconds."""
        self._redis.set(self._key, token, ex=seconds)

    @contextmanager
    def lock(self) -> Iterator[bool]:
        """SET NX with an expiry; given back only by the one that holds it."""
        lock = self._redis.lock(f"{self._key}:lock", timeout=LEASE, blocking=False)
        mine = lock.acquire()
        try:
            yield mine
        finally:
            if mine:
                with suppress(redis.exceptions.LockError):  # longer than the lease: another one holds it now
                    lock.release()


class TableTokenStore:
    """A row for the token and a row as a lease. No transaction is open while WeChat is called."""

    def __init__(self, ctx: Context, name: str) -> None:
        self._ctx, self._name = ctx, name

    def get(self) -> str | None:
        """The token, while it is fresh."""
        with self._ctx.db.reading() as session:
            row = session.get(Token, self._name)
            return row.value if row and row.expires_at > self._ctx.clock() else None

    def put(self, token: str, seconds: int) -> None:
        """Keeps a token for so many seconds."""
        with self._ctx.db.writing() as session:
            expires_at = self._ctx.clock() + timedelta(seconds=seconds)
            session.merge(Token(name=self._name, value=token, expires_at=expires_at))

    @contextmanager
    def lock(self) -> Iterator[bool]:
        """A lease in the database."""
        mine = self._lease()
        try:
            yield mine
        finally:
            if mine:
                self._give_up_lease()

    def _lease(self) -> bool:
        now = self._ctx.clock()
        lease = f"{self._name}:lock"
        try:
            with self._ctx.db.writing() as session:
                session.execute(delete(Token).where(Token.name == lease, Token.expires_at <= now))
                session.add(Token(name=lease, value="", expires_at=now + timedelta(seconds=LEASE)))
        except IntegrityError:
            return False
        return True

    def _give_up_lease(self) -> None:
        with self._ctx.db.writing() as session:
            session.execute(delete(Token).where(Token.name == f"{self._name}:lock"))
