"""How many people a message is about: “招3个小工”, “小工2人”, “3男2女”, “我和老乡”, “两口子”, “十几个人”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.nlu.numbers import FIGURES, NUMBER, read_number, read_range

_TRADE = "[^,。;!? \\d的个]{0,5}(?:工(?![地资作钱厂程期价])|师傅|司机|保安|保[洁姆]|[务收骑]员|骑手|厨师|阿姨|月嫂|护工|普工|大工|打杂|学徒|熟手|生手|大姐|嫂子|老[头太]|劳力|帮手|帮厨|后厨|小伙|妹子|收银)"
_PERSON = "男|女|老乡|兄弟|伙计|婆婆|妇|年轻|后生|学生|带班|力气大"
_PEOPLE = re.compile(
    f"[多来几]? ?(?:(?:个|名|位|号|口)?人(?!民|家|才|费|行|份|均|次|数|一[天间组班屋]|的饭|吃|工(?!地|资|钱|姿))|名(?![字额])|位(?![置于同老领懂工专])|个(?:{_PERSON}))"
)
_SKILLED = re.compile(
    f"[多来几]? ?个(?!月|小时|钟|活|工|零工|地|星期|礼拜|人|半|老板|项目|小区|电话)(?:{_TRADE}|[^,。;!? \\d]{{1,8}}的(?=$|[,。 ]))"
)
_DOING = re.compile(r"[多来几]? ?个(?!月|小时|钟|人|半)[^,。;!? \d]{1,8}?的")  # “要四个贴砖的”
_ANY = re.compile("[多来几]? ?个(?!月|小时|钟|星期|礼拜|半|工地|项目|村|厂|地方|伢|孩)")
_BARE = re.compile(
    r"[多来几]? ?个(?:工(?=$|[,。;!? ]))?(?=$|[,。;!? ]|左右|就|去|来|可以|都(?![没不])|一起|以上|吧|啊|到|日结|包|带|加|和)"
)
_SEEK = re.compile(r"(?:招|要|找|缺|差|需|请|收|加|派|急|求|补|[喊叫](?!了)|来(?!了))[^,。;!?\d]{0,8}$")
_NEED = re.compile(r"[招缺差请求需要][^,。;!?\d]{0,8}$")  # not 找, 来: “帮我找一个” wants a job
_SKILL_BEFORE = re.compile(rf"(?:{_TRADE}[要招缺差来:是, ]{{0,3}}|[^,。;!? \d]的[, ]?|[砖墙筋模漆碗货厨])$")
_TRADE_BEFORE = re.compile(f"{_TRADE}$")
_WITH = re.compile("[和、,加再]$")
_ONLY_ONE = re.compile("[名位]|个?人(?=$|[,。;!? ]|可以|去|来|做|找|就)")
_OURS = re.compile("(?<!给)[我咱俺]们$")
_LISTED = re.compile("(?:^|[, ])$")
_HIRE = re.compile("招|[要补]人|[差缺]人|要[^,。;!?]{0,8}[工的]")
_NO_COUNT = re.compile(
    r"(?:[那这每第哪管供期段给前后]|给我们|扮演|没有?|不是|超过|只有|[叫喊派找来]了|[几数])$"
)
_MORE = re.compile(r"(?:还|再)[差要缺需来加招请派][^,。;!?\d]{0,4}$")
_TOTAL = re.compile(r"(?:[一总]?共|合计)(?:有|要|招)?$")
_APIECE = re.compile(rf" ?(?:一天|每天|一个?月|[{FIGURES}\u3000]|(?<=人)[住在过生带睡回])")
_JOB = re.compile("的?(?:活|工作|事|名|消息|岗|单)|做|干")
_LOWER = re.compile(rf"([{FIGURES}]{{1,3}})(?:[-~到至、])?$")
_HURT = re.compile("[伤摔砸]|医院|抢救")

_N = r"(\d{1,2}|[一两二三四五六七八九十]{1,2})"
_GENDERS = re.compile(
    rf"{_N}个?名?男(?:的|工|人)?[,、 和]{{0,2}}{_N}个?名?女|男(?:工|的|人)?{_N}(?:个|名|人)?[,、 和]{{0,2}}女(?:工|的|人)?{_N}(?![岁\d])"
)
_CORRECTED = re.compile(
    rf"(?:不是[^,。是]{{1,4}}[,而 ]{{0,2}}是|改[成为]|[加减]到|变成)要?{_N}(?=[个名位人])"
)
_WITH_SOME = re.compile(
    rf"我(?:和|跟|带着?|同|与)(?:我|的){{0,2}}(?:另外{_N}个|{_N}个(?:老乡|朋友|工友|兄弟|同事|同学|室友|伙计|亲戚|同村|姐妹))"
)
_COUPLES = re.compile(rf"{_N}对(?:小?夫妻|两口子)|夫妻工?{_N}对")
_KIN = (
    "老婆|老公|媳妇|堂客|爱人|对象|老乡|朋友|弟弟?|哥哥?|兄弟|工友|同事|儿子|爸爸?|父亲|妹妹?|姐姐?|姐夫|妹夫|老表|表[弟哥]|邻居|伙计|"
    "妈妈?|嫂子|舅舅|叔叔|室友|同学|搭档|徒弟"
)
_TALK = "(?![说讲商吵打联要借欠那家的发问])"
_TWO = re.compile(
    f"(?:两|俩)口子|小两口|夫妻(?![房店关优均都也档])|夫妇|俩人|我们两(?=$|[,。 ])|[们咱我子弟妹哥姐爷女徒]俩"
    f"|[我俺](?:和|跟|同|与|带着?|还有)[我俺]?的?一?个?(?:{_KIN}){_TALK}|(?:{_KIN})(?:和|跟|还有)我{_TALK}"
    f"|(?:^|[,。 ])(?:和|跟|带着?)[我俺]?(?:{_KIN})(?=一起|两|来|想|都|找|去)"
)
_THREE = re.compile("[们咱我子弟妹哥姐爷女]仨")
_ONE = re.compile(
    f"[招要请缺差来求]个(?:{_TRADE}|人(?![地体])|(?:会|开|做|看|烧|煮|洗|带|守|刷|贴|搬|卸|焊)[^,。;!? ]{{1,6}}的(?=$|[,。 ]|给|阿姨|师傅|大[姐厨]|[人男女老])|(?<=[招缺差]个)[^,。;!? ]{{1,8}}的(?=$|[,。 给]))(?!的?[活事做干单当]|的?工作|上班)"
)


class Count(NamedTuple):
    """A number of people; `skilled` where a trade stands with it, `leads` where it settles the matter."""

    value: int
    skilled: bool
    leads: bool
    start: int
    end: int


def find_people(text: str) -> list[Count]:
    """The counts that make up the number of people: their sum is the answer, an empty list means none is named."""
    for find in (_corrected, _genders, _company):
        found = find(text)
        if found:
            return [found]
    return _telling(list(_counts(text))) or _unnumbered(text)


def _corrected(text: str) -> Count | None:
    match = _CORRECTED.search(text)
    return _count(match, int(read_number(match[1]) or 0)) if match else None


def _genders(text: str) -> Count | None:
    match = _GENDERS.search(text)
    numbers = [int(read_number(number) or 0) for number in match.groups() if number] if match else []
    return _count(match, sum(numbers)) if match and max(numbers) <= 20 else None


def _company(text: str) -> Count | None:
    """“我和3个老乡” are four, “两对夫妻” too."""
    match = _WITH_SOME.search(text)
    if match:
        return _count(match, int(read_number(match[1] or match[2]) or 0) + 1)
    match = _COUPLES.search(text)
    return _count(match, 2 * int(read_number(match[1] or match[2]) or 0)) if match else None


def _unnumbered(text: str) -> list[Count]:
    for words, value in ((_THREE, 3), (_TWO, 2), (_ONE, 1)):
        match = words.search(text)
        if match:
            return [_count(match, value)]
    return []


def _count(match: re.Match[str], value: int) -> Count:
    return Count(value, False, True, match.start(), match.end())


def _counts(text: str) -> Iterator[Count]:
    found = False
    for number in NUMBER.finditer(text):
        before = text[max(0, number.start() - 14) : number.start()]
        value = _value(number[0], before)
        skilled = bool(_SKILL_BEFORE.search(before) or _SKILLED.match(text, number.end()))
        end = _people_end(text, number, before, value == 1, skilled)
        if not end and (_SEEK.search(before) or (found and _WITH.search(before))):
            doing = _DOING.match(text, number.end())
            skilled, end = True, doing.end() if doing and not _JOB.match(text, doing.end()) else None
        if value and end and not _is_none(text, before, value, end):
            found = True
            leads = bool(_MORE.search(before) or _TOTAL.search(before))
            yield Count(value, skilled, leads, number.start(), end)


def _people_end(text: str, number: re.Match[str], before: str, one: bool, skilled: bool) -> int | None:
    """Where the words for people behind the number end: “5人”, “3个小工”, and with a reason for it “5个”."""
    after = _PEOPLE.match(text, number.end())
    listed = _LISTED.search(before) and _HIRE.search(text)
    if one and not (
        _NEED.search(before) or _SKILL_BEFORE.search(before) or (after and _SEEK.search(before)) or listed
    ):
        if not (_ONLY_ONE.match(text, number.end()) and re.search("(?:^|[我就,。 ])$", before)):
            return None  # one is everywhere: “有一个人说…”, “帮我找一个小工做”
    after = after or _SKILLED.match(text, number.end())
    if not after and (_OURS.search(before) or _TRADE_BEFORE.search(before)):
        after = _ANY.match(text, number.end())
    if not after and (skilled or not before or listed or _SEEK.search(before)):
        after = _BARE.match(text, number.end())
    return after.end() if after else None


def _value(number: str, before: str) -> int | None:
    """Of “三五个”, “2-3个” and “十七八个” the lower figure, as of every rough count."""
    values = read_range(number)
    if not values or values[0] != int(values[0]) or not 1 <= values[0] <= 999:
        return None
    lower = _LOWER.search(before)
    first = read_number(lower[1]) if lower else None
    return int(first) if first and first < values[0] and values[0] - first <= 20 else int(values[0])


def _is_none(text: str, before: str, value: int, end: int) -> bool:
    """“那三个人”, “一个人200” (each), “砸了两个人”: people, but none that are needed or look for work."""
    if _NO_COUNT.search(before) or (_HURT.search(text) and not _SEEK.search(before)):
        return True
    return value == 1 and bool(_APIECE.match(text, end))


def _telling(counts: list[Count]) -> list[Count]:
    """Counts of different trades add up; “还差”, “一共” and a first count without a trade speak alone."""
    for at, count in enumerate(counts):
        if count.leads:
            return counts[at:] if all(other.skilled for other in counts[at:]) else [count]
    if len(counts) < 2:
        return counts
    first, others = counts[0], counts[1:]
    return counts if first.skilled and all(count.skilled for count in others) else [first]
