"""Reads by which name the sender calls whoever owes the wages."""

from __future__ import annotations

import re

from bot.nlu.firms import firms
from bot.nlu.name_words import is_everyday
from bot.nlu.reading import Reading

_HAN = "[\u4e00-\u9fff]"
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤涂鲁柯柳占詹舒阮闵喻游聂梅童殷饶甘"
    "洪施牛倪尚温齐岳翟晏祝敖左屈鄢查裴季骆管兰库鲍俞庞项葛颜冉庄桂匡]"
)
_BOSS = "(?:大老板|老板娘|老板|包工头|工头|包头|大包|二包|总包|项目经理|经理|负责人|队长|班组长|班长|带班的?)"
_TITLE = (
    "(?:大?老板娘?|包工头|工头|包头|总包|项目经理|经理|队长|厂长|店长|工长|场长|班组长|班长|组长|主任|掌柜|大包|带班|监工"
    "|总(?![工共是体算的部数额之计和有归得会要]))"
)
# What comes behind a name: none of it is part of one.
_NEXT = "(?=$|[^\u4e00-\u9fff]|[欠拖跑不没的在还就说是一给把找承手人也都那这总让答带请扣赖躲骗克联失今上从到他我们])"
_NAMING = "[^\\W的是了在给跟说那这和也都就还被叫让欠姓有不没我他你]"
_GIVEN = f"(?:某某?|{_HAN}{{1,2}}?{_NEXT})"

_VERB = "[管向于方时查任关应钱计黄白高常温程付]"  # behind “老板” rather a word than a surname

_PERSONS = (
    re.compile(f"叫做?(?P<name>{_NAMING}{{2,3}})的(?:那个)?{_BOSS}"),
    re.compile(
        f"[欠拖][^,。;!?]{{1,8}}的(?:那个)?人?(?:名字)?(?:叫做?|是)(?P<name>{_SURNAME}{_GIVEN})(?<!的)"
    ),
    re.compile(f"姓{_SURNAME}的?[女男大小]?{_BOSS}"),
    re.compile(f"{_BOSS}(?:名叫|叫做?|名字叫|名字是|是)(?:个)?(?P<name>{_SURNAME}{_GIVEN})(?<!的)"),
    re.compile(f"{_BOSS}:?(?P<name>老{_SURNAME}{_NEXT}|(?!{_VERB}){_SURNAME}(?!{_TITLE}){_GIVEN})"),
    re.compile(f"[小老大]?(?!项目|高级|常务|平时|于是|方便){_SURNAME}(?:某某?|{_NAMING}{{1,2}})??{_TITLE}"),
    re.compile(f"{_BOSS}是?姓{_SURNAME}"),
    re.compile(f"{_BOSS}[^,。;]{{0,6}}?(?P<name>姓{_SURNAME})"),
    re.compile(f"姓{_SURNAME}的"),
    re.compile(
        f"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[个叫是跟]))(?!公司){_SURNAME}{_NAMING}{{1,2}}(?=欠|拖欠|不给我|没给我|跑路)"
    ),
    re.compile(
        f"(?<![古元长得这那有多最好])老{_SURNAME}(?=$|[^\u4e00-\u9fff]|[欠拖跑不没还说给把躲赖骗扣那就一喊叫请带让找讲今去]|的(?:工地|队|班))"
    ),
    re.compile(f"(?<=[跟给找帮被是叫]){_SURNAME}(?:师傅|哥|姐|老?师傅)"),
    re.compile(f"{_SURNAME}(?:师傅|哥|姐)(?=欠|不给|没给|拖|跑|不结|没结)"),
)
_NO_NAME = re.compile("[的工块元给欠结发要讨把付赚有没]钱$")  # “做饭的钱|老板也赖”
_SELF = re.compile(r"(?:我是|我叫|我姓|本人|俺是|我们是|是我)$")

_OWES = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:欠|拖|[没不]给|[没不]结|[没不]发|跑|赖|扣|躲|失联|拉黑|不接|打不通)"
)


def read_employer_name(reading: Reading) -> str | None:
    """Sets `employer_name` to the words by which the message calls the one who owes: a firm by its whole name, else
    a boss (“王老板”, “姓王的老板”, of “包工头老胡” 老胡). Bare “老板” or “公司” names nobody. Hands the name back.
    """
    name = next(firms(reading), None) or _person(reading)
    if name:
        reading.fields["employer_name"] = name
    return name


def _person(reading: Reading) -> str | None:
    text = reading.rest(*_kinds_but(reading, "place"))  # 黄石老板 is a boss from 黄石, not Mr 黄
    found = [match for pattern in _PERSONS for match in pattern.finditer(text)]
    found = [match for match in found if _is_another(text, match)]
    owing = [match for match in found if _OWES.match(text, match.end())]
    for match in owing or found:
        return _name(match)
    return None


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Whether it is a name, and not the sender's own."""
    if _SELF.search(text[: match.start()]) or _NO_NAME.search(text[: match.start() + 1]):
        return False
    given = match.groupdict().get("name", "")
    return given.startswith("老") or not is_everyday(given or "?")


def _name(match: re.Match[str]) -> str:
    return match.groupdict().get("name") or match[0]


def _kinds_but(reading: Reading, *kinds: str) -> set[str]:
    return {span.kind for span in reading.spans} - set(kinds)
