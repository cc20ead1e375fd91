"""Which files are measured with, in which order, and which were seen."""

from __future__ import annotations

from pathlib import Path

from bot.evaluation.sets import data_hash, read_sets


def test_every_file_is_taken_in_natural_order(tmp_path: Path) -> None:
    for name in ("messages_10", "messages_2", "messages_3"):
        (tmp_path / f"{name}.jsonl").write_text(f'{{"text": "{name}"}}\n\n', encoding="utf-8")
    (tmp_path / "notes.md").write_text("", encoding="utf-8")
    sets = read_sets(tmp_path)
    assert [(each.name, each.seen) for each in sets] == [
        ("messages_2", True),
        ("messages_3", True),
        ("messages_10", False),
    ]
    assert sets[2].rows == [{"text": "messages_10"}]


def test_the_hash_follows_the_messages(tmp_path: Path) -> None:
    (tmp_path / "messages_1.jsonl").write_text("{}", encoding="utf-8")
    before = data_hash(tmp_path)
    (tmp_path / "messages_1.jsonl").write_text('{"text": "1"}', encoding="utf-8")
    assert len(before) == 12
    assert before != data_hash(tmp_path)
