"""The parts of a day in a text: 早上, 中午, 夜班, 明早. Used by the reader of times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.nlu.dates.patterns import any_of


class Time(NamedTuple):
    """Characters `start` to `end` (exclusive) that name a part of the day, or an hour as HH:MM."""

    start: int
    end: int
    value: str


PARTS = {
    "early": "大?清早|清晨|凌晨|拂晓|天(?:刚|蒙蒙|还没|没|不)?亮|大?一大早|一早(?!上)|大早上|五更|麻麻亮",
    "morning": "(?<![越尽趁更最提])早上(?!工(?!作|地|人)|岗)|早晨|早间|上午|午前|上半天|(?<![白中])早班(?!车)|白班",
    "noon": "中午|晌午|正午|午间",
    "afternoon": "下午(?!茶)|午后|下半天|(?<![早上])中班",
    "evening": "傍晚|黄昏|天黑|擦黑|晚上|晚间|夜晚|(?<!早)晚班(?!车)|下晚",
    "night": "夜班(?!车)|夜里|夜间|半夜|深夜|后半夜|通宵|通霄|夜工|连夜|整夜|守夜|值夜|大夜",
}
# One character is enough right behind a date (明早, 周六晚) or before an hour (早7点).
SINGLE = {"早": "morning", "晨": "morning", "午": "noon", "晚": "evening", "夜": "night"}

# A greeting (早上好), a meal (中午包饭), a rest or the way home says nothing of when the work is.
_NO_WORK = any_of(
    "好(?![吗不])|安(?!装|排|全)|饭|餐|一?[顿餐]|有?[饭餐]|吃饭|有?休息|休|回[来去家]|收工|下班",
    r"就[十半几\d]",
    "[管包供][吃饭餐一中午早晚住宿]",
)
_PART = "|".join(f"(?P<{name}>{words})" for name, words in PARTS.items())
# 等了一上午 and 几个晚上 are lengths.
_NAMED = re.compile(rf"(?:(?<!了一)(?<!个)|(?=夜|.班))(?:{_PART})(?!{_NO_WORK})")
# 早点 and 晚点 compare, 早饭 is a meal.
_BRIEF = re.compile(r"[早晚夜](?![饭餐茶市宵些]|点(?!\d)|点儿)|晨")
_DENIED = re.compile(
    any_of(
        "(?:不上|不做|不干|不想上|不要(?:给?我?[推发排])?|不用上?|(?<!有)没有?|(?<!有)冇得|无|不加|不倒|不熬)"
        r"\s*(?:[夜晚中早白]班|通宵|夜)",
        "(?:[夜晚]班|通宵)(?:的?不|莫|除外|的?别)",
    )
)
_ANY_SHIFT = re.compile("白夜班|[两三]班倒|[白早]班(?:[、和跟或,/ ]|还是|或者)*[夜晚]班|早晚班")
_ANY_PART = re.compile(
    "(?:上午|早上)[、和跟或/ ]*(?:或者)?(?:下午|晚上)都|(?:上午|早上)(?:还是|或者?)(?:下午|晚上)"
)


def without_denied(text: str) -> str:
    """The text with shifts that the person does not want blanked (不上夜班), same length."""
    return _DENIED.sub(lambda match: "\0" * len(match.group()), text)


def parts_in(text: str, date_ends: Iterable[int]) -> list[Time]:
    """All parts of the day, in the order of the text; `date_ends` are the offsets where a date ends."""
    found = [Time(match.start(), match.end(), match.lastgroup or "") for match in _NAMED.finditer(text)]
    for at in set(date_ends) - {each.start for each in found}:
        match = _BRIEF.match(text, at)
        if match:
            found.append(Time(at, match.end(), SINGLE[match.group()]))
    return sorted(found)


def meant(text: str, parts: list[Time]) -> str | None:
    """The part of the day at which the work starts; None where any will do (白班夜班都行)."""
    if _ANY_SHIFT.search(text):
        parts = [each for each in parts if "班" not in text[each.start : each.end]]
    if not parts or _ANY_PART.search(text):
        return None
    if parts[0].value == "evening" and parts[-1].value == "night":  # 今晚通宵, 明晚夜班
        return "night"
    return parts[0].value
