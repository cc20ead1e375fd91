"""The contract's command: JSON lines in, JSON lines out."""

from __future__ import annotations

import asyncio
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import understand
from bot.cli.understand import ZONE, BadLine, read_line
from tests.support.model import trained_model, understander


def run(*lines: str) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    status = asyncio.run(understand.answer_all(understander(), io.StringIO("\n".join(lines) + "\n"), out))
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def line(text: Any = "有活吗", **more: Any) -> str:
    return json.dumps({"text": text, **more}, ensure_ascii=False)


def test_one_line_out_for_each_line_in_in_order() -> None:
    status, answers = run(line("退订"), line("1"), line("你好"))
    assert status == 0
    assert [answer["task"] for answer in answers] == ["unsubscribe", "choose", "greet"]


def test_the_time_given_is_the_time_taken() -> None:
    _, answers = run(line("明天洪山有活吗", now="2026-11-24T23:30:00+08:00"))
    assert answers[0]["date_from"] == "2026-11-25"
    _, answers = run(line("明天洪山有活吗", now="2026-11-24T17:30:00Z"))  # already the 25th in Wuhan
    assert answers[0]["date_from"] == "2026-11-26"


@pytest.mark.parametrize(
    "bad",
    [
        "这不是 JSON",
        "{",
        "[]",
        "null",
        '"有活吗"',
        "{}",
        line(None),
        line(5),
        line(["有活吗"]),
        line(now="明天"),
        line(now=5),
        line(now=""),
        line(role="boss"),
        line(role=["worker"]),
        line(role=""),
        line(channel="fax"),
        "[" * 100_000,
    ],
)
def test_a_bad_line_gets_an_error_in_its_place_and_the_run_goes_on(bad: str) -> None:
    status, answers = run(line("退订"), bad, line("你好"))
    assert status == 1
    assert [answer.get("task") for answer in answers] == ["unsubscribe", None, "greet"]
    assert list(answers[1]) == ["error"]
    assert any("\u4e00" <= char <= "\u9fff" for char in answers[1]["error"])


def test_an_error_never_repeats_what_the_person_wrote() -> None:
    with pytest.raises(BadLine) as why:
        read_line('{"text": 13800001234, "now": "我的秘密"}')
    assert "13800001234" not in str(why.value)
    assert "秘密" not in str(why.value)


@pytest.mark.parametrize("text", ["", "\x00\x00", "欠薪" * 20_000, "\ud83d", "一\u2028二", "\u202e倒过来"])
def test_odd_texts_are_answered(text: str) -> None:
    status, answers = run(json.dumps({"text": text}))
    assert status == 0
    assert set(answers[0]) >= {"task", "confidence"}


def test_nothing_in_nothing_out() -> None:
    assert run("") == (0, [])


@pytest.mark.parametrize(
    ("given", "now"),
    [
        ("2026-03-02T09:00:00+08:00", datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)),
        ("2026-03-02T01:00:00Z", datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)),
        ("2026-03-02T09:00:00", datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)),
        ("2026-03-02", datetime(2026, 3, 2, 0, 0, tzinfo=ZONE)),
    ],
)
def test_times(given: str, now: datetime) -> None:
    assert read_line(line(now=given)).now == now


def test_left_out_or_null_is_the_default() -> None:
    asked = read_line(line(now=None, role=None))
    assert (asked.role, asked.channel) == ("worker", "sms")
    assert abs((datetime.now(ZONE) - asked.now).total_seconds()) < 60


class Lines(io.StringIO):
    """Notes how much had been written at each flush."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[int] = []

    def flush(self) -> None:
        self.flushed.append(self.getvalue().count("\n"))


def test_every_answer_is_sent_at_once() -> None:
    out = Lines()
    asyncio.run(understand.answer_all(understander(), io.StringIO(f"{line()}\n{line()}\n"), out))
    assert out.flushed == [1, 2]


def test_main_reads_the_model_named() -> None:
    out = io.StringIO()
    status = understand.main(["--model", str(trained_model())], io.StringIO(line("退订") + "\n"), out)
    assert (status, json.loads(out.getvalue())["task"]) == (0, "unsubscribe")


def test_without_a_model_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = understand.main(["--model", str(tmp_path / "none.tar.gz")], io.StringIO(line()), io.StringIO())
    assert status == 2
    assert "make train" in capsys.readouterr().err
