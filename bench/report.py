"""docs/bench.md for people, docs/bench.json for `make evaluate`."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from bench.figures import Figures, kept
from bot.evaluation.tables import percent, table

USUAL_EPOCHS = 100


class Run(NamedTuple):
    """One run: `day` is ISO, `data` a hash of the messages, `asked` how often a message was sent to each side;
    `epochs` of the stock classifier's training.
    """

    day: str
    data: str
    cores: int
    messages: int
    asked: int
    epochs: int
    ours: Figures
    stock: Figures


def as_json(run: Run) -> str:
    """All figures, sorted by name."""
    found: dict[str, Any] = {
        **run._asdict(),
        "ours": run.ours._asdict(),
        "stock": run.stock._asdict(),
    }
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def as_text(run: Run) -> str:
    """The page."""
    promises = [
        f"- {'做到了' if ok else '没做到'}：{words}" for words, ok in kept(run.ours, run.stock).items()
    ]
    lines = [
        "# 和标准流水线比",
        "",
        "`make bench` 写的。两边各一个进程、各用同一个核，同一批消息轮流问；标准流水线是 `bench/stock.yml`"
        "（JiebaTokenizer、词和字的 CountVectors、DIETClassifier），用同样的例子训练（长短相近的放在一批，只为省时间），由 Rasa 自己运行。",
        "它只认意图；我们的时间里还包括日期、地点、工种、工钱等所有字段。",
        "",
        f"- 日期：{run.day}；机器：{run.cores} 核；{run.messages} 条消息，每条问 {run.asked} 遍；数据指纹 `{run.data}`",
        *_training(run.epochs),
        "- 看最后一列。机器忙时两边都要等，慢的一边等得更多；处理器那两行不算等的时间，最可信。",
        "",
        *table(("", "我们", "标准流水线", "我们是它的"), "lrrr", _rows(run.ours, run.stock)),
        "",
        *promises,
    ]
    return "\n".join(lines) + "\n"


def _training(epochs: int) -> list[str]:
    if epochs >= USUAL_EPOCHS:
        return [f"- DIET 训练了 {epochs} 轮。"]
    return [
        f"- DIET 只训练了 {epochs} 轮（通常 {USUAL_EPOCHS} 轮，这么多例子在两核上要近一小时），它的准确度可能略低；时间和内存与轮数无关。"
    ]


def _rows(ours: Figures, stock: Figures) -> list[tuple[str, ...]]:
    measured = (
        ("一条消息，中位数（毫秒）", ours.wall_p50, stock.wall_p50),
        ("一条消息，第 99 百分位（毫秒）", ours.wall_p99, stock.wall_p99),
        ("其中处理器，中位数（毫秒）", ours.cpu_p50, stock.cpu_p50),
        ("其中处理器，第 99 百分位（毫秒）", ours.cpu_p99, stock.cpu_p99),
        ("内存（MB）", ours.memory, stock.memory),
        ("启动到能回答（秒）", ours.ready, stock.ready),
    )
    shares = (
        ("意图对，全部", ours.accuracy, stock.accuracy),
        ("意图对，没看过的几组", ours.accuracy_unseen, stock.accuracy_unseen),
    )
    return [(what, f"{a:.1f}", f"{b:.1f}", f"{a / b:.2f} 倍") for what, a, b in measured] + [
        (what, percent(a), percent(b), f"{(a - b) * 100:+.1f} 点") for what, a, b in shares
    ]
