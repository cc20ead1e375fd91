"""The trained model's file: the one that every process loads."""

from __future__ import annotations

import tarfile
import zlib
from pathlib import Path

from bot.config import ROOT

MODELS = ROOT / "bot" / "models"
MODEL_NAME = "linggong.tar.gz"


class NoModel(Exception):
    """There is no model to load; the text says why and what to do."""


def is_whole(path: Path) -> bool:
    """True where the file can be read to its end. A training that was killed, or a full disk, leaves one that cannot."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            names = archive.getnames()
            while archive.fileobj and archive.fileobj.read(1 << 20):  # the checksum stands at the very end
                pass
    except (OSError, EOFError, tarfile.TarError, zlib.error):
        return False
    return "metadata.json" in names


def find(path: Path = MODELS / MODEL_NAME) -> Path:
    """The model's path, once it has been seen to be whole. Raises NoModel."""
    if not path.exists():
        raise NoModel(f"没有训练好的模型（{path.name}），请先运行 make train")
    if not is_whole(path):
        raise NoModel(f"模型文件 {path.name} 不完整，请运行 make train 重新训练")
    return path
