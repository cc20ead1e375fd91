"""The confusion matrix as a picture. matplotlib comes with Rasa."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.evaluation.confusion import matrix
from bot.evaluation.scores import Pair

_CELL_INCHES, _MARGIN_INCHES, _DPI = 0.33, 2.2, 110
_DARK = 0.5  # a share from which white figures are easier to read


def draw(pairs: Sequence[Pair], path: Path) -> None:
    """Rows are what was expected, columns what came out; colours are shares of a row, figures are messages."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - half a second to load
    from matplotlib.figure import Figure  # noqa: PLC0415

    tasks, counts = matrix(pairs)
    side = len(tasks) * _CELL_INCHES + _MARGIN_INCHES
    figure = Figure(figsize=(side, side), dpi=_DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    shares = [[count / max(sum(row), 1) for count in row] for row in counts]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(tasks)), tasks, rotation=90)
    axes.set_yticks(range(len(tasks)), tasks)
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, labelsize=9)
    axes.set_xlabel("came out as")
    axes.set_ylabel("expected")
    _write_counts(axes, counts, shares)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without the version of the library in it, so that the same figures give the same file.
    figure.savefig(path, metadata={"Software": None})


def _write_counts(axes: object, counts: Sequence[Sequence[int]], shares: Sequence[Sequence[float]]) -> None:
    for y, row in enumerate(counts):
        for x, count in enumerate(row):
            if count:
                colour = "white" if shares[y][x] > _DARK else "#b00020" if x != y else "black"
                axes.text(x, y, str(count), ha="center", va="center", fontsize=8, color=colour)  # type: ignore[attr-defined]
