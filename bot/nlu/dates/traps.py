"""What looks like a date and is none: places (3号楼), choices (选3号), habits (每周一), pay days (15号发工资)."""

from __future__ import annotations

import re
from typing import List, Tuple

from bot.nlu.dates.mention import TAKEN
from bot.nlu.dates.numerals import HAN, NUMBER, TO, small

_SPAN = rf"{NUMBER}(?:(?:{TO}|[、,和跟及与]){NUMBER})*"
_PLACES = (
    r"线|楼(?!上|下)|栋|幢|门(?!口)|出口|地块|标段|商铺|单元|车间|厂房|别墅|电梯|公馆|馆|码头|桥|柜|塔|桩|墩|坑|井"
    r"|机器|技师|房(?!子|屋)|室(?!内|外)|宿舍|棚|吊|院|仓|文件|口(?!罩|味)|位|岗|台"
)
# With a number above a dozen only a house is likelier than the 26th.
_HOUSE = re.compile(r"线|楼|栋|幢|单元|商铺|文件|桩|墩")
_PLACE = rf"(?P<place>{_SPAN}\s*号(?P<noun>{_PLACES}))"
_ADDRESS = rf"(?P<address>(?:路|街|大道|巷|弄|附|门牌|工号|编号|型号|尾号|房号|车牌){_SPAN}号(?!早|上午|下午|晚|中午|开工|进场|起|开始|{TO}))"
_DAY_FOLLOWS = r"(?![早晚上中下开进起之以前后去来干做]|到|至|-|~|能|可以|有空|休|的?[白夜]班)"
_CHOICE = (
    rf"(?P<choice>(?:[选挑第定]|(?<![需不想只还主])要|就要?|接|抢|报名?)\s*第?(?:{NUMBER}号?[、,和跟及 ]){{0,3}}{NUMBER}\s*号{_DAY_FOLLOWS})"
)
_ANSWER = rf"(?P<answer>^\s*(?:我?[要选就]?)?\s*{_SPAN}号(?:吧|行|可以|的|那个|这个|呢|好|岗位|职位)?[,。!]?$)"
_SEVERAL = rf"(?:{NUMBER}号?[、,和跟及与 ]?){{0,3}}{NUMBER}号"
_THAT_ONE = (
    rf"(?P<that>那个{_SPAN}号|{_SEVERAL}(?:那[个家单]|这[个家单]|岗位|职位|工作|信息|消息|活|师傅|都[报要选可行好]|(?:都|全)?(?:帮我)?都?报[^名到]))"
    rf"|(?P<first>^{_SPAN}号[,。 ](?=.{{0,12}}那[个家]))"
)
_PEOPLE = rf"(?P<people>(?:[要招来有缺]|几|多|好)\s*{NUMBER}号人)"
_HABIT = (
    rf"(?P<habit>每个?(?:月|周|星期|礼拜)的?(?:[底初末](?!薪)|[上中下]旬|(?:{NUMBER}|[日天末1-7])[号日]?"
    rf"(?:(?:{TO}|[、,和跟及]|(?=周|星期|礼拜))(?:周|星期|礼拜)?(?:{NUMBER}|[日天末])[号日]?)*))"
)
_TRAP = re.compile("|".join((_HABIT, _PLACE, _ADDRESS, _CHOICE, _ANSWER, _THAT_ONE, _PEOPLE)))
_FIGURE = re.compile(NUMBER)
_HINT = re.compile("[号每]")


def without_traps(text: str) -> "Tuple[str, List[Tuple[int, int]]]":
    """The text with every trap blanked, and where a habit's day stands (每月15号): nobody should read it as a count."""
    if not _HINT.search(text):
        return text, []
    habits: List[Tuple[int, int]] = []
    chars = list(text)
    for match in _TRAP.finditer(text):
        if not _is_trap(match):
            continue
        chars[match.start() : match.end()] = TAKEN * len(match.group())
        if match["habit"]:
            habits += [(match.start() + each.start(), match.start() + each.end()) for each in _FIGURE.finditer(match.group())]
    return "".join(chars), habits


def _is_trap(match: "re.Match[str]") -> bool:
    """A choice or a numbered place has a small number; “要26号能来的” names a day."""
    largest = max((small(each) or 0 for each in _FIGURE.findall(match.group())), default=0)
    if match["place"]:
        return largest <= 12 or bool(_HOUSE.match(match["noun"]))
    if match["choice"] or match["answer"] or match["that"] or match["first"]:
        return largest <= 10
    return True
