"""Takes out of Rasa what it does anew for each message and need not. Written against Rasa 3.6.21.

Measured on one core: of 4 ms that a message took, Dask's scheduling was 2, and comparing the whole domain with an empty one
(to know whether to warn of an unknown intent) 0.2.
"""

from __future__ import annotations

import rasa
from rasa.core.agent import Agent
from rasa.engine.runner.dask import DaskGraphRunner

from bot.engine.in_order import WRITTEN_AGAINST, InOrder


def make_lean(agent: Agent) -> None:
    """For an agent that has loaded its model, whose domain does not change from then on. What it answers stays the same.

    Under another version of Rasa everything is left as it is, only slower.
    """
    processor = agent.processor
    if rasa.__version__ != WRITTEN_AGAINST or processor is None:
        return
    if isinstance(processor.graph_runner, DaskGraphRunner):
        processor.graph_runner = InOrder.of(processor.graph_runner)
    empty = processor.domain.is_empty()
    processor.domain.is_empty = lambda: empty  # type: ignore[method-assign]
