"""The sheet that is printed for a case."""

from __future__ import annotations

from bot.services.cases.evidence import sheet
from bot.services.context import Context
from tests.services.cases.talk import FULL, complain, say


def test_facts_words_law_and_limits_are_on_it(sqlite_ctx: Context) -> None:
    complain(sqlite_ctx, "宏远公司欠我8000 身份证420111196801011234", **FULL)
    say(sqlite_ctx, "我有欠条")
    text = sheet(sqlite_ctx, 1)
    for part in (
        "案件 W1", "谁欠的：宏远公司", "欠多少（元）：8000", "在哪里干的：武汉江夏", "凭据：欠条",
        "2026-11-24 09:10 宏远公司欠我8000 身份证[证件号已隐去]", "2026-11-24 09:10 我有欠条",
        "劳动保障监察条例第二十条", "最后一天2027-10-31", "由受理机关定",
    ):  # fmt: skip
        assert part in text, part
    assert "420111196801011234" not in text


def test_no_such_case(sqlite_ctx: Context) -> None:
    assert sheet(sqlite_ctx, 7) is None
