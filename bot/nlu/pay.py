"""Pay as people write it: “一天三百”, “25/h”, “5千到6千一个月”, “250以上”, “一平方40”, “日结”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from bot.nlu.cycle import read_cycle
from bot.nlu.numbers import AMOUNT, DASH, NUMBER, RANGE, read_range, unclaimed_figures
from bot.nlu.pay_words import MEASURE, PER_ITEM, PER_ITEM_BEFORE, UNIT_AFTER, UNIT_BEFORE
from bot.nlu.reading import Reading
from bot.nlu.unpaid import is_about_unpaid

_FIGURE = re.compile(
    rf"(?<![\d.#第])(?<!\d:)(?P<sum>{RANGE}"
    r"(?:(?<=[\d一二两三四五六七八九十])块[1-9二三四五六七八九](?![\d个人名位天点号楼元])|[毛角](?:[1-9二三四五六七八九](?![个分\d])|一(?=[,。;!? ]|$))?)?"
    rf"(?:(?<=[块二三四五六七八九]){DASH}{AMOUNT})?)[多几来]?(?P<money> ?元|块钱?|(?<=[毛角五\d])钱|大洋)?"
)
_SENTENCE_END = re.compile("[。;!?]")
_COIN = re.compile("[块毛元]")
_LEAST = re.compile(
    "(?:至少|最少|不[低少]于|不得低于|低于|少[于了]|起码|最低|(?<!不)[高大]于|(?<!不)超过|保底)[^,。;!?]{0,5}$"
)
_WITHOUT = re.compile("(?:没有?|没得|不给)$")  # “没有两百五我不去”
_REFUSED = re.compile("[^,。;!?]{0,4}不[去干做来谈]")
_MOST = re.compile("(?:最多|封顶|不超过|最高|顶多|不高于|上限)[^,。;!?]{0,5}$")
_AND_UP = re.compile(
    r" ?(?:以上|起步|起(?![床重吊早来])|往上|朝上|打底|保底|\+|以下的?[^,。]{0,2}[不免莫别])"
)
_AND_DOWN = re.compile(" ?(?:以内|以下|封顶|之内|顶天)")

_NOT_PAY = re.compile(
    r"(?:[扣罚差欠押赔借退花贷垫亏]|(?:多给|[加涨补减])(?!到)|少[给我]|身上[^,。;!?]{0,4}|[兜卡]里[^,。;!?]{0,4}|不是"
    r"|打卡|还我|转|(?:到手|实际|结账|最后|结果|工资条|月底一算)[是都就只,]?按|加班(?:费|工资|另算|[每一]小时|[:是一每/]){0,3})[我了你您个他]?$"
)
_GIVEN = re.compile("(?<![没不])给$|工钱$|工价$")
_RAISED = re.compile("(?:[涨加提升降减]到|改[成为]|现在是?|变成)$")
_WORK = re.compile(
    r"[工活招干做搬卸装拆挖厂薪价摘采挣焊砌漆瓦匠端刷]|钢筋|学徒|熟手|分拣|到岗|贴砖|打扫|洗碗|保[安洁姆]|司机|师傅|阿姨"
    r"|服务员|[个名\d]人|[一每]人|人一|[有要来]人|包[吃住]|管饭|[当现日][天场]?结|一天一结|至少|最[少低高多]|不[低少]于"
    r"|[低高]于|不超过|起码|[涨加]到|半天|全天|就[行中]|都中|够了|免谈|以[上下]|不[去干做]|月嫂|厨|传菜"
)
_NOT_WORK = re.compile(
    "贷|额度|[随份]礼|礼[钱金]|股票|中奖|首付|学费|彩票|话费|借我|转给|打给你|[伤摔断]|医|私了|赔|低保|二手|出售|转让"
    "|回收|储蓄卡|余额|支出|满减|专享|点击|退订|投资|加盟"
)
_ALONE = re.compile(rf" *{_FIGURE.pattern}[ 吧啊呀的。!]*(?:就行|可以)?[ 。!]*")
_PLAUSIBLE = {  # yuan
    "hour": (5, 500),
    "day": (20, 5000),
    "month": (500, 100000),
    "piece": (Decimal("0.01"), 5000),
    "job": (30, 1000000),
}
_PIECEWORK = re.compile("计件|按件|按(?:平方?|方|斤|吨|个|单)[算结计付]")
_IN_LINE = Decimal("2.5")  # pays of one advert differ by less: 小工200, 大工350


class Wage(NamedTuple):
    """One stated pay; `low` or `high` is None where the words leave that end open."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None
    raised: bool
    start: int
    end: int


