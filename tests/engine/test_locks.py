from __future__ import annotations

import asyncio
from typing import List

import pytest

from bot.engine.locks import ProcessLockStore, RedisLockStore


async def _visits(stores: List, conversation: str, times: int) -> List[str]:
    """Enters the same conversation `times` times at once; what happened inside, in order."""
    happened: List[str] = []

    async def visit(number: int) -> None:
        async with stores[number % len(stores)].lock(conversation):
            happened.append(f"in{number}")
            await asyncio.sleep(0)
            happened.append(f"out{number}")

    await asyncio.gather(*(visit(number) for number in range(times)))
    return happened


def _never_two_inside(happened: List[str]) -> bool:
    return all(
        first.startswith("in") and second == first.replace("in", "out")
        for first, second in zip(happened[::2], happened[1::2], strict=True)
    )


def test_one_process_keeps_the_order() -> None:
    happened = asyncio.run(_visits([ProcessLockStore()], "7", 20))
    assert happened == [word for n in range(20) for word in (f"in{n}", f"out{n}")]


def test_one_process_forgets_locks_that_nobody_wants() -> None:
    store = ProcessLockStore()
    asyncio.run(_visits([store], "7", 5))
    assert store._locks == {} and store._users == {}


def test_different_people_do_not_wait_for_each_other() -> None:
    async def nested() -> bool:
        store = ProcessLockStore()
        async with store.lock("1"), store.lock("2"):
            return True

    assert asyncio.run(nested())


def test_a_failed_turn_frees_the_lock() -> None:
    async def fail_then_enter() -> bool:
        store = ProcessLockStore()
        with pytest.raises(ValueError):
            async with store.lock("1"):
                raise ValueError
        async with store.lock("1"):
            return True

    assert asyncio.run(fail_then_enter())


def test_two_processes_over_redis_are_never_both_inside(redis_url: str) -> None:
    async def both() -> List[str]:
        return await _visits([RedisLockStore(url=redis_url), RedisLockStore(url=redis_url)], "9", 12)

    assert _never_two_inside(asyncio.run(both()))


def test_an_expired_lock_is_not_released_by_its_late_owner(redis_url: str) -> None:
    async def late() -> bytes:
        store = RedisLockStore(url=redis_url)
        async with store.lock("late"):
            await store._redis.set("bot:turn:late", "the next owner")
        return await store._redis.get("bot:turn:late")

    assert asyncio.run(late()) == b"the next owner"
