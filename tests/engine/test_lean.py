"""A lean agent answers what Rasa's own answers, and is one."""

from __future__ import annotations

import asyncio
from typing import Any, Dict

import pytest
import rasa
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.runner.dask import DaskGraphRunner

from bot.engine.in_order import InOrder
from bot.engine.lean import make_lean
from bot.nlu.understand import Understander
from tests.support.model import trained_model

NOW = "2026-11-24T09:10:00+08:00"
TEXTS = ("明天,工地,武汉", "老板欠我两千块工资三个月了", "光谷招3个电工 明天 350一天", "1", "", "/restart")


def parsed(agent: Agent, text: str) -> Dict[str, Any]:
    assert agent.processor is not None
    return asyncio.run(agent.processor.parse_message(UserMessage(text, metadata={"now": NOW})))


@pytest.fixture(scope="module")
def agent() -> Agent:
    Understander(trained_model())  # keeps Rasa quiet
    return Agent.load(trained_model())


def test_answers_stay_the_same(agent: Agent) -> None:
    assert agent.processor is not None
    usual = [parsed(agent, text) for text in TEXTS]
    assert isinstance(agent.processor.graph_runner, DaskGraphRunner)
    make_lean(agent)
    assert isinstance(agent.processor.graph_runner, InOrder)
    assert [parsed(agent, text) for text in TEXTS] == usual
    assert [each["intent"]["name"] for each in usual][:3] == ["find_work", "wage_dispute", "post_job"]


def test_the_domain_is_known_not_to_be_empty(agent: Agent) -> None:
    make_lean(agent)
    assert agent.processor is not None
    assert agent.processor.domain.is_empty() is False


def test_another_version_of_rasa_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa, "__version__", "3.7.0")
    agent = Agent.load(trained_model())
    make_lean(agent)
    assert agent.processor is not None
    assert isinstance(agent.processor.graph_runner, DaskGraphRunner)
