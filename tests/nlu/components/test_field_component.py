"""What all readers share, and that each reader reads its own fields."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.age import AgeReader
from bot.nlu.components.choices import ChoiceReader
from bot.nlu.components.dates import DateReader
from bot.nlu.components.employers import EmployerReader
from bot.nlu.components.field_component import FieldComponent
from bot.nlu.components.headcount import HeadcountReader
from bot.nlu.components.masks import NoiseMask
from bot.nlu.components.owed import OwedReader
from bot.nlu.components.pay import PayReader
from bot.nlu.components.places import PlaceFinder
from bot.nlu.components.times import TimeOfDayReader
from bot.nlu.components.trades import TradeFinder
from bot.nlu.reading import Reading
from tests.nlu.components.messages import message, reading_of


@pytest.mark.parametrize(
    ("reader", "text", "fields"),
    [
        (DateReader, "明天有活吗", {"date_from": "2026-11-25", "date_to": "2026-11-25"}),
        (TimeOfDayReader, "晚上卸货", {"time_of_day": "evening"}),
        (OwedReader, "老板欠我3000工资", {"amount_owed": 3000}),
        (PayReader, "小工一天300", {"wage_min": 300, "wage_max": 300, "wage_unit": "day"}),
        (TradeFinder, "想找电工的活", {"trade": "electrician"}),
        (HeadcountReader, "要3个小工", {"headcount": 3}),
        (AgeReader, "我今年55岁", {"age": 55}),
        (EmployerReader, "王老板欠我工资", {"employer_name": "王老板"}),
        (ChoiceReader, "选2号", {"choice": [2]}),
    ],
)
def test_reads_its_fields(reader: type[FieldComponent], text: str, fields: dict[str, Any]) -> None:
    made = message(text)
    reader().process([made])
    assert reading_of(made).fields == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("洪山区有活吗", {"place": "420111"}),
        ("洪山有活吗", {"place": "420111"}),
        ("武汉市洪山区有活吗", {"place": "420111"}),
        ("光谷有活吗", {"place": "420111", "place_name": "光谷"}),
        ("有活吗", {}),
    ],
)
def test_a_county_by_its_own_name_has_no_name_beside_its_code(text: str, fields: dict[str, Any]) -> None:
    made = message(text)
    PlaceFinder().process([made])
    assert reading_of(made).fields == fields


def test_masks_a_phone_number_for_the_readers_after_it() -> None:
    made = message("打13800001234找我")
    NoiseMask().process([made])
    assert "13800001234" not in reading_of(made).rest()


def test_reads_training_examples_too() -> None:
    made = message("我55岁")
    AgeReader().process_training_data(TrainingData([made]))
    assert reading_of(made).fields == {"age": 55}


class Broken(FieldComponent):
    """Fails halfway, as a reader with an error in it would."""

    def read(self, reading: Reading) -> None:
        reading.fields["age"] = 1
        raise ValueError(reading.text)


def test_a_failing_reader_costs_its_own_field_only(caplog: pytest.LogCaptureFixture) -> None:
    made = message("我的秘密", place="420111")
    with caplog.at_level(logging.DEBUG):
        Broken().process([made])
    assert reading_of(made).fields == {"place": "420111"}
    assert "Broken failed: ValueError" in caplog.text
    assert "秘密" not in caplog.text
