"""Signs as columns."""

from __future__ import annotations

from pathlib import Path

from bot.nlu.components.field_features import FieldFeatures
from bot.nlu.signs import COLUMNS
from tests.nlu.components.messages import message, workplace


def test_one_column_a_sign_each_of_the_same_weight(tmp_path: Path) -> None:
    component = FieldFeatures.create(FieldFeatures.get_default_config(), **workplace(tmp_path))
    made = message("欠我工资", trade="electrician")
    component.process([made])
    row = made.features[0].features.toarray()[0]
    assert row.shape == (len(COLUMNS),)
    assert row[COLUMNS["field:trade"]] == row[COLUMNS["cue:owe"]] == row[COLUMNS["unpaid"]] == 0.3
    assert row[COLUMNS["field:age"]] == 0
