"""What comes out on standard error, in a process of its own as the commands set it up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.config import ROOT

SECRETS = ("张建国", "13800000011")
START = """
import asyncio, logging, sys, warnings
from bot import logs
logs.set_up({level!r})
def fail():
    raise ValueError("张建国 13800000011")
"""


def logged(lines: str, level: str = "INFO") -> str:
    """The log of a small program; it must end well and print nothing."""
    done = subprocess.run(
        [sys.executable, "-c", START.format(level=level) + lines], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
    return done.stderr


def caught(call: str) -> str:
    return f"try:\n    fail()\nexcept ValueError as why:\n    {call}\n"


@pytest.mark.parametrize(
    "call",
    [
        "logging.getLogger('rasa.core.processor').exception(f'failed: {why}')",
        "logging.getLogger('sanic.error').exception(why)",
        "logging.getLogger('sqlalchemy.pool').error('reset of %r', why, exc_info=True)",
        "logging.getLogger('rasa.core.processor').warning('a text', exc_info=why)",
        "logging.exception(why)",
    ],
)
def test_a_library_tells_the_place_and_the_type_and_no_text(call: str) -> None:
    log = logged(caught(call))
    assert log.count("\n") == 1
    assert "<string>:" in log
    assert [secret for secret in SECRETS if secret in log] == []


def test_the_type_of_the_exception_and_its_line_are_told() -> None:
    log = logged(caught("logging.getLogger('bot.engine.turns').exception('turn %d failed', 7)"))
    assert log.endswith("ERROR bot.engine.turns turn 7 failed: ValueError at <string>:6\n")


def test_our_own_line_is_told_beside_the_last() -> None:
    log = logged(
        "from bot import config\n"
        "try:\n    config.load({'BOT_VAR': 5, 'BOT_TIMEZONE': 7})\n"
        "except Exception:\n    logging.getLogger('bot').exception('start failed')"
    )
    assert "start failed: TypeError at main/bot/config.py:" in log.replace(f"{ROOT.name}/bot", "main/bot")
    assert "pathlib.py:" in log


@pytest.mark.parametrize(
    "lines",
    [
        "logging.getLogger('rasa.core.actions').error(f'failed as a result of 张建国 13800000011')",
        "warnings.simplefilter('always'); warnings.warn('张建国 13800000011', DeprecationWarning)",
        "logging.getLogger('bot.x').info('%d', '张建国 13800000011')",  # a slip of ours
        "async def main():\n"
        "    task = asyncio.create_task(asyncio.to_thread(fail)); await asyncio.sleep(0.1); del task\n"
        "asyncio.run(main())",
        # A handler that a library adds for itself, later.
        "other = logging.getLogger('sanic.error'); other.addHandler(logging.StreamHandler())\n"
        + caught("other.exception(why)"),
    ],
)
def test_no_other_way_for_texts(lines: str) -> None:
    log = logged(lines)
    assert [secret for secret in SECRETS if secret in log] == []
    assert "Traceback" not in log


def test_libraries_say_nothing_below_warning_and_we_speak_at_our_level() -> None:
    lines = "".join(
        f"logging.getLogger({name!r}).info('hello')\n"
        for name in (
            "rasa_sdk.executor",
            "sanic.root",
            "apscheduler",
            "alembic.runtime.migration",
            "bot.delivery.main",
        )
    )
    assert [line.split()[3] for line in logged(lines).splitlines()] == [
        "alembic.runtime.migration",
        "bot.delivery.main",
    ]
    assert logged(lines, "WARNING") == ""


def test_debug_tells_all() -> None:
    log = logged(caught("logging.getLogger('rasa.core.processor').exception('failed')"), "DEBUG")
    assert "Traceback" in log and "ValueError: 张建国 13800000011" in log
