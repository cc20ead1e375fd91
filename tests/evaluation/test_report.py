"""What the report says, and what it must never show."""

from __future__ import annotations

from bot.evaluation.ablations import Ablation
from bot.evaluation.report import Answered, Facts, report
from bot.evaluation.scores import Pair
from bot.evaluation.tables import cell, table

FACTS = Facts("2026-11-24", "abc123", 3.0, 2.5)


def pair(text: str, want: str, have: str, confidence: float = 0.9) -> Pair:
    return Pair(text, {"task": want}, {"task": have, "confidence": confidence})


SETS = [
    Answered("messages_1", True, [pair("看过的一条", "greet", "other"), pair("你好", "greet", "greet")]),
    Answered(
        "messages_4", False, [pair("没看过的一条", "deny", "other", 0.99), pair("不去", "deny", "deny")]
    ),
]
PARTS = [
    Ablation("什么都不缺", ["other", "greet", "other", "deny"]),
    Ablation("不要规则", ["other", "greet", "other", "other"]),
]


def lines(misses: int = 20) -> list[str]:
    return report(FACTS, SETS, PARTS, None, misses).splitlines()


def test_sets_one_by_one_and_together() -> None:
    found = lines()
    assert "| messages_1 | 用来改过规则 | 2 | 50.0% | 50.0% |" in found
    assert "| messages_4 | 没看过 | 2 | 50.0% | 50.0% |" in found
    assert "| **没看过的合计** |  | 2 | 50.0% | 50.0% |" in found
    assert "- 日期：2026-11-24；消息 4 条；数据指纹 `abc123`" in found


def test_misses_are_shown_from_the_seen_sets_only() -> None:
    found = lines()
    assert "| 看过的一条 | greet | other | 0.90 |  |" in found
    assert not any("没看过的一条" in line for line in found)
    assert "## 错得最有把握的 0 条" in lines(0)


def test_confusions_parts_and_confidence() -> None:
    found = lines()
    assert "| deny | other | 1 | 50.0% |" in found
    assert "| 什么都不缺 | 50.0% |  | 50.0% |  |" in found
    assert "| 不要规则 | 25.0% | -25.0 | 0.0% | -50.0 |" in found
    assert "| 0.95–1.00 | 1 | 99.0% | 0.0% |" in found


def test_a_message_cannot_break_the_table() -> None:
    assert cell("一|二\n*三*") == "一\\|二 \\*三\\*"
    assert table(("a", "b"), "lr", [("1", "2")]) == ["| a | b |", "| --- | ---: |", "| 1 | 2 |"]
