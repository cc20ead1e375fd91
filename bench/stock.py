"""The stock pipeline (bench/stock.yml), trained on the same examples as ours. `python -m bench.stock EPOCHS` trains it.

On 6,000 messages 100 epochs take 50 minutes of one core, even with batches sorted (bench/by_length.py). Fewer do for time
and memory, which do not depend on them, and the page says how many there were; after 30, it knows 99.6 % of its examples. A
model is kept under var/bench/ for as long as the examples stay the same.
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
EPOCHS = 30


class NotTrained(Exception):
    """Rasa did not train the stock model."""


def model(epochs: int = EPOCHS) -> Path:
    """The stock model's file, trained now where there is none for these examples. Raises NotTrained."""
    path = _path(epochs)
    if not path.exists():
        print(f"正在训练对照用的标准流水线，DIET {epochs} 轮，只训练一次…", file=sys.stderr, flush=True)
        # In a process of its own: TensorFlow keeps its memory and its threads.
        command = [sys.executable, "-W", "ignore", "-m", "bench.stock", str(epochs)]
        done = subprocess.run(command, cwd=ROOT, check=False)
        if done.returncode or not path.exists():
            raise NotTrained(f"标准流水线没有训练成，退出状态 {done.returncode}")
    return path


def _path(epochs: int) -> Path:
    return MODELS / f"stock-{fingerprint()}-{epochs}.tar.gz"


def fingerprint() -> str:
    """Changes with the examples and with the pipeline."""
    digest = hashlib.sha256()
    for path in (CONFIG, *sorted(EXAMPLES.glob("*.yml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def main(argv: list[str]) -> int:
    """Trains; the file is there only once it is whole."""
    epochs = int(argv[0])
    os.environ.update({"TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"})
    from rasa.model_training import train_nlu  # noqa: PLC0415 - the caller of `model` need not load Rasa

    from bench.by_length import sorted_batches  # noqa: PLC0415

    MODELS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=MODELS, prefix=".training-") as folder:
        config = Path(folder) / "config.yml"
        config.write_text(CONFIG.read_text(encoding="utf-8").replace("epochs: 100", f"epochs: {epochs}"))
        with sorted_batches():
            made = train_nlu(str(config), str(EXAMPLES), folder, fixed_model_name="stock.tar.gz")
        if made is None:
            return 1
        os.replace(made, _path(epochs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
