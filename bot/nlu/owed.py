"""Unpaid wages: how much is still owed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.nlu.numbers import AMOUNT, FIGURES, read_number, unclaimed_figures
from bot.nlu.reading import Reading
from bot.nlu.sums import Sum, find_sums
from bot.nlu.unpaid import is_about_unpaid

_EXTRA = re.compile(
    f"(?:全勤|奖金?|提成|绩效|[餐饭房]补|补贴|补助|津贴|押金)[^,。;!?{FIGURES}]{{0,4}}(?P<before>{AMOUNT})(?=[块元没不都也被 ,]|$)"
    f"|(?P<behind>{AMOUNT})(?:[块元]钱?)?的?(?:全勤|奖金|提成|绩效|补贴|押金)"
)
_HALF = re.compile("[给付发结]了?一半")  # half of a sum that may or may not be the one named


def read_owed(reading: Reading) -> None:
    """Sets amount_owed (yuan, never multiplied) and claims 'owed'.

    Does nothing unless the message speaks of unpaid wages. Runs before read_pay.
    """
    if not is_about_unpaid(reading):
        return
    sums = _meant(list(find_sums(unclaimed_figures(reading)))) or list(_extras(reading.text))
    for item in sums:
        if item.part != "job":  # that is pay as well
            reading.claim(item.start, item.end, "owed")
    amount = _still_owed(sums)
    halved = _HALF.search(reading.text) and all(item.part != "left" for item in sums)
    if amount and not halved:
        reading.fields["amount_owed"] = int(amount) if amount == int(amount) else float(round(amount, 2))


def _meant(sums: list[Sum]) -> list[Sum]:
    """A figure that no word explains is the debt only where it is the only one."""
    if len(sums) == 1 and sums[0].part == "bare":
        return [sums[0]._replace(part="other")]
    return [item for item in sums if item.part != "bare"]


def _extras(text: str) -> Iterator[Sum]:
    """What is no wage counts where no wage is named: “全勤奖三百没了”, “押金500不退”."""
    for match in _EXTRA.finditer(text):
        words = match["before"] or match["behind"]
        value = read_number(words)
        if value and value >= 50:
            yield Sum(value, "other", match.start(), match.end())


def _still_owed(sums: list[Sum]) -> Decimal | None:
    """What is left if the message says it; else the debt less what was paid on it."""
    parts: dict[str, list[Sum]] = {}
    for item in sums:
        parts.setdefault(item.part, []).append(item)
    paid, total = parts.get("paid", []), parts.get("total", [])
    left = _difference(sums, paid) or parts.get("left") or _refused(parts.get("unpaid", []), paid)
    if left:
        return left[0].value
    if "owed" in parts:
        debt = _debt(parts["owed"], total)
        return _less(debt.value, [item for item in paid if item.start > debt.start])
    if "short" in parts:
        return _debt(parts["short"][:1], total).value
    whole = total or [*parts.get("unpaid", []), *parts.get("other", [])] or parts.get("job")
    return _less(max(item.value for item in whole), paid) if whole else None


def _difference(sums: list[Sum], paid: list[Sum]) -> list[Sum]:
    """The sum that is another one less what was paid: “两万四,付了八千,条子上剩一万六”."""
    given = sum(item.value for item in paid)
    due = [item for item in sums if item.part not in ("paid", "head")]
    wholes = {item.value for item in due}
    return [item for item in due if given and item.value + given in wholes]


def _refused(unpaid: list[Sum], paid: list[Sum]) -> list[Sum]:
    """Behind what was paid, the sum that was not: “只给了两千,三千块拖了快一年”."""
    return [item for item in unpaid if paid and item.start > paid[0].start]


def _debt(owed: list[Sum], totals: list[Sum]) -> Sum:
    """The largest debt, or the total that sums several up: “欠我九千,欠他两千,加起来一万一”."""
    debt = max(owed, key=lambda item: item.value)
    summed = [item for item in totals if item.start > debt.start and item.value > debt.value]
    return summed[0] if summed else debt


def _less(debt: Decimal, paid: list[Sum]) -> Decimal | None:
    left = debt - sum(item.value for item in paid)
    return left if left > 0 else None
