"""How long the work goes on from a named day: “后天起干5天”, “从26号干一个星期”, “国庆三天”."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.nlu.dates.arithmetic import add_months
from bot.nlu.dates.mention import Mention
from bot.nlu.dates.numerals import small
from bot.nlu.dates.patterns import any_of

_RANGE = r"(?:(?:\d{1,2}|[一两二三四五六七八九])\s*[-~、到至]\s*)?"  # of 3-5天 the longer counts
_AMOUNT = r"(?P<amount>半|\d{1,2}|[一两二三四五六七八九十]{1,3})"
# 三天一结, 干10天休1天 and 三天能预支 are terms of the work, 三天后 is a day.
_TERMS = (
    r"[一每]结|结|休|压|后|内|前|以后|以内|之后|之内|一休|\d|左右?(?:工资|钱)|[可才能]以?(?:结|走|拿|预支)"
)
_LENGTH = rf"{_RANGE}{_AMOUNT}\s*(?P<unit>天|个?(?:周|星期|礼拜)|个月)(?!{_TERMS})"
_WORK = "(?:干|做|搞|弄|忙|打|连着?|工期|为期|工作|一共|总共|大概要?|大约要?|预计|估计|持续)"
_AT_ONCE = re.compile(
    rf"\s*(?:起|开始|开工|进场|上班|上工)?[,、 ]*(?:连续|连着|[一总]?共|的|[这那])?\s*{_LENGTH}"
)
_SOON = re.compile(
    rf"[^\d,。!?;]{{0,8}}?[,、 ]*(?:{_WORK}|要)[活个满上够它有]?(?P<done>了)?(?:大概|大约)?\s*{_LENGTH}"
)
_TOLD = re.compile(
    "(?<![没想前只先过能工试再])"
    + any_of("(?:连续)?[干做搞弄忙]", "工期|为期|连续", "(?:大[概约]|预计|估计)要?")
    + rf"\s*(?:大概|大约)?{_LENGTH}"
)
_NEAR = 40  # characters behind a day in which its length is looked for


class Length(NamedTuple):
    """So many days, weeks or months, and the characters that tell it."""

    amount: int
    unit: str
    start: int
    end: int

    def last(self, first: date) -> date:
        """The last day of work that begins on `first`."""
        if self.unit == "个月":
            return add_months(first, self.amount) - timedelta(days=1)
        return first + timedelta(days=self.amount * (1 if self.unit == "天" else 7) - 1)


def length_after(text: str, day: Mention, back: bool) -> Length | None:
    """The length told right after a day or holiday. “干了20天” is one only where the message looks back."""
    start = day.end
    match = _AT_ONCE.match(text, start, start + _NEAR)
    if not match and day.kind != "holiday":
        match = _SOON.match(text, start, start + _NEAR)
        if match and match["done"] and not back:
            return None
    return _length(match) if match else None


def length_told(text: str) -> Length | None:
    """A length told apart from the day (“干三天,26号开始”)."""
    match = _TOLD.search(text)
    return _length(match) if match else None


def _length(match: re.Match[str]) -> Length | None:
    amount, unit = match["amount"], match["unit"]
    if amount == "半":
        return Length(15 if unit == "个月" else 1, "天", *match.span())
    number = small(amount) or small(amount[-1])  # 两三天 is at most three
    return Length(number, unit if unit in ("天", "个月") else "周", *match.span()) if number else None
