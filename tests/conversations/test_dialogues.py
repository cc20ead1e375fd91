"""Every dialogue under this folder, written as people talk."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
import yaml

from tests.conversations.script import Runner

HERE = Path(__file__).parent


def scripts() -> List[Tuple[str, Dict[str, Any]]]:
    return [
        (f"{path.stem}: {script['name']}", script)
        for path in sorted(HERE.glob("*.yml"))
        for script in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in scripts()])
def test_dialogue(script: Dict[str, Any], runner: Runner) -> None:
    assert runner.play(script) == len(script["talk"])  # each step checked what it wants


def test_there_are_dialogues() -> None:
    assert len(scripts()) >= 25
