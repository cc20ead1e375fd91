"""Rasa's and Sanic's own log calls, in a process set up as the bot's is."""

from __future__ import annotations

import os
import subprocess
import sys

from bot.config import ROOT

PROGRAM = """
import asyncio
from bot import logs
logs.set_up("INFO")

import structlog
from rasa.core.actions.action import Action
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic
from sanic.handlers import ErrorHandler
from bot.engine.logs import quiet_rasa

quiet_rasa()
TEXT = "张建国 13800000011"


class Fails(Action):
    def name(self):
        return "action_fails"

    async def run(self, *_):
        raise ValueError(TEXT)


processor = MessageProcessor.__new__(MessageProcessor)
processor.domain = Domain.empty()
tracker = DialogueStateTracker("1", [])
prediction = PolicyPrediction([1.0], "p")
nlg = TemplatedNaturalLanguageGenerator({})
asyncio.run(processor._run_action(Fails(), tracker, CollectingOutputChannel(), nlg, prediction))

structured = structlog.get_logger("rasa.core.channels.rest")
structured.info("message.received", text=TEXT)
try:
    raise ValueError(TEXT)
except ValueError as why:
    structured.exception("message.failed", text=TEXT)

    class Request:
        url = "http://h/?from=13800000011"
        app = Sanic("test", configure_logging=False)

    ErrorHandler.log(Request, why)
"""


def test_a_failing_action_brings_no_text_into_the_log() -> None:
    env = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}  # as bot/cli/main.py sets it
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    log = done.stdout + done.stderr
    assert "张" not in log and "\\u5f20" not in log and "13800000011" not in log
    assert "Traceback" not in log
    names = [line.split()[3] for line in done.stderr.splitlines()]
    assert names == ["rasa.core.processor", "rasa.core.channels.rest", "sanic.error"]
    assert done.stderr.splitlines()[0].endswith(": ValueError at <string>:27")
