"""What an employer says besides trade, day, place and pay: address, contact, age limits, meals and tools.

Texts are NFKC (ASCII punctuation); line breaks are kept, for an address ends with its line.
"""

from __future__ import annotations

import re
from typing import Dict, List, Optional

from bot.core.names import SURNAMES

LONGEST_ADDRESS, LONGEST_NOTES = 60, 60
_PHONE = r"(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
_END = rf"(?=[,。;!?\n|]|\s*(?:{_PHONE})|\s+(?:早|晚|上午|下午|中午|找|联系|电话|工资|包|管|自带|要求|\d{{1,2}}[点:])|$)"
_LABELLED = re.compile(
    r"(?:(?:详细|工作|上班|集合|干活|施工|面试|上工)?(?:地址|地点|位置))(?:是|在|改成|改到|改为|[::])*\s*(?P<at>[^,。;!?\n]{2,60}?)"
    + _END
)
_GATHER = re.compile(r"(?:在|到)?(?P<at>[^,。;!?\n在到]{3,40}?)(?:集合|碰头|报到|门口等|汇合)")
_REACH = re.compile(
    r"(?:点半?|:\d\d)(?:钟|左右|之?前)?\s*(?:到|在|去)(?P<at>(?!晚|下午|上午|中午|早|次日|第二天|[\d一二三四五六七八九十]+(?:点|:)|了|岗|达)[\u4e00-\u9fffA-Za-z0-9]{3,30})"
)
_SHAPE = re.compile(
    r"(?P<at>[\u4e00-\u9fffA-Za-z0-9]{2,20}?(?:\d+号(?!线)|\d+栋|\d+楼|[东南西北\d一二三四五]+号?门(?!窗))[\u4e00-\u9fffA-Za-z0-9]{0,12}?)"
    + _END
)
_HOUR_WORDS = re.compile(
    r"^(?:(?:今天|明天|后天|大后天|早上?|上午|中午|下午|晚上?|凌晨|清早|清晨)*\s*"
    r"(?:[\d一二两三四五六七八九十]{1,3}(?:点半?|:\d\d)(?:钟|整|左右|前)?)?\s*(?:在|到|去|来|于|就)?\s*)+"
)
_TAIL = re.compile(r"[\s,。.、;:]*(?:集合|碰头|报到|见面?|就行|就可以|等|那里|这里|吧|的)*[\s,。.、;:]*$")
_TITLE = (
    "工|经理|队长?|老师|总|老板娘?|师傅|姐|大姐|哥|大哥|女士|先生|主管|班长|工头|嫂|叔|阿姨|主任|店长|厂长"
)
_WHO = rf"(?:[{SURNAMES}](?:{_TITLE})|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=[\s,。;::\d(]|$)|[老小][{SURNAMES}](?=[\s,。;::\d(]|$))"
_CONTACT = re.compile(rf"(?:找|联系人?|咨询|负责人|打给|对接人?|现场|带队)[::是 ]*(?P<who>{_WHO})")
_BESIDE = re.compile(
    rf"(?P<after>{_WHO})[\s::,]*(?:电话|手机)?[\s::]*(?:{_PHONE})|(?:{_PHONE})[\s,(]*(?P<before>{_WHO})"
)
_RANGE = re.compile(r"(?<!\d)(\d{2})\s*(?:周?岁)?\s*[-~到至]\s*(\d{2})\s*(?:周?岁|(?=[,。;\n ]|$))(?!块|元)")
_UP = re.compile(
    r"(?:年?满|最小|不低于)?(?<!\d)(\d{2})\s*周?岁?(?:及?以上|起步?)(?=.{0,2})|(?:年?满|最小|不低于)(\d{2})\s*周?岁"
)
_DOWN = re.compile(
    r"(?<!\d)(\d{2})\s*周?岁?(?:及?以下|以内|之内)|(?:不超过|不要超过|最大|最高)(\d{2})\s*周?岁"
)
_AGE_WORD = re.compile(r"岁|年龄")
_NOTES = re.compile(
    r"不?(?:包|管|提供)(?:[早中午晚]*[饭餐]|[一两三二]+餐|三餐|吃住?|住宿?|食宿|工作餐|来回|接送|车费|路费)"
    r"|(?:要求)?(?:自己?带|要带|带好?|免费提供)(?:工具|安全帽|手套|雨鞋|胶鞋|铺盖|被子|身份证|饭盒|雨衣|镰刀|锤子)"
    r"|(?:班车|面包车|专车|有车|包车|车辆)?接送|车费报销|加班费?另算|男女不限|夫妻(?:优先|也?可|工)|熟手优先?|生手也?(?:行|可以)|有经验(?:的)?优先|可以?长期"
)


