"""The line against Rasa's stock pipeline, from what `make bench` wrote last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from bot.config import ROOT

RESULT = ROOT / "docs" / "bench.json"


class Comparison(NamedTuple):
    """`ours` and `stock`: `accuracy` (0..1, tasks), `cpu_p50` (milliseconds), `memory` (MB). `data` is a hash."""

    day: str
    data: str
    ours: dict[str, Any]
    stock: dict[str, Any]

    def line(self) -> str:
        """One sentence for the report."""
        ours, stock = self.ours, self.stock
        return (
            f"和 Rasa 标准中文流水线比（{self.day}，`docs/bench.md`，数据指纹 `{self.data}`）："
            f"意图对 {ours['accuracy']:.1%} 比 {stock['accuracy']:.1%}；"
            f"一条消息用处理器 {ours['cpu_p50']:.1f} 毫秒比 {stock['cpu_p50']:.1f} 毫秒；"
            f"内存 {ours['memory']:.0f} MB 比 {stock['memory']:.0f} MB"
        )


def read(path: Path = RESULT) -> Comparison | None:
    """None where no benchmark was run here."""
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    return Comparison(found["day"], found["data"], found["ours"], found["stock"])
