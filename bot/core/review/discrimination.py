"""Refusing people for their sex, home, people, faith or illness where the work does not call for it."""

from __future__ import annotations

import re
from typing import Iterator, Pattern, Tuple

from bot.core.review.facts import BLOCK, Background, Facts, Finding
from bot.core.review.words import clauses, quoted

_SEX = re.compile(
    r"(?:限|仅限|只限|只[要招]|仅[要招])(?:年轻)?[男女](?!女|工(?:不|也)|男)|(?:不[要招收]|谢绝|拒收)[男女](?!女不限)|[男女](?:的|工|性|人|士)?(?:不要|免谈|勿扰|勿扰|别来)"
    r"|[男女](?:性|士)?优先|未婚优先|已婚未育|(?:未育|未婚)的?(?:不要|勿|免)"
    r"|要求[::]?\s*[男女](?=[,。 \n]|$)|性别[::]?\s*[男女](?!女|不限)"
)
_EITHER = re.compile(r"男女(?:不限|都|均|皆|老少)|不限男女|男女")
_PLACES = "河南|东北|新疆|西藏|安徽|四川|贵州|云南|江西|广西|湖南|山东|甘肃|内蒙|外地|外省|农村|乡下"
_REGION = re.compile(
    rf"(?:不[要招收]|谢绝|除了?|拒收)(?:{_PLACES})|(?:{_PLACES})(?:的?人|籍|户口?)?的?(?:不[要招收]|免谈|勿扰|别来|除外|一律不)|(?:限|只[要招收]|仅[要招])(?:本地|本市|城镇|武汉)(?:人|户口|户籍)"
)
_PEOPLE = re.compile(
    r"(?:不[要招收]|谢绝|除|拒收)(?:少数民族|回族|维吾尔族?|维族|藏族|彝族|蒙古?族|信教|[\u4e00-\u9fff]{1,2}族)|(?:少数民族|回族|维吾尔族?|维族|藏族|彝族|信教的?|[\u4e00-\u9fff]{1,2}族)(?:的?人?)?的?(?:不[要招收]|除外|免谈|勿扰|一律不)|限汉族|只[要招收]汉族"
)
_ILL = re.compile(
    r"(?:不[要招收]|谢绝)[^,。]{0,6}(?:乙肝|肝炎|艾滋|携带者|残疾)|(?:乙肝|肝炎|小三阳|大三阳|携带者|残疾人?)(?:的|者)?(?:不[要招收]|免谈|勿扰|除外|一律不)|(?:查|验)乙肝|乙肝(?:五项|两对半)|验孕|孕检|查怀孕"
)
_CLOSE_CARE = frozenset(
    {"caregiver", "nanny"}
)  # washing and dressing somebody: one's own sex may be asked for
_KINDS: Tuple[Tuple[str, Pattern[str], str, str], ...] = (
    (
        "sex", _SEX,
        "就业促进法第二十七条：不得以性别为由拒绝录用妇女或者提高录用标准；妇女权益保障法第四十三条；人力资源市场暂行条例第二十四条",
        "除了国家规定不适合妇女的活，不能限男女",
    ),
    ("region", _REGION, "就业促进法第二十六条（不得实施就业歧视）、第三十一条（农村劳动者平等）", "不能挑哪里人、什么户口"),
    (
        "people", _PEOPLE,
        "就业促进法第二十八条：各民族劳动者享有平等的劳动权利；劳动法第十二条；人力资源市场暂行条例第二十四条",
        "不能挑民族和信仰",
    ),
    (
        "illness", _ILL,
        "就业促进法第二十九条（不得歧视残疾人）、第三十条（不得以是传染病病原携带者为由拒绝录用）；验孕见妇女权益保障法第四十三条",
        "不能因为乙肝、残疾、怀孕不要人",
    ),
)  # fmt: skip


def check(facts: Facts, background: Background) -> Iterator[Finding]:
    for code, pattern, law, advice in _KINDS:
        if code == "sex" and facts.trade in _CLOSE_CARE:
            continue
        for clause in clauses(facts.text):
            if pattern.search(_EITHER.sub("", clause)):
                yield Finding(f"discrimination_{code}", BLOCK, f"可能有歧视：{quoted(clause)}", law, advice)
                break
