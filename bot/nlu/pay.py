"""Pay as people write it: “一天三百”, “25/h”, “5千到6千一个月”, “250以上”, “一平方40”, “日结”."""
from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple, Union

from bot.nlu.numbers import FIGURES, NUMBER, RANGE, read_range, unclaimed_figures
from bot.nlu.owed import speaks_of_unpaid
from bot.nlu.reading import Reading

_FIGURE = re.compile(
    rf"(?<![\d.:#第])(?P<sum>{RANGE}(?:(?<=[\d一二两三四五六七八九十])块[1-9二三四五六七八九](?![\d个人名位天点号楼元])|[毛角][1-9五]?)?)"
    rf"[多来几]?(?P<money>元|块钱?|(?<=[毛角五\d])钱|大洋)?"
)
_EACH = "(?:[/每一]|1(?!\\d)|按)"
_GOODS = (
    "平方米?|平米|平|m2|方|立方|公?斤|kg|吨|件|车|趟|单|箱|只|亩|米|份|套|层|包|袋|捆|棵|根|筐|篓|担|票|桌|场|户|间|扇|樘|盒|双"
)
_SHIFT = "[白夜晚]班|班(?![人组车])|晚上?|夜|台班|工日?(?![地厂人程资])"
_BEFORE = re.compile(
    rf"(?:(?P<hour>时薪|{_EACH}个?(?:小时|钟头?)|(?:小时|钟点)工(?:[资价])?)"
    rf"|(?P<month>月薪|月工资|月收入|月入|月综合(?:工资|薪资)?|{_EACH}个?月|底薪)"
    rf"|(?P<day>日薪|日工资|天工资|点工价?|台班费?|天天|{_EACH}[天日]|{_EACH}个?(?:{_SHIFT}))"
    rf"|(?P<piece>{_EACH}个?(?:{_GOODS})|按个|计件|按件)"
    rf"|(?P<job>包干价?|总共|一口价|总价|打包价?|承包价?|全包|一共|整包|包工价?|按次))"
    r"(?:[ ,:是的给开有能拿要得就也才都到手算按付约挣赚¥人均干做上我个\u3000]"
    r"|工资|工价|工钱|价格|大概|差不多|保底|包吃住?|(?:两个|每个?|一个?)人|至少|起码|最[少低高多]|不[低少]于|不超过){0,8}$"
)
_AFTER = re.compile(
    rf"(?:左右|上下|以上|起步?|封顶)? ?(?:每人|一人|/人|一个人)?"
    rf"(?:{_EACH}个?(?:(?P<hour>小时|钟头?|h(?![a-z])|时(?![间候段]))|(?P<month>月(?![底初]))|(?P<day>[天日]|{_SHIFT})"
    rf"|(?P<piece>{_GOODS}|[张台头条把盘])|(?P<job>次))"
    rf"|(?P<job2>包干|全包|包完|包圆)|(?P<day2>日薪(?! ?[:{FIGURES}]))|(?P<month2>月薪(?! ?[:{FIGURES}])))"
)
_LEAST = re.compile(r"(?:至少|最少|不[低少]于|不得低于|低于|少于|起码|最低|高于|超过|大于|保底)[^,。;!?]{0,5}$")
_MOST = re.compile(r"(?:最多|封顶|不超过|最高|顶多|不高于|上限)[^,。;!?]{0,5}$")
_AND_UP = re.compile(r" ?(?:以上|起步|起(?![床重吊早来])|往上|朝上|打底|保底|\+|以下的?[^,。]{0,2}[不免莫别])")
_AND_DOWN = re.compile(r" ?(?:以内|以下|封顶|之内|顶天)")

