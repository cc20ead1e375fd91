"""Runs Rasa's prediction graph one node after the other. Written against Rasa 3.6.21 (`rasa.engine.runner.dask`).

Rasa hands each message's graph to Dask, which works out again what can run beside what, and gives each node a future and a
queue: more than all our readers take together. The graph is a chain; its order is worked out once.
"""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, List, Mapping, NamedTuple, Optional, Tuple, Type, TypeVar

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

WRITTEN_AGAINST = "3.6.21"
T = TypeVar("T")


class _Step(NamedTuple):
    """A node, and whose output it takes."""

    name: str
    node: GraphNode
    needs: Tuple[str, ...]


class InOrder(GraphRunner):
    """Gives what Dask's runner gives."""

    def __init__(self, schema: GraphSchema, nodes: Mapping[str, GraphNode]) -> None:
        self._schema, self._nodes = schema, nodes
        self._plans: Dict[Tuple[Tuple[str, ...], FrozenSet[str]], List[_Step]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[List[GraphNodeHook]] = None,
    ) -> InOrder:
        return cls.of(DaskGraphRunner(graph_schema, model_storage, execution_context, hooks))

    @classmethod
    def of(cls, runner: DaskGraphRunner) -> InOrder:
        """Takes over the nodes of a runner that has loaded them."""
        return cls(runner._graph_schema, runner._instantiated_nodes)

    def component(self, uses: Type[T]) -> T:
        """The loaded component of this class. Raises KeyError where the graph has none."""
        for node in self._nodes.values():
            if isinstance(node._component, uses):
                return node._component
        raise KeyError(uses.__name__)

    def run(
        self, inputs: Optional[Dict[str, Any]] = None, targets: Optional[List[str]] = None
    ) -> Dict[str, Any]:
        """The targets' outputs by name. What is given as an input is not run; a missing one is an error of the node's."""
        given = inputs or {}
        wanted = tuple(targets or self._schema.target_names)
        done = {name: (name, value) for name, value in given.items()}
        for step in self._plan(wanted, frozenset(given)):
            # A node is told only the name of what could not be worked out, and says so itself.
            done[step.name] = step.node(*(done.get(need, need) for need in step.needs))
        return {name: done[name][1] for name in wanted}

    def _plan(self, wanted: Tuple[str, ...], given: FrozenSet[str]) -> List[_Step]:
        key = wanted, given
        if key not in self._plans:
            self._plans[key] = self._steps(wanted, given)
        return self._plans[key]

    def _steps(self, wanted: Tuple[str, ...], given: FrozenSet[str]) -> List[_Step]:
        steps: Dict[str, _Step] = {}

        def visit(name: str) -> None:
            if name in steps or name in given or name not in self._nodes:
                return
            needs = tuple(self._schema.nodes[name].needs.values())
            for need in needs:
                visit(need)
            steps[name] = _Step(name, self._nodes[name], needs)

        for name in wanted:
            visit(name)
        return list(steps.values())
