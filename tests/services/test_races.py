"""Many people at once: seats are never over-hired and messages never answered twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Callable, Iterable, List

from bot.actions.base import perform
from bot.core.address import SMS, Address
from bot.services import find_work, inbox, open_question
from bot.services.context import Context
from bot.services.inbox import Incoming
from bot.services.talk import Turn
from bot.store.messages import Inbound, Outbox
from bot.store.work import Hire, Posting
from tests.support.factories import BOSS, employer, incoming, person, posting, told, tomorrow

WORKERS = 50


def at_once(function: Callable, items: Iterable) -> List:
    with ThreadPoolExecutor(16) as pool:
        return list(pool.map(function, items))


def phone(number: int) -> str:
    return f"+86138001{number:05d}"


def test_fifty_workers_take_the_last_three_seats(ctx: Context) -> None:
    job = posting(ctx, employer(ctx), headcount=3)
    day = tomorrow(ctx).isoformat()
    wish = {"date_from": day, "date_to": day, "place": "420100"}

    def find_and_pick(number: int) -> None:
        person(ctx, phone(number), f"工友{number}")
        for text, use_case, fields in (
            ("找活", find_work.find_work, wish),
            ("1", open_question.choose, {"choice": [1]}),
        ):
            accepted = incoming(ctx, text, phone(number))
            perform(ctx, Turn(accepted.inbound_id, "t", 1.0, text, fields), use_case)

    at_once(find_and_pick, range(WORKERS))
    with ctx.db.reading() as session:
        codes = [row.code for row in session.query(Hire)]
    assert len(codes) == WORKERS

    def say_yes(code: str) -> None:
        accepted = incoming(ctx, f"{code} 1", BOSS)
        perform(ctx, Turn(accepted.inbound_id, "inform", 1.0, f"{code} 1", {}), open_question.inform)

    at_once(say_yes, codes)
    with ctx.db.reading() as session:
        states = [row.state for row in session.query(Hire)]
        assert session.get(Posting, job).seats_taken == 3
    assert sorted(set(states)) == ["confirmed", "declined"]
    assert states.count("confirmed") == 3
    lasts = [told(ctx, phone(number))[-1] for number in range(WORKERS)]
    assert sum(text.startswith("定了！") for text in lasts) == 3
    assert sum(text.startswith("不好意思，明天光谷小工已招满。") for text in lasts) == 47


def test_the_same_message_five_times_in_parallel_is_stored_once(ctx: Context) -> None:
    message = Incoming("twilio:SM1", Address(SMS, "+8613800000011"), "text", "你好")
    accepted = at_once(lambda _: inbox.accept(ctx, message), range(5))
    assert len({row.inbound_id for row in accepted}) == 1
    assert sorted(row.deliveries for row in accepted) == [1, 2, 3, 4, 5]


def test_new_people_in_parallel_get_one_person_each(ctx: Context) -> None:
    def send(n: int) -> int:
        return inbox.accept(ctx, Incoming(f"k{n}", Address(SMS, phone(n % 4)), "text", "你好")).person_id

    assert len(set(at_once(send, range(24)))) == 4


def test_one_message_is_answered_once_however_many_workers_try(ctx: Context) -> None:
    accepted = incoming(ctx, "找活")
    turn = Turn(accepted.inbound_id, "find_work", 1.0, "找活", {})
    at_once(lambda _: perform(ctx, turn, find_work.find_work), range(8))
    with ctx.db.reading() as session:
        assert session.query(Outbox).count() == 1
        assert session.get(Inbound, accepted.inbound_id).state == "answered"
