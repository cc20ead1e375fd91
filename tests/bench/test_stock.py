"""The stock model is trained again when the examples change."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench import stock


def test_the_fingerprint_follows_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stock, "EXAMPLES", tmp_path)
    (tmp_path / "greet.yml").write_text("- 你好", encoding="utf-8")
    before = stock.fingerprint()
    assert before == stock.fingerprint()
    (tmp_path / "greet.yml").write_text("- 您好", encoding="utf-8")
    assert before != stock.fingerprint()


def test_the_pipeline_is_the_stock_one() -> None:
    pipeline = yaml.safe_load(stock.CONFIG.read_text(encoding="utf-8"))["pipeline"]
    assert [(part["name"], part.get("epochs")) for part in pipeline] == [
        ("JiebaTokenizer", None),
        ("CountVectorsFeaturizer", None),
        ("CountVectorsFeaturizer", None),
        ("DIETClassifier", 100),
    ]
