from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import ROOT
from bot.core.review.minimum_table import Least, load_minimum_wages

HEAD = "code,month_yuan,hour_yuan,source,valid_from\n"
ROWS = "420100,1000,10.5,示例文件,2020-01-01\n420000,900,,示例文件,2020-01-01\n420200,800,8,,2020-01-01\n"


@pytest.mark.parametrize(
    ("place", "least"),
    [
        ("420111", Least(100000, 1050)),
        ("420100", Least(100000, 1050)),
        ("420684", Least(90000, None)),
        ("420202", Least(90000, None)),  # a figure without a source does not count
        ("440300", Least(None, None)),
    ],
)
def test_the_nearest_figure_with_a_source(tmp_path: Path, place: str, least: Least) -> None:
    (tmp_path / "minimum_wage.csv").write_text(HEAD + ROWS, encoding="utf-8")
    assert load_minimum_wages(tmp_path).of(place) == least


def test_the_table_that_is_shipped_can_be_read() -> None:
    folder = ROOT / "bot" / "data" / "reference"
    assert load_minimum_wages(folder).of("420111") in (Least(None, None),)