def read_pay(reading: Reading) -> None:
    """Sets wage_min, wage_max (yuan), wage_unit and pay_cycle; claims 'pay'.

    Runs after the masks, the dates and read_owed.
    """
    cycle = read_cycle(reading.text)
    if cycle:
        reading.fields["pay_cycle"] = cycle
    text = unclaimed_figures(reading)
    wages = list(_wages(text)) if NUMBER.search(text) else []
    if not all(wage.unit for wage in wages) and not _may_be_plain(reading, text):
        wages = [wage for wage in wages if wage.unit]
    for wage in wages:
        reading.claim(wage.start, wage.end, "pay")
    _set_fields(reading.fields, _agreeing(wages))
    if not wages and _PIECEWORK.search(text):
        reading.fields["wage_unit"] = "piece"


def _wages(text: str) -> Iterator[Wage]:
    for figure in _FIGURE.finditer(text):
        wage = _wage(text, figure)
        if wage:
            yield wage


def _wage(text: str, figure: re.Match[str]) -> Wage | None:
    values = read_range(figure["sum"])
    before = _SENTENCE_END.split(text[max(0, figure.start() - 20) : figure.start()])[-1]
    if not values or values[0] > values[1] or _NOT_PAY.search(before):
        return None
    after = UNIT_AFTER.match(text, figure.end())
    ahead = UNIT_BEFORE.search(before)
    if _COIN.search(figure[0]):
        after = after or PER_ITEM.match(text, figure.end())
        ahead = ahead or (PER_ITEM_BEFORE.search(before) if values[1] < 30 else None)
    counted = not after and not figure["money"] and MEASURE.match(text, figure.end())  # “每天20个人”
    unit = None if counted else _unit(after, ahead, values)
    if unit is None and (after or not _plain(text, figure, values)):
        return None
    end = after.end() if after else figure.end()
    low, high = _bounds(before, text[figure.end() : end], text[end : end + 8], values)
    return Wage(low, high, unit, bool(_RAISED.search(before)), figure.start(), end)


def _unit(
    after: re.Match[str] | None, before: re.Match[str] | None, values: tuple[Decimal, Decimal]
) -> str | None:
    """The unit behind the figure counts before the one in front of it: “干一个月,300一天”."""
    for match in filter(None, (after, before)):
        unit = match.lastgroup.rstrip("2")
        low, high = _PLAUSIBLE[unit]
        if low <= values[0] and values[1] <= high:
            return unit
    return None


def _plain(text: str, figure: re.Match[str], values: tuple[Decimal, Decimal]) -> bool:
    """A figure without a unit: with 元/块 nearly any, alone only a round one that measures nothing else."""
    if figure["money"]:
        return values[0] >= 30 and values[1] <= 50000
    least = 30 if _GIVEN.search(text, max(0, figure.start() - 4), figure.start()) else 100
    if not (values[0] >= least and values[1] <= 50000) or MEASURE.match(text, figure.end()):
        return False
    return all(value % (5 if value < 1000 else 50) == 0 for value in values)


def _bounds(
    before: str, between: str, behind: str, values: tuple[Decimal, Decimal]
) -> tuple[Decimal | None, Decimal | None]:
    low, high = values
    refused = _WITHOUT.search(before) and _REFUSED.match(between + behind)
    if refused or _LEAST.search(before) or _AND_UP.search(between) or _AND_UP.match(behind):
        return low, None
    if _MOST.search(before) or _AND_DOWN.search(between) or _AND_DOWN.match(behind):
        return None, high
    return low, high


def _may_be_plain(reading: Reading, text: str) -> bool:
    """Whether a figure without a unit can be pay: the talk is of work, not of debts, gifts or injuries."""
    if is_about_unpaid(reading) or _NOT_WORK.search(text):
        return False
    if reading.role == "employer":
        return True
    return bool(reading.has("trade") or reading.has("date") or _WORK.search(text) or _ALONE.fullmatch(text))


def _agreeing(wages: list[Wage]) -> list[Wage]:
    """The pay that counts: what it was raised to, else the first with a unit and those in line with it."""
    raised = [wage for wage in wages if wage.raised]
    if raised or not wages:
        return raised[-1:]
    first = next((wage for wage in wages if wage.unit), wages[0])
    figure = first.low or first.high
    return [
        wage
        for wage in wages
        if wage.unit == first.unit and figure / _IN_LINE <= (wage.low or wage.high) <= figure * _IN_LINE
    ]


def _set_fields(fields: dict[str, Any], wages: list[Wage]) -> None:
    if not wages:
        return
    lows = [wage.low for wage in wages if wage.low is not None]
    highs = [wage.high for wage in wages if wage.high is not None]
    if lows:
        fields["wage_min"] = _yuan(min(lows))
    if highs and max(highs) >= max(lows, default=Decimal(0)):  # “小工220,大工400起” has no upper end
        fields["wage_max"] = _yuan(max(highs))
    if wages[0].unit:
        fields["wage_unit"] = wages[0].unit


def _yuan(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(round(value, 2))
