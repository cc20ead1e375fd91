"""Which file is a model, and what is said where there is none."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from bot.engine import model_file


def packed(path: Path, name: str = "metadata.json") -> Path:
    """A small archive of the form that Rasa writes."""
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = 100_000
        archive.addfile(entry, io.BytesIO(bytes(i * i % 251 for i in range(entry.size))))
    return path


def test_a_whole_model_is_found(tmp_path: Path) -> None:
    path = packed(tmp_path / "m.tar.gz")
    assert model_file.find(path) == path


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_model_written_half_is_refused(tmp_path: Path, kept: float) -> None:
    path = packed(tmp_path / "m.tar.gz")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert not model_file.is_whole(path)
    with pytest.raises(model_file.NoModel, match="m.tar.gz 不完整，请运行 make train"):
        model_file.find(path)


def test_the_last_byte_and_every_other_count(tmp_path: Path) -> None:
    path = packed(tmp_path / "m.tar.gz")
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    assert not model_file.is_whole(path)
    middle = len(content) // 2
    path.write_bytes(content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :])
    assert not model_file.is_whole(path)


def test_another_archive_is_no_model(tmp_path: Path) -> None:
    assert not model_file.is_whole(packed(tmp_path / "m.tar.gz", "readme.txt"))


def test_without_a_file_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(model_file.NoModel, match="没有训练好的模型.*make train"):
        model_file.find(tmp_path / "none.tar.gz")
