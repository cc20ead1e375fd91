"""Tuesday 24 November 2026 is today."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.posting import checks

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        ("明天洪山5个小工300一天", {"date_from": "2026-11-25", "place": "420111"}, []),
        ("工资0元一天", {}, ["pay"]),
        ("0元/天", {}, ["pay"]),
        ("没工资,管饭", {}, ["pay"]),
        ("100元一天", {}, []),
        ("20元/时,8:00到", {}, []),
        ("招0个小工", {}, ["headcount"]),
        ("招10000个小工", {}, ["headcount"]),
        ("招一万个人", {}, ["headcount"]),
        ("招200个人", {}, []),
        ("昨天要5个人", {}, ["past"]),
        ("去年", {}, ["past"]),
        ("11月20号", {"date_from": "2027-11-20"}, ["far"]),
        ("明天27号", {"date_from": "2026-11-25"}, ["two_days"]),
        ("明天25号", {"date_from": "2026-11-25"}, []),
        ("明天(25号)", {"date_from": "2026-11-25"}, []),
        ("明天周三", {"date_from": "2026-11-25"}, []),
        ("明天周五", {"date_from": "2026-11-25"}, ["two_days"]),
        ("27号周五", {"date_from": "2026-11-27"}, []),
        ("27号周一", {"date_from": "2026-11-27"}, ["two_days"]),
        ("明天到27号", {"date_from": "2026-11-25"}, []),
        ("深圳", {"place": "440300"}, ["outside"]),
        ("0元 招0个 深圳", {"place": "440300"}, ["pay", "headcount", "outside"]),
    ],
)
def test_what_cannot_be(text: str, facts: dict, wrong: list) -> None:
    assert checks.problems(text, facts, TODAY) == wrong
