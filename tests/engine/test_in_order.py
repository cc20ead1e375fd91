"""The graph run in order gives what Rasa's own runner gives. These fail when Rasa changes under it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import pytest
import rasa
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.engine.in_order import WRITTEN_AGAINST, InOrder


class Joined(GraphComponent):
    """Joins what it is given, and writes down that it ran."""

    ran: List[str] = []

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def create(cls, config: Dict[str, Any], *_: Any, **__: Any) -> Joined:
        return cls(config["name"])

    def join(self, left: str, right: str = "") -> str:
        self.ran.append(self._name)
        return f"{self._name}({left}{right})"


def node(name: str, **needs: str) -> SchemaNode:
    return SchemaNode(needs, Joined, "create", "join", {"name": name}, eager=True, is_target=name == "d")


# d needs b and c, both need a, a needs what is handed in; e needs something that nobody gives.
SCHEMA = GraphSchema(
    {
        "d": node("d", left="b", right="c"),
        "c": node("c", left="a"),
        "b": node("b", left="a"),
        "a": node("a", left="given"),
        "e": node("e", left="nowhere"),
    }
)
RUNNERS = (DaskGraphRunner, InOrder)


def run(runner: Any, folder: Path, inputs: Dict[str, Any], targets: Any = None) -> Dict[str, Any]:
    Joined.ran = []
    context = ExecutionContext(SCHEMA, "model")
    made: Dict[str, Any] = runner.create(SCHEMA, LocalModelStorage(folder), context).run(inputs, targets)
    return made


def test_written_against_this_rasa() -> None:
    assert rasa.__version__ == WRITTEN_AGAINST


@pytest.mark.parametrize("runner", RUNNERS)
def test_each_node_runs_once_after_what_it_needs(runner: Any, tmp_path: Path) -> None:
    assert run(runner, tmp_path, {"given": "x"}) == {"d": "d(b(a(x))c(a(x)))"}
    assert sorted(Joined.ran) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("runner", RUNNERS)
def test_only_what_the_targets_need_is_run(runner: Any, tmp_path: Path) -> None:
    assert run(runner, tmp_path, {"given": "x"}, ["b", "a"]) == {"b": "b(a(x))", "a": "a(x)"}
    assert sorted(Joined.ran) == ["a", "b"]


@pytest.mark.parametrize("runner", RUNNERS)
def test_an_input_stands_for_the_node_of_its_name(runner: Any, tmp_path: Path) -> None:
    assert run(runner, tmp_path, {"a": "y"}) == {"d": "d(b(y)c(y))"}
    assert sorted(Joined.ran) == ["b", "c", "d"]


@pytest.mark.parametrize("runner", RUNNERS)
def test_what_nobody_gives_is_an_error(runner: Any, tmp_path: Path) -> None:
    with pytest.raises(GraphRunError):
        run(runner, tmp_path, {"given": "x"}, ["e"])


def test_a_second_run_sees_nothing_of_the_first(tmp_path: Path) -> None:
    context = ExecutionContext(SCHEMA, "model")
    runner = InOrder.create(SCHEMA, LocalModelStorage(tmp_path), context)
    assert runner.run({"given": "x"}, ["a"]) == {"a": "a(x)"}
    assert runner.run({"given": "y"}, ["a"]) == {"a": "a(y)"}
