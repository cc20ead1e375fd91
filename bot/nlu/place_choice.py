"""Which of the places in a message is the place of the work."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from typing import List, Optional, Sequence

from bot.core.places import Gazetteer
from bot.nlu.negation import refused
from bot.nlu.place_mentions import Mention


class Role(IntEnum):
    """What a place is to the sender; the highest counts."""

    OUT = -1  # refused, or somebody else's home
    HOME = 0  # where they come from or have been
    PLAIN = 1
    GOAL = 2  # where they want to go


_GOAL = re.compile(
    r"(?:去|到|来|往|回|赴|奔|克|只接|想在|换成|改成|改为|应该是|要在|就在|只在|找个?|换个?|改)了?$"
)
_HOME = re.compile(
    r"(?:老家|老屋|家在|家住|家里|家是|屋里|(?<![包吃管能可])住|户口|户籍|籍贯|我是|本人|我们是|俺是|从|由|老家是)"
    r"(?:[在是:]|就在|是在)?$|家[乡在]?:?$"
)
_PAST = re.compile(
    r"(?:去过|到过|来过|以前在|之前在|原来在|原先在|曾在|一直在|过去在|以前去|离开)$"
    r"|(?:儿子|女儿|姑娘|老公|老婆|媳妇|老头|爱人|丈夫|爸|妈|姐|哥|弟|妹|孩子|伢)(?:也|都|现在)?在$"
)
_HOME_AFTER = re.compile(
    r"[省市区县州]?(?:那边|这边|那里)?(?:本地)?"
    r"(?:[打干做待]了(?:[^,。;]{1,4}年|\u3000)|人(?![民才工家社力多少员气口流])|来的|过来|回来|出来|户口|户籍|籍|(?<!的)老家)"
)
# Somebody's journey home or a visit: 师傅回河南过年, 回孝感看我妈.
_VISIT = re.compile(
    r"(?:师傅|弟|哥|姐|妹|儿子|姑娘|女儿|老公|老婆|老板|他|她|工人|人)[^,。!?;]{0,4}[回去]了?$"
)
_VISIT_AFTER = re.compile(r"(?:老家)?(?:看(?!看)|过年|探|吃酒|办事|奔丧|结婚|办丧)")
_INSURED_AFTER = re.compile(r"[省市]?(?:交|缴|买|参)(?:的|了|过|社保|养老)")  # 社保在广东交的
_FOREIGN = re.compile(
    r"(?:老板|工头|包工头|经理|老总|对方|他|她|他们|人家|那人|骗子|男的|女的)(?:也|都|就)?[是在](?:个)?$"
)
_FOREIGN_AFTER = re.compile(r"[省市]?的?(?:一个|那个)?(?:老板|包工头|工头|师傅)(?!那)")
_FIXED = re.compile(r"不对|错了|打错|说错|写错|更正|哦不|噢不|啊不|应该是|改成|换成|不是")
_OR = re.compile(
    r"[区市县镇]?(?:这边|那边|周边|附近)?[\s,、,/;]{0,2}(?:和|或者?是?|跟|还有|以及|与|还是|要么|要不|也行|也可以|都行|都可以|可以)?[\s,、,/;]{0,2}[去在到]?"
)
_AND = re.compile(r"[区市县镇]?(?:、|和|或者?|跟|还有|与)?")


class Chooser:
    """Immutable."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer

    def choose(self, text: str, found: Sequence[Mention]) -> Optional[Mention]:
        """The place that counts, or None. Where several are wished for alike, the unit that holds them all."""
        roles = _roles(text, found)
        top = max(roles, default=Role.OUT)
        if top == Role.OUT:
            return None
        best = self._settle(text, [each for each, role in zip(found, roles, strict=True) if role == top], top)
        plain = [each for each, role in zip(found, roles, strict=True) if role == Role.PLAIN]
        return self._finer(best, plain) if top == Role.GOAL else best

    def _settle(self, text: str, wished: Sequence[Mention], role: Role) -> Mention:
        chosen, alike = wished[0], [wished[0]]
        for each in wished[1:]:
            gap = text[alike[-1].end : each.start]
            if _FIXED.search(gap):
                chosen, alike = each, [each]
            elif self._holds(chosen, each) or self._holds(each, chosen):
                chosen = self._finer(chosen, [each])
                alike[-1] = chosen
            elif _OR.fullmatch(gap):
                alike.append(each)
            elif role == Role.GOAL:
                chosen, alike = each, [each]
        return self._together(alike) or chosen

    def _together(self, alike: Sequence[Mention]) -> Optional[Mention]:
        area = self._places.common_area([each.code for each in alike]) if len(alike) > 1 else None
        return replace(alike[0], code=area, span=(area,), words="", end=alike[-1].end) if area else None

    def _holds(self, outer: Mention, inner: Mention) -> bool:
        return any(self._places.is_within(inner.code, area) for area in outer.span)

    def _finer(self, best: Mention, others: Sequence[Mention]) -> Mention:
        for each in others:
            if each.depth > best.depth and self._holds(best, each):
                best = each
        return best


def _roles(text: str, found: Sequence[Mention]) -> List[Role]:
    roles: List[Role] = []
    for number, each in enumerate(found):
        role = _role(text, each)
        if number and role == Role.PLAIN:
            gap = text[found[number - 1].end : each.start]
            if roles[-1] == Role.GOAL and _OR.fullmatch(gap) or _AND.fullmatch(gap):
                role = roles[-1]
        roles.append(role)
    for number in range(len(found) - 1, 0, -1):
        if roles[number] == Role.OUT and _AND.fullmatch(text[found[number - 1].end : found[number].start]):
            roles[number - 1] = Role.OUT
    return roles


def _role(text: str, each: Mention) -> Role:
    before = text[max(0, each.start - 10) : each.start]
    if refused(text, each.start, each.end):
        return Role.OUT
    if _FOREIGN_AFTER.match(text, each.end) and each.depth < 2:
        return Role.OUT
    home_after = _HOME_AFTER.match(text, each.end)
    if _FOREIGN.search(before) and (home_after or text[each.end : each.end + 1] == "的"):
        return Role.OUT
    if _INSURED_AFTER.match(text, each.end):
        return Role.OUT
    if _VISIT.search(before) or before.endswith("回") and _VISIT_AFTER.match(text, each.end):
        return Role.HOME
    if home_after or _HOME.search(before) or _PAST.search(before):
        return Role.HOME
    return Role.GOAL if _GOAL.search(before) else Role.PLAIN
