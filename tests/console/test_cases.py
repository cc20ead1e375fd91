"""The list of cases and a case's page."""

from __future__ import annotations

import pytest

from bot.console import words
from bot.core.cases.states import CaseState
from bot.services.context import Context
from tests.console.conftest import Console
from tests.services.cases.talk import FULL, case, complain, say
from tests.support.clock import Clock
from tests.support.factories import OTHER, WORKER, told


def test_the_most_urgent_stands_first(sqlite_ctx: Context, console: Console) -> None:
    complain(sqlite_ctx, **FULL)
    complain(sqlite_ctx, "老板跑路了 工钱没给", OTHER, employer_name="周老板")
    page = console.get("/cases").text
    assert page.index("W2 周老板") < page.index("W1 宏远公司，8000元，武汉江夏")
    assert "离最近的法定期限还有341天" in page


def test_no_cases(console: Console) -> None:
    assert "现在没有在办的案件" in console.get("/cases").text


def test_a_case_with_its_law_its_clocks_and_its_log(sqlite_ctx: Context, console: Console) -> None:
    complain(sqlite_ctx, "电话13912345678 有欠条", **FULL)
    page = console.get("/cases/1").text
    for part in (
        "最后一天 2028-10-31", "最后一天 2027-10-31", "劳动保障监察条例第二十条", "劳动争议调解仲裁法第二十七条",
        "劳动保障监察", "12348", "欠条", "由受理的机关定", "2026-11-24核",
    ):  # fmt: skip
        assert part in page, part
    assert "13912345678" not in page


def test_moving_it_tells_the_person(sqlite_ctx: Context, console: Console) -> None:
    complain(sqlite_ctx, **FULL)
    assert console.post("/cases/1/move", {"to": "in_inspection"}).status_code == 200
    assert console.post("/cases/1/assign", {"holder": "李干事"}).status_code == 200
    assert console.post("/cases/1/note", {"text": "约了周五"}).status_code == 200
    assert (case(sqlite_ctx).state, case(sqlite_ctx).holder) == ("in_inspection", "李干事")
    assert told(sqlite_ctx, WORKER)[-1] == "【零工驿站】您的案子W1，由李干事负责。"
    assert "约了周五" in console.get("/cases/1").text


@pytest.mark.parametrize(
    ("path", "body", "status", "problem"),
    [
        ("/cases/1/move", {"to": "withdrawn"}, 400, "只有本人能撤"),
        ("/cases/1/move", {"to": "closed_unpaid"}, 400, "没拿到钱就结案，要写明原因"),
        ("/cases/1/move", {"to": "nothing"}, 400, "没有这一步"),
        ("/cases/1/move", [], 400, "没有这一步"),
        ("/cases/1/note", {"text": " "}, 400, "先写几个字"),
        ("/cases/9/move", {"to": "contacted"}, 404, "没有这个案件"),
    ],
)
def test_what_cannot_be_is_said_plainly(
    sqlite_ctx: Context, console: Console, path: str, body: object, status: int, problem: str
) -> None:
    complain(sqlite_ctx, **FULL)
    answer = console.post(path, body)
    assert (answer.status_code, answer.json()) == (status, {"problem": problem})
    assert case(sqlite_ctx).state == "registered"


def test_other_sites_cannot_move_a_case(sqlite_ctx: Context, console: Console) -> None:
    complain(sqlite_ctx, **FULL)
    answer = console.post("/cases/1/move", {"to": "contacted"}, Origin="https://evil.example")
    assert answer.status_code == 403 and case(sqlite_ctx).state == "registered"


def test_no_such_case(console: Console) -> None:
    assert console.get("/cases/9").status_code == 404


def test_what_is_overdue_says_so(sqlite_ctx: Context, clock: Clock, console: Console) -> None:
    complain(sqlite_ctx, **FULL)
    clock.move(days=3)
    assert "到时间没往下办" in console.get("/cases").text


def test_paid_waits_for_the_person(sqlite_ctx: Context, console: Console) -> None:
    complain(sqlite_ctx, **FULL)
    console.post("/cases/1/move", {"to": "paid"})
    assert "正等本人回话" in console.get("/cases/1").text
    say(sqlite_ctx, "1 到了")
    assert "W1" not in console.get("/cases").text


@pytest.mark.parametrize("state", [state.value for state in CaseState])
def test_every_state_has_words(state: str) -> None:
    assert words.case_state(state) != state
