"""Starting again what ends, giving up what cannot live, ending all when told to. The time is handed in."""

from __future__ import annotations

import sys

import pytest

from bot.cli.supervisor import Child, Supervisor

ENDS = [sys.executable, "-c", "raise SystemExit(3)"]
LIVES = [sys.executable, "-c", "import sys; sys.stdin.read()"]


def live_and_die(child: Child, started: float, died: float) -> None:
    child.look(started)
    assert child.process
    child.process.wait(30)
    child.look(died)


def test_what_ends_is_started_again_after_longer_and_longer_pauses() -> None:
    child, now, pauses = Child("bot", ENDS), 100.0, []
    for _ in range(6):
        live_and_die(child, now, now + 1)
        pauses.append(child.start_at - now - 1)
        now = child.start_at
    assert pauses == [1, 2, 4, 8, 10, 10]


def test_it_is_not_started_before_the_pause_is_over() -> None:
    child = Child("bot", ENDS)
    live_and_die(child, 100, 101)
    child.look(101.9)
    assert child.process is None
    child.look(102)
    assert child.process is not None
    child.process.wait(30)


@pytest.mark.parametrize(
    ("lives", "hopeless"),
    [
        ([1, 1, 1, 1], False),
        ([1, 1, 1, 1, 1], True),
        ([19, 19, 19, 19, 19], True),
        ([1, 1, 1, 1, 20], False),
        ([1, 1, 1, 1, 30, 1, 1, 1, 1], False),  # seconds between start and end
    ],
)
def test_five_early_ends_in_a_row_are_enough(lives: list[int], hopeless: bool) -> None:
    child, now = Child("bot", ENDS), 100.0
    for seconds in lives:
        live_and_die(child, now, now + seconds)
        now = child.start_at
    assert child.hopeless is hopeless


def test_a_hopeless_process_ends_all_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    well, ill = Child("console", LIVES), Child("bot", ENDS, early_deaths=4)
    assert Supervisor([well, ill]).run() == 1
    assert well.process and well.process.returncode == -15
    assert capsys.readouterr().err.splitlines() == [
        "bot 停了（状态 3）",
        "bot 连续 5 次一启动就停，全部停止；原因见上面 bot 的最后几行",
    ]


def test_told_to_end_it_ends_all_and_says_that_it_was_well() -> None:
    child = Child("bot", LIVES)
    supervisor = Supervisor([child])
    child.start(0)
    supervisor.stop.set()
    assert supervisor.run() == 0
    assert child.process and child.process.returncode == -15