def read_address(text: str) -> Optional[str]:
    """The words after “地址”, before “集合”, or with a house number; None where there are none."""
    for pattern in (_LABELLED, _GATHER, _SHAPE, _REACH):
        found = pattern.search(text)
        at = found["at"] if found else ""
        words = tidy_address(_last_words(at) if pattern is _GATHER else at)
        if len(words) >= 3:
            return words
    return None


def _last_words(words: str) -> str:
    """Before “集合” stands the address last: “400 早7点 光谷广场东口”; “光谷大道77号 2号门” is one."""
    pieces = words.split(" ")
    kept = pieces.pop()
    while pieces and len(kept) < 5 and _PART.search(pieces[-1]) and not _NO_PART.search(pieces[-1]):
        kept = f"{pieces.pop()} {kept}"
    return kept


def tidy_address(words: str) -> str:
    """Without an hour in front and “集合” behind."""
    return _TAIL.sub("", _first_words(_HOUR_WORDS.sub("", words.strip()))).strip()[:LONGEST_ADDRESS]


_PART = re.compile(r"号|门|楼|栋|室|旁|对面|附近|口|边|店|厂|仓|库|单元|层|院|路|街|区|工地")
_NO_PART = re.compile(r"押|费|钱|元|工资|包|管|联系|电话|招|人$|岁")


def _first_words(words: str) -> str:
    """“光谷三路88号 2号门 押金200”: up to what is no part of an address."""
    pieces = words.split(" ")
    kept = pieces[:1]
    for piece in pieces[1:]:
        if not _PART.search(piece) or _NO_PART.search(piece):
            break
        kept.append(piece)
    return " ".join(kept)


def read_contact(text: str) -> Optional[str]:
    """“找张工”, “李师傅 138…”: how the contact is called."""
    found = _CONTACT.search(text)
    if found:
        return found["who"]
    beside = _BESIDE.search(text)
    return (beside["after"] or beside["before"]) if beside else None


_COUNT = re.compile(r"(?:招|要|请|找|需要?|缺|差)\s*(\d{1,3})\s*(?:个|名|位|人)(?!月|小时|钟)")
_ONE = re.compile(r"(?:招|请|找|需要|缺|差|要)一?个(?!月|小时|钟|地方|时间|活|工地|说法|电话|人都)")


def read_count(text: str) -> Optional[int]:
    """“招10个分拣”: how many, where the number stands right behind the wish for people."""
    found = _COUNT.search(text)
    if found:
        return int(found[1])
    return 1 if _ONE.search(text) else None


def read_ages(text: str) -> Dict[str, int]:
    """min_age and max_age in years, as far as said; also such as are against the law."""
    if not _AGE_WORD.search(text):
        return {}
    both = _RANGE.search(text)
    if both and int(both[1]) < int(both[2]):
        return {"min_age": int(both[1]), "max_age": int(both[2])}
    up, down = _UP.search(text), _DOWN.search(text)
    found = {"min_age": up and (up[1] or up[2]), "max_age": down and (down[1] or down[2])}
    return {name: int(age) for name, age in found.items() if age}


def without_notes(text: str) -> str:
    """What is left besides meals, tools and phone numbers."""
    return re.sub(_PHONE, " ", _NOTES.sub(" ", text))


def read_notes(text: str) -> List[str]:
    """Meals, lodging, tools, in the words of the advert; each once."""
    return list(dict.fromkeys(match[0] for match in _NOTES.finditer(text)))
