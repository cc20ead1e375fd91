"""The page says the ratios and what was kept; `make evaluate` reads the file beside it."""

from __future__ import annotations

from pathlib import Path

from bench.figures import Figures
from bench.report import Run, as_json, as_text
from bot.evaluation import stock

OURS = Figures(2.5, 8.0, 2.0, 7.0, 450.0, 6.0, 0.95, 0.93)
RUN = Run("2026-11-24", "abc123", 2, 1316, 3, 15, OURS, Figures(10.0, 16, 8.0, 14, 900.0, 18.0, 0.85, 0.80))


def test_the_page() -> None:
    page = as_text(RUN)
    assert "| 一条消息，中位数（毫秒） | 2.5 | 10.0 | 0.25 倍 |" in page
    assert "| 内存（MB） | 450.0 | 900.0 | 0.50 倍 |" in page
    assert "| 意图对，没看过的几组 | 93.0% | 80.0% | +13.0 点 |" in page
    assert "- 做到了：我们的中位数不超过标准流水线的一半" in page
    assert "DIET 只训练了 15 轮" in page
    assert "没做到" not in page


def test_a_broken_promise_is_told() -> None:
    assert "- 没做到：我们的中位数不超过 5 毫秒" in as_text(RUN._replace(ours=OURS._replace(wall_p50=5.5)))


def test_evaluate_reads_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "bench.json"
    path.write_text(as_json(RUN), encoding="utf-8")
    found = stock.read(path)
    assert found is not None
    assert found.line() == (
        "和 Rasa 标准中文流水线比（2026-11-24，`docs/bench.md`，数据指纹 `abc123`）："
        "意图对 95.0% 比 85.0%；一条消息用处理器 2.0 毫秒比 8.0 毫秒；内存 450 MB 比 900 MB"
    )
    assert stock.read(tmp_path / "none.json") is None
