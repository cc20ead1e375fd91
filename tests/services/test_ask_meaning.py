"""Asking back instead of guessing: the choice is done with the words that were said before."""

from __future__ import annotations

from typing import Any, Dict, List

from bot.actions.base import perform
from bot.services.by_task import BY_TASK
from bot.services.context import Context
from bot.services.talk import Turn
from bot.store.messages import Outbox
from tests.support.factories import employer, incoming, posting

UNSURE: List[Dict[str, Any]] = [
    {"task": "find_work", "place": "420111", "date_from": "2026-11-25", "date_to": "2026-11-25"},
    {"task": "station_info", "place": "420111"},
]


def _say(ctx: Context, text: str, task: str, meanings: Any = (), **fields: Any) -> str:
    accepted = incoming(ctx, text)
    turn = Turn(accepted.inbound_id, task, 0.3, text, fields, list(meanings))
    perform(ctx, turn, BY_TASK[task])
    with ctx.db.reading() as session:
        return session.query(Outbox).filter_by(inbound_id=accepted.inbound_id).one().text


def test_the_choices_are_asked(sqlite_ctx: Context) -> None:
    answer = _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "1 找活干\n2 问驿站在哪" in answer


def test_a_choice_is_done_with_the_first_words(sqlite_ctx: Context) -> None:
    posting(sqlite_ctx, employer(sqlite_ctx))
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "光谷 小工" in _say(sqlite_ctx, "1", "choose", choice=[1])


def test_yes_means_the_first(sqlite_ctx: Context) -> None:
    posting(sqlite_ctx, employer(sqlite_ctx))
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "光谷 小工" in _say(sqlite_ctx, "对", "affirm")


def test_none_of_these(sqlite_ctx: Context) -> None:
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "换个说法" in _say(sqlite_ctx, "都不是", "deny")
    assert "没有可选的活" in _say(sqlite_ctx, "1", "choose", choice=[1])  # the question is over


def test_a_number_that_was_not_offered(sqlite_ctx: Context) -> None:
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "换个说法" in _say(sqlite_ctx, "7", "choose", choice=[7])


def test_never_twice_in_a_row(sqlite_ctx: Context) -> None:
    posting(sqlite_ctx, employer(sqlite_ctx))
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    fields = {key: value for key, value in UNSURE[0].items() if key != "task"}
    assert "光谷 小工" in _say(sqlite_ctx, "洪山那个明天的", "find_work", UNSURE, **fields)


def test_said_another_way_the_question_is_over(sqlite_ctx: Context) -> None:
    _say(sqlite_ctx, "洪山明天那个", "find_work", UNSURE)
    assert "不客气" in _say(sqlite_ctx, "谢谢", "thanks")
    assert "没有可选的活" in _say(sqlite_ctx, "1", "choose", choice=[1])
