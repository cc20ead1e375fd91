"""A case's facts in one line, and the advice on them."""

from __future__ import annotations

from datetime import date
from typing import Any, Callable

import pytest

from bot.core.cases.advice import Advice, advise
from bot.core.cases.facts import read
from bot.core.cases.handbook import Handbook

TODAY = date(2026, 11, 24)
Advise = Callable[..., Advice]


@pytest.fixture
def advice(handbook: Handbook) -> Advise:
    """`advice(kind="wage_dispute", today=…, **facts as stored)`."""

    def of(kind: str = "wage_dispute", today: date = TODAY, **told: Any) -> Advice:
        return advise(read(kind, told, today), handbook.law, today)

    return of