_NOT_PAY = re.compile(
    r"(?:[扣罚差欠押赔借退花贷垫亏]|(?:多给|[加涨补减少])(?!到)|不是|打卡|还我|转|加班(?:费|工资|另算|[每一]小时|[:是一每/]){0,3})"
    r"(?:我|了|你|您|个|他)?$"
)
_RAISED = re.compile(r"(?:[涨加提升降减]到|改[成为]|现在是?|变成)$")
_MEASURE = re.compile(
    r" ?(?:[个名位人岁号楼层点秒年度次路栋室座排组队级%期页本条把辆只套线站区元块毛折倍股票分厘件箱棵根]"
    r"|天|日(?![结薪清])|月(?![结底薪])|周(?![结末边])|小时|平|米(?!厂)|公|吨|斤|方(?!便)|班(?!车)|[a-z:/]|[-~.]\d)"
)
_WORK = re.compile(r"[工活招干做搬卸装拆挖厂薪价摘采挣]|保[安洁姆]|司机|师傅|阿姨|服务员|打扫|洗碗|包[吃住]|管饭|有人|要人|来人|日结|刷|贴砖")
_NOT_WORK = re.compile(
    r"贷|额度|[随份]礼|礼[钱金]|股票|中奖|首付|学费|彩票|话费|借我|转给|打给你|[伤摔断]|医|私了|赔|低保|二手|出售|转让|回收|投资|加盟"
)
_ALONE = re.compile(rf"[ ]*{_FIGURE.pattern}[ 吧啊呀的。!]*(?:就行|可以)?[ 。!]*")
_PLAUSIBLE = {  # yuan
    "hour": (5, 500), "day": (20, 5000), "month": (500, 100000), "piece": (Decimal("0.01"), 5000), "job": (30, 1000000)
}

# One entry a cycle; “做完就给” is daily, as such work lasts a day.
_CYCLES = {
    "daily": (
        "日结|天结|天天(?:结|拿钱|给钱|发钱)|每天(?:结|发|拿钱|给钱)|一天一(?:结|付|清)|做一天结一天|干一天(?:结|给)一天|日清|现结|现付|现金结|"
        "现场结|当[天日场面](?:结|给|拿|付|发|现)|下班(?:就|马上)?(?:结|给钱|拿钱|发钱)|[做干]完(?:活|了|事)?(?:就|马上|立马|当场)(?:给|结|拿|付)|"
        "当天[^,。;]{0,4}结|现钱|隔天结"
    ),
    "weekly": "周结|按周|每周(?:[一二三四五六日])?[结发]|一周一[结付发]|一?个?(?:礼拜|星期)一?[结发]|[7七]天一[结付发]",
    "monthly": (
        "月结|按月|月底(?:结|发|给|付|拿)|月初[结发]|月月[结发清]|每个?月\\u3000?[^,。;]{0,5}发|[号日]发(?:工资|钱|薪)|"
        "[压押](?:一|1|半)个?月|[次下]个?月[^,。;]{0,4}发|一个?月一[结付发]|月清"
    ),
    "on_completion": (
        "完工(?:后|了|就|再|一次)?性?(?:结|付|给|算)|[做干搞](?:完|好)(?:了|活|后)?(?:再|一次性?|一起|统一)?(?:结(?![果婚束局])|算账|算钱|付清)|"
        "[做干搞]完(?:了|活)?(?:再|一起)(?:算|给|付)|结束(?:后|了)?(?:再|一次性?)?[结付]|活完[账钱]清|工程完[^,。]{0,3}[结付]"
    ),
}
_CYCLE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _CYCLES.items()))
_REFUSED = re.compile(r"(?:不要|不做|不干|不接受|不是|别|拒绝|没有|不)[^,。;!? ]{0,2}$")
_REFUSED_BEHIND = re.compile(r"的?(?:活|工作|都|也|就|我)?(?:不要|不做|不干|不去|不行|免谈|莫|别)")


class Wage(NamedTuple):
    """One stated pay; `low` or `high` is None where the words leave that end open."""

    low: Optional[Decimal]
    high: Optional[Decimal]
    unit: Optional[str]
    raised: bool
    start: int
    end: int


def read_pay(reading: Reading) -> None:
    """Sets wage_min, wage_max (yuan), wage_unit and pay_cycle; claims 'pay'. Runs after masks, dates and read_owed."""
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
    if not wages and re.search("计件|按件|按(?:平方?|方|斤|吨|个|单)[算结计付]", text):
        reading.fields["wage_unit"] = "piece"


