"""What looks like a date and is none: places (3号楼), choices (选3号), habits (每周一, 每月15号)."""

from __future__ import annotations

import re

from bot.nlu.dates.mention import TAKEN
from bot.nlu.dates.numerals import small
from bot.nlu.dates.patterns import NUMBER, TO, any_of

_SMALL = 12  # with a larger number a day is likelier than a gate or a crane
_CHOICES = 10  # no list is longer

_SPAN = rf"{NUMBER}(?:(?:{TO}|[、,和跟及与]){NUMBER})*"
_LIST = rf"(?:{NUMBER}号?[、,和跟及与 ]?){{0,3}}{NUMBER}\s*号"
_BUILDING = "线|楼(?![上下])|栋|幢|单元|商铺|文件|桩|墩"
_PLACE = any_of(
    "门(?!口)|出口|地块|标段|车间|厂房|别墅|电梯|公馆|馆|码头|桥|柜|塔|坑|井|机器|技师|房(?![子屋])|室(?![内外])",
    "宿舍|棚|吊|院|仓|口(?![罩味])|位|岗|台",
)
_STREET = "(?:路|街|大道|巷|弄|附|门牌|工号|编号|型号|尾号|房号|车牌)"
_NO_DAY_FOLLOWS = r"(?![早晚上中下开进起之以前后去来干做]|到|至|-|~|能|可以|有空|休|的?[白夜]班)"
_PICK = "(?:[选挑第定]|(?<![需不想只还主])要|就要?|接|抢|报名?)"
_PICKED = any_of(
    "[那这][个家单]|岗位|职位|工作|信息|消息|活|师傅|都[报要选]",
    "(?:都|全)?(?:帮我)?都?报[^名到]",
)
_ANSWER_END = "(?:吧|行|可以|的|那个|这个|呢|好|岗位|职位)?[,。!]?$"
_EVERY_DAY = rf"(?:{NUMBER}|[日天末])[号日]?"
_TRAP = re.compile(
    any_of(
        rf"(?P<habit>每个?(?:月|周|星期|礼拜)的?(?:[底初末](?!薪)|[上中下]旬|{_EVERY_DAY}"
        rf"(?:(?:{TO}|[、,和跟及]|(?=周|星期|礼拜))(?:周|星期|礼拜)?{_EVERY_DAY})*))",
        r"(?P<hours>(?:周|星期|礼拜)一(?:-|~|到|至)(?:周|星期|礼拜)?[五六](?=[^,。!?;]{0,3}(?:上班|有课|上课|白天|固定|有空|要带|都要))"
        r"|(?:周末|双休日|(?:周|星期|礼拜)[六日天末])都?(?:固定)?(?:双休|单休|轮休|休息|休(?!闲)))",
        rf"(?P<building>{_SPAN}\s*号(?:{_BUILDING}))",
        rf"(?P<place>(?<!号[到至-]){_SPAN}\s*号{_PLACE})",
        rf"(?P<address>{_STREET}{_SPAN}号(?!早|上午|下午|晚|中午|开工|进场|起|开始|{TO}))",
        rf"(?P<choice>{_PICK}\s*第?{_LIST}{_NO_DAY_FOLLOWS})",
        rf"(?P<answer>^\s*(?:我?[要选就]?)?\s*{_SPAN}号{_ANSWER_END})",
        rf"(?P<that>那个{_SPAN}号|{_LIST}{_PICKED}|^{_SPAN}号[,。 ](?=.{{0,12}}那[个家]))",
        rf"(?P<people>(?:[要招来有缺]了?|几|多|好)\s*{NUMBER}号人)",
    )
)
_FIGURE = re.compile(NUMBER)
_HINT = re.compile("[号每休]|一.{0,3}[五六]")
_LIMITS = {"place": _SMALL, "choice": _CHOICES, "answer": _CHOICES, "that": _CHOICES}


def without_traps(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with every trap blanked, and where the figures of habits stand: they are no count either."""
    if not _HINT.search(text):
        return text, []
    habits: list[tuple[int, int]] = []
    chars = list(text)
    for match in _TRAP.finditer(text):
        if _largest(match) > _LIMITS.get(match.lastgroup or "", 100):
            continue
        chars[match.start() : match.end()] = TAKEN * len(match.group())
        if match.lastgroup == "habit":
            habits += [figure.span() for figure in _FIGURE.finditer(text, *match.span())]
    return "".join(chars), habits


def _largest(match: re.Match[str]) -> int:
    """A choice or a numbered gate has a small number; “要26号能来的” names a day."""
    return max((small(each) or 0 for each in _FIGURE.findall(match.group())), default=0)
