"""The stock pipeline (bench/stock.yml), trained on the same examples as ours. `python -m bench.stock` trains it.

Training takes many minutes, so the model is kept under var/bench/ for as long as the examples stay the same.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.config import ROOT

CONFIG = ROOT / "bench" / "stock.yml"
EXAMPLES = ROOT / "bot" / "data" / "nlu"
MODELS = ROOT / "var" / "bench"


class NotTrained(Exception):
    """Rasa did not train the stock model."""


def model() -> Path:
    """The stock model's file, trained now where there is none for these examples. Raises NotTrained."""
    path = MODELS / f"stock-{fingerprint()}.tar.gz"
    if not path.exists():
        print("正在训练对照用的标准流水线（100 轮 DIET），要好几分钟，只训练一次…", file=sys.stderr, flush=True)
        # In a process of its own: TensorFlow keeps its memory and its threads.
        done = subprocess.run([sys.executable, "-m", "bench.stock"], cwd=ROOT, check=False)
        if done.returncode or not path.exists():
            raise NotTrained(f"标准流水线没有训练成，退出状态 {done.returncode}")
    return path


def fingerprint() -> str:
    """Changes with the examples and with the pipeline."""
    digest = hashlib.sha256()
    for path in (CONFIG, *sorted(EXAMPLES.glob("*.yml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def main() -> int:
    """Trains; the file is there only once it is whole."""
    os.environ.update({"TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"})
    from rasa.model_training import train_nlu  # noqa: PLC0415 - the caller of `model` need not load Rasa

    MODELS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=MODELS, prefix=".training-") as folder:
        made = train_nlu(str(CONFIG), str(EXAMPLES), folder, fixed_model_name="stock.tar.gz")
        if made is None:
            return 1
        os.replace(made, MODELS / f"stock-{fingerprint()}.tar.gz")
    return 0


if __name__ == "__main__":
    sys.exit(main())