def _wages(text: str) -> Iterator[Wage]:
    for figure in _FIGURE.finditer(text):
        wage = _wage(text, figure)
        if wage:
            yield wage


def _wage(text: str, figure: re.Match) -> Optional[Wage]:
    values = read_range(figure["sum"])
    before = re.split("[。;!?]", text[max(0, figure.start() - 20) : figure.start()])[-1]
    if not values or values[0] > values[1] or _NOT_PAY.search(before):
        return None
    after = _AFTER.match(text, figure.end())
    unit = _unit(after, _BEFORE.search(before), values)
    if unit is None and (after or not _plain(text, figure, values)):
        return None
    end = after.end() if after else figure.end()
    low, high = _bounds(before, text[figure.end() : end], text[end : end + 8], values)
    return Wage(low, high, unit, bool(_RAISED.search(before)), figure.start(), end)


def _unit(after: Optional[re.Match], before: Optional[re.Match], values: Tuple[Decimal, Decimal]) -> Optional[str]:
    """The unit behind the figure counts before the one in front of it: “干一个月,300一天”."""
    for match in filter(None, (after, before)):
        unit = match.lastgroup.rstrip("2")
        low, high = _PLAUSIBLE[unit]
        if low <= values[0] and values[1] <= high:
            return unit
    return None


def _plain(text: str, figure: re.Match, values: Tuple[Decimal, Decimal]) -> bool:
    """A figure without a unit: with 元/块 nearly any, alone only a round one that measures nothing else."""
    if figure["money"]:
        return 30 <= values[0] and values[1] <= 50000
    if not (100 <= values[0] and values[1] <= 50000) or _MEASURE.match(text, figure.end()):
        return False
    return all(value % (5 if value < 1000 else 50) == 0 for value in values)


def _bounds(before: str, between: str, behind: str, values: Tuple[Decimal, Decimal]) -> Tuple[Optional[Decimal], ...]:
    low, high = values
    if _LEAST.search(before) or _AND_UP.search(between) or _AND_UP.match(behind):
        return low, None
    if _MOST.search(before) or _AND_DOWN.search(between) or _AND_DOWN.match(behind):
        return None, high
    return low, high


def _may_be_plain(reading: Reading, text: str) -> bool:
    """Whether a figure without a unit can be pay: the talk is of work, not of debts, gifts, loans or injuries."""
    if speaks_of_unpaid(reading.text) or _NOT_WORK.search(text):
        return False
    return bool(reading.has("trade") or reading.has("date") or _WORK.search(text) or _ALONE.fullmatch(text))


def _agreeing(wages: List[Wage]) -> List[Wage]:
    """The pay that counts: what it was raised to, else the first with a unit and those in line with it."""
    raised = [wage for wage in wages if wage.raised]
    if raised or not wages:
        return raised[-1:]
    first = next((wage for wage in wages if wage.unit), wages[0])
    figure = first.low or first.high
    return [
        wage
        for wage in wages
        if wage.unit == first.unit and figure / Decimal("2.5") <= (wage.low or wage.high) <= figure * Decimal("2.5")
    ]


def _set_fields(fields: Dict[str, Any], wages: List[Wage]) -> None:
    if not wages:
        return
    lows = [wage.low for wage in wages if wage.low is not None]
    highs = [wage.high for wage in wages if wage.high is not None]
    if lows:
        fields["wage_min"] = _yuan(min(lows))
    if highs:
        fields["wage_max"] = _yuan(max(highs))
    if wages[0].unit:
        fields["wage_unit"] = wages[0].unit


def _yuan(value: Decimal) -> Union[int, float]:
    return int(value) if value == value.to_integral_value() else float(round(value, 2))


def read_cycle(text: str) -> Optional[str]:
    """How often pay is settled; None where none is named, or two are (“日结还是月结”)."""
    if not re.search("[结发给付清算拿]|按周|按月|[压押]", text):
        return None
    named = {
        match.lastgroup
        for match in _CYCLE.finditer(text)
        if not _REFUSED.search(text, max(0, match.start() - 6), match.start())
        and not _REFUSED_BEHIND.match(text, match.end())
    }
    return named.pop() if len(named) == 1 else None
