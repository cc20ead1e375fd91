"""The report, docs/understanding.md: tables of what the other modules count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.evaluation.ablations import Ablation
from bot.evaluation.calibration import bins, mean_gap
from bot.evaluation.confusion import largest
from bot.evaluation.scores import Pair, Score, accuracy, all_right, field_scores, task_scores, worst
from bot.evaluation.stock import Comparison
from bot.evaluation.tables import cell, percent, table

CONFUSIONS = 15


class Answered(NamedTuple):
    """One set of messages with what came out, in order; `seen` as in sets.py."""

    name: str
    seen: bool
    pairs: Sequence[Pair]


class Facts(NamedTuple):
    """What is known of the whole run: `day` is ISO, `data` a hash, times are milliseconds a message (median)."""

    day: str
    data: str
    wall: float
    cpu: float


def report(
    facts: Facts, sets: Sequence[Answered], parts: Sequence[Ablation], stock: Comparison | None, misses: int
) -> str:
    """The whole text. Texts of messages are shown from the seen sets only."""
    pairs = _joined(sets)
    shown = worst(_joined(each for each in sets if each.seen), misses)
    sections = (
        _head(facts, sets, stock),
        _sets(sets),
        ["## 每种意图", "", *_scores("意图", task_scores(pairs))],
        ["## 每个字段", "", *_scores("字段", field_scores(pairs))],
        _confusions(pairs),
        _misses(shown),
        _parts(parts, sets),
        _calibration(pairs),
    )
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def _joined(sets: Iterable[Answered]) -> list[Pair]:
    return [pair for each in sets for pair in each.pairs]


def _head(facts: Facts, sets: Sequence[Answered], stock: Comparison | None) -> list[str]:
    pairs, unseen = _joined(sets), _joined(each for each in sets if not each.seen)
    lines = [
        "# 听懂了多少",
        "",
        "`make evaluate` 写的，用 `tests/unseen/` 里的消息来测，都不在训练例子里。",
        "",
        "看数前请先知道：messages_1、messages_2、messages_3 从 2026-11-24 起用来改规则，分数会偏高；messages_4 和更后面的，写规则的人没看过，"
        "要知道生人发来的消息能听懂多少，看“没看过的”那一行。",
        "",
        f"- 日期：{facts.day}；消息 {len(pairs)} 条；数据指纹 `{facts.data}`",
        f"- 全部：意图对 {accuracy(pairs):.1%}；意图和所有字段都对 {all_right(pairs):.1%}",
    ]
    if unseen:
        lines.append(
            f"- 没看过的：意图对 {accuracy(unseen):.1%}；意图和所有字段都对 {all_right(unseen):.1%}（{len(unseen)} 条）"
        )
    lines.append(
        f"- 一条消息用时（中位数）：{facts.wall:.1f} 毫秒，其中处理器 {facts.cpu:.1f} 毫秒（机器忙时前一个会变大）"
    )
    return lines + ([f"- {stock.line()}"] if stock else [])


def _sets(sets: Sequence[Answered]) -> list[str]:
    rows = [_set_row(each.name, "用来改过规则" if each.seen else "没看过", each.pairs) for each in sets]
    for name, seen in (("看过的合计", True), ("没看过的合计", False)):
        pairs = _joined(each for each in sets if each.seen is seen)
        rows += [_set_row(f"**{name}**", "", pairs)] if pairs else []
    return ["## 每组消息", "", *table(("消息组", "", "条数", "意图对", "意图和字段都对"), "llrrr", rows)]


def _set_row(name: str, note: str, pairs: Sequence[Pair]) -> tuple[str, ...]:
    return name, note, str(len(pairs)), percent(accuracy(pairs)), percent(all_right(pairs))


def _scores(title: str, scores: dict[str, Score]) -> list[str]:
    rows = [
        (name, str(each.expected), f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}")
        for name, each in scores.items()
    ]
    return table((title, "应有", "精确率", "召回率", "F1"), "lrrrr", rows)


def _confusions(pairs: Sequence[Pair]) -> list[str]:
    rows = [(c.expected, c.got, str(c.count), percent(c.share)) for c in largest(pairs, CONFUSIONS)]
    return [
        "## 最常认错的",
        "",
        *table(("应为", "认成", "条数", "占该意图"), "llrr", rows),
        "",
        "![混淆矩阵：行是应为，列是认成](images/confusion.png)",
    ]


def _misses(pairs: Sequence[Pair]) -> list[str]:
    rows = [
        (
            cell(pair.text),
            pair.expected["task"],
            pair.got["task"],
            f"{pair.got['confidence']:.2f}",
            _fields(pair),
        )
        for pair in pairs
    ]
    return [
        f"## 错得最有把握的 {len(pairs)} 条",
        "",
        "只从看过的三组里取：没看过的不打印，才一直是没看过的。",
        "",
        *table(("消息", "应为", "认成", "把握", "错的字段"), "lllrl", rows),
    ]


def _fields(pair: Pair) -> str:
    return "、".join(pair.wrong_fields)


def _parts(parts: Sequence[Ablation], sets: Sequence[Answered]) -> list[str]:
    expected = [pair.expected["task"] for pair in _joined(sets)]
    unseen = [not each.seen for each in sets for _ in each.pairs]
    rights = [[got == want for got, want in zip(part.tasks, expected, strict=True)] for part in parts]
    new = [[right for right, fresh in zip(each, unseen, strict=True) if fresh] for each in rights]
    rows = [
        (part.what, *_against(each, rights[0]), *_against(fresh, new[0]))
        for part, each, fresh in zip(parts, rights, new, strict=True)
    ]
    head = ("少了什么", "全部：意图对", "差", "没看过的：意图对", "差")
    return ["## 每个部件值多少", "", "每次拿掉一样，其余照旧；差是百分点。", "", *table(head, "lrrrr", rows)]


def _against(right: Sequence[bool], whole: Sequence[bool]) -> tuple[str, str]:
    if not right:
        return "—", "—"
    share, usual = sum(right) / len(right), sum(whole) / len(whole)
    return percent(share), "" if right is whole else f"{(share - usual) * 100:+.1f}"


def _calibration(pairs: Sequence[Pair]) -> list[str]:
    found = bins(pairs)
    rows = [
        (f"{b.low:.2f}–{b.high:.2f}", str(b.count), percent(b.confidence), percent(b.right)) for b in found
    ]
    return [
        "## 把握准不准",
        "",
        f"说有八成把握的，十条里应有八条对。平均差 {mean_gap(found) * 100:.1f} 个百分点；规则定下的一律算 0.95。",
        "",
        *table(("把握", "条数", "平均把握", "意图对"), "lrrr", rows),
    ]
