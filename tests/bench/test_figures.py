"""Figures of one side, and what is promised of them."""

from __future__ import annotations

from bench.figures import Answer, Figures, figures, kept, percentile


def test_percentiles_are_values_that_were_measured() -> None:
    hundred = [float(value) for value in range(1, 101)]
    assert (percentile(hundred, 50), percentile(hundred, 99)) == (50.0, 99.0)
    assert (percentile([3.0, 1.0, 2.0], 50), percentile([3.0, 1.0, 2.0], 99)) == (2.0, 3.0)
    assert percentile([7.0], 50) == 7.0


def test_figures_of_a_side() -> None:
    answers = [Answer("greet", 2, 1, 300), Answer("other", 4, 3, 310), Answer("deny", 3, 2, 320)]
    assert figures(answers, [True, False, True], [False, True, True], 6.5) == Figures(
        3, 4, 2, 3, 320, 6.5, 2 / 3, 0.5
    )


def test_promises() -> None:
    stock = Figures(10, 20, 10, 20, 1000, 20, 0.9, 0.9)
    assert list(kept(stock._replace(wall_p50=5, memory=600), stock).values()) == [True, True, True]
    assert list(kept(stock._replace(wall_p50=5.1), stock).values()) == [False, False, False]
