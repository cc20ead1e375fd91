"""What becomes of a question about rights, besides its answer."""

from __future__ import annotations

from typing import Any, List

from bot.services import rights
from bot.services.by_task import BY_TASK
from bot.services.context import Context
from bot.store.help import Escalation
from bot.store.messages import Conversation
from tests.support.clock import Clock
from tests.support.factories import turn


def ask(ctx: Context, text: str, task: str = "rights_question", **fields: Any) -> str:
    return turn(ctx, text, BY_TASK[task], task=task, **fields)


def reasons(ctx: Context) -> List[str]:
    with ctx.db.reading() as session:
        return [row.reason for row in session.query(Escalation)]


def expecting(ctx: Context) -> Any:
    with ctx.db.reading() as session:
        return session.query(Conversation).one().state.get("expecting")


def test_an_answer_is_left_to_nobody_else(ctx: Context) -> None:
    assert ask(ctx, "加班费怎么算").endswith("（劳动法第44条）")
    assert reasons(ctx) == []


def test_what_nothing_answers_goes_to_staff(sqlite_ctx: Context) -> None:
    assert "工作人员会看到并回您" in ask(sqlite_ctx, "公积金怎么提取")
    assert "人社窗口" in ask(sqlite_ctx, "公积金怎么提取", task="public_service")
    assert reasons(sqlite_ctx) == ["question"]


def test_a_choice_is_offered_and_picked(sqlite_ctx: Context) -> None:
    offer = ask(sqlite_ctx, "试用期")
    assert offer.endswith("4 都不是，问工作人员")
    assert len(offer) <= 134
    assert expecting(sqlite_ctx) == "meaning"
    assert "劳动合同法第" in ask(sqlite_ctx, "2", task="choose", choice=[2])
    assert expecting(sqlite_ctx) is None
    assert reasons(sqlite_ctx) == []


def test_none_of_them_means_a_person(sqlite_ctx: Context) -> None:
    ask(sqlite_ctx, "试用期")
    assert "工作人员" in ask(sqlite_ctx, "都不是", task="deny")
    assert reasons(sqlite_ctx) == ["asked"]


def test_the_third_time_a_person_is_called(sqlite_ctx: Context) -> None:
    first, second, third = [ask(sqlite_ctx, "加班费怎么算") for _ in range(3)]
    assert second == f"{first}\n还不清楚？回“人工”。"
    assert "工作人员会看到并回您" in third
    assert reasons(sqlite_ctx) == ["question"]


def test_a_short_question_belongs_to_the_last_answer_for_some_minutes(
    sqlite_ctx: Context, clock: Clock
) -> None:
    ask(sqlite_ctx, "失业金怎么领", task="public_service")
    assert "24个月" in ask(sqlite_ctx, "那能领多久", task="other")
    clock.move(minutes=11)
    assert "没听明白" in ask(sqlite_ctx, "那能领多久", task="other")


def test_a_question_not_understood_is_answered_where_the_answer_is_certain(sqlite_ctx: Context) -> None:
    assert "劳动合同法第82" in ask(sqlite_ctx, "没签合同能要双倍工资吗", task="other")
    assert "没听明白" in ask(sqlite_ctx, "没签合同双倍工资", task="other")  # not asked


def test_the_longest_offer_fits_into_two_segments(sqlite_ctx: Context) -> None:
    abouts = sorted((len(entry.about) for entry in sqlite_ctx.rights.entries.values()), reverse=True)[:3]
    longest = max(len(sqlite_ctx.replies.render("utter_rights_which", "", nth, lines="")) for nth in (0, 1))
    lines = sum(abouts) + 3 * len("1 \n") + len(f"4 {rights.NONE_OF_THESE}")
    assert longest + lines <= 134
