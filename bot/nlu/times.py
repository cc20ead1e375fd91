"""Reads the hour at which work starts, or the part of the day: `read_time_of_day`."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.nlu.dates.corrections import standing
from bot.nlu.dates.numerals import small
from bot.nlu.reading import Reading

_PARTS = {
    "early": "大?清早|清晨|凌晨|拂晓|天(?:刚|蒙蒙|还没|没|不)?亮|大?一大早|一早(?!上)|大早上|五更|麻麻亮",
    "morning": "(?<![越尽趁能更最提])早上(?!工(?!作|地|人)|岗)|早晨|早间|上午|午前|上半天|(?<!白)(?<!中)早班(?!车)|(?<!不上)白班|早起",
    "noon": "中午|晌午|正午|午间",
    "afternoon": "下午(?!茶)|午后|下半天|(?<!早)(?<!上)中班",
    "evening": "傍晚|黄昏|天黑|擦黑|晚上|晚间|夜晚|(?<!早)晚班(?!车)|下晚",
    "night": "夜班(?!车)|夜里|夜间|半夜|深夜|后半夜|通宵|通霄|夜工|连夜|整夜|守夜|值夜|大夜",
}
_SINGLE = {"早": "morning", "晨": "morning", "午": "noon", "晚": "evening", "夜": "night"}
# A greeting (早上好), a meal (中午包饭) or a rest says nothing of when the work is.
_NO_PART = r"(?!好(?![吗不])|安(?!装|排|全)|饭|餐|一?[顿餐]|[管包供](?:吃|饭|餐|一|中|午|早|晚|住|宿)|有?[饭餐]|吃饭|有?休息|休|回[来去家]|收工|下班)"
_PART = "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items())
_NAMED = re.compile(rf"(?<!了一)(?<!个)(?:{_PART}){_NO_PART}")  # 等了一上午, 几个晚上 are lengths
# Right behind a date one character is enough: 明早, 周六晚. 早点 and 晚点 compare, 早饭 is a meal.
_BRIEF = re.compile(r"[早晚夜](?![饭餐茶市宵些]|点(?!\d)|点儿)|晨")
_SHIFT_DENIED = re.compile(
    r"(?:不上|不做|不干|不想上|不要|不用上?|(?<!有)没有?|(?<!有)冇得|无|不加|不倒|不熬)\s*(?:夜班|晚班|中班|早班|白班|通宵|夜)|(?:夜班|晚班|通宵)(?:的?不|莫|除外|的?别)"
)
# Any shift or part of the day will do.
_ANY_SHIFT = re.compile(r"白夜班|[两三]班倒|[白早]班(?:[、和跟或,/ ]|还是|或者)*(?:夜班|晚班)|早晚班")
_ANY_PART = re.compile(r"(?:上午|早上)[、和跟或/ ]*(?:或者)?(?:下午|晚上)都|(?:上午|早上)(?:还是|或者?)(?:下午|晚上)")

_HAN_HOUR = r"(?:二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
_HOUR = rf"(?:(?<![\d.:第月])(?<!\d-)\d{{1,2}}|(?<![一二三四五六七八九十第零几多])(?<!这)(?<!说){_HAN_HOUR})"
_FEWER = r"(?!\d(?!\d)(?![个人名位])|[一二三四五六七八九](?:万|千|百|元|块|倍|亿|米|吨|折|公里|小时|$))"
_MINUTE = r"(?:(?P<half>半)|(?P<quarter>[一三])刻|整|钟|(?P<minute>[0-5]\d|[二三四五]?十[一二三四五六七八九]?(?=分|$|[\s,。到])|零[一二三四五六七八九])分?)?"
_TO = r"\s*(?:-|~|到|至)\s*"
_WORDS = "|".join(_PARTS.values())
_CLOCK = re.compile(
    rf"(?:(?P<part>{_WORDS}|(?<!最)[早晚夜午])\s*(?:[的,、]|大概|大约|差不多|左右|就)?\s*)?"
    rf"(?P<hour>{_HOUR})"
    rf"(?:\s*:\s*(?P<colon>[0-5]\d)(?!\d)|\s?点{_FEWER}{_MINUTE}|(?:(?<=\d)时|(?<=[一二三四五六七八九十])时(?=$|[\s,。整]))(?![间薪长候常工段结装限代髦])(?:(?P<past>[0-5]\d)分)?"
    rf"|\.(?P<point>[0-5]0|[0-5]5)(?=\s*(?:到|至|-|~|集合|上班|开工|出发|$))(?<![点])|(?={_TO}(?:{_WORDS}|[早晚])?\d{{1,2}}(?:点|:[0-5]\d)))"
)
# 一点 is more often “a bit” than one o'clock.
_ONE_OCLOCK = re.compile(r"\s*(?:钟|整|半|到|至|-|集合|开始|上班|开工|左右|多|之?前|以后|出发|见|起)")
_A_BIT = re.compile(r"[有快差近多高少早晚大小好宜贵远慢松单长短低轻松早强轻重厚薄勤]\s*$")
_ITEMS = re.compile(r"\s*(?:要求|意见|建议|原因|说明|水|问题|万|千)")
_UNTIL = re.compile(r"(?<![改推调挪延换前])(?:到|至) *$")
# 早8晚6, 朝九晚五
_SHIFT = re.compile(rf"[早朝]上?\s*(?P<hour>{_HOUR})点?\s*(?:-|~|到|至)?\s*晚上?\s*{_HOUR}点?(?!个|人|名|位)")
_HINT = re.compile(r"[点點时:早晚午夜晨昏黑宵更亮晌早班半]|\d\.\d")


class _Time(NamedTuple):
    start: int
    end: int
    value: str


def read_time_of_day(reading: Reading) -> None:
    """Sets time_of_day to HH:MM (24 h) or to a part of the day and claims the characters as `time`."""
    text = reading.rest()
    if not _HINT.search(text):
        return
    denied = [match.span() for match in _SHIFT_DENIED.finditer(text)]
    for start, end in denied:
        text = text[:start] + "\0" * (end - start) + text[end:]
    ends = {span.end for span in reading.spans if span.kind in ("date", "no_date")}
    parts = _parts(text, ends)
    clocks = _clocks(text, parts)
    for each in (*parts, *clocks):
        reading.claim(each.start, each.end, "time")
    value = _chosen(text, clocks, parts)
    if value:
        reading.fields["time_of_day"] = value


def _chosen(text: str, clocks: list[_Time], parts: list[_Time]) -> str | None:
    """The start: the first clock time that stands, else the first part of the day."""
    starts = [each for each in standing(text, clocks) if not _UNTIL.search(text, 0, each.start)]
    if starts:
        return starts[0].value
    parts = [each for each in standing(text, parts) if not _UNTIL.search(text, 0, each.start)]
    outside = [each for each in parts if not any(_overlap(each, clock) for clock in clocks)]
    if _ANY_SHIFT.search(text):
        outside = [each for each in outside if "班" not in text[each.start : each.end]]
    if not outside or _ANY_PART.search(text):
        return None
    if outside[0].value == "evening" and outside[-1].value == "night":  # 今晚通宵, 明晚夜班
        return "night"
    return outside[0].value


def _overlap(left: _Time, right: _Time) -> bool:
    return left.start < right.end and right.start < left.end


def _parts(text: str, date_ends: set[int]) -> list[_Time]:
    found = [_Time(match.start(), match.end(), match.lastgroup or "") for match in _NAMED.finditer(text)]
    taken = {each.start for each in found}
    for at in date_ends - taken:
        match = _BRIEF.match(text, at)
        if match:
            found.append(_Time(at, match.end(), _SINGLE[match.group()]))
    return sorted(found)


def _clocks(text: str, parts: list[_Time]) -> list[_Time]:
    found = [
        _Time(match.start(), match.end(), f"{small(match['hour']) or 0:02d}:00") for match in _SHIFT.finditer(text)
    ]
    for match in _CLOCK.finditer(text):
        part = _part_of(match, parts)
        value = _clock(match, part)
        if value and _is_clock(text, match, part):
            found.append(_Time(match.start(), match.end(), value))
    return sorted(found)


def _part_of(match: "re.Match[str]", parts: list[_Time]) -> str | None:
    """The part of the day beside the hour, or the last one named before it."""
    word = match["part"]
    if word in _SINGLE:
        return _SINGLE[word]
    before = [each.value for each in parts if each.start < match.end()]
    return before[-1] if before else None


def _is_clock(text: str, match: "re.Match[str]", part: str | None) -> bool:
    if "点" not in match.group() or match["half"] or match["quarter"] or match["minute"]:
        return True
    before = text[: match.start("hour")]
    if match["hour"] in ("一", "1"):
        beside = match["part"] and len(match["part"]) > 1
        return bool(beside or (_ONE_OCLOCK.match(text, match.end()) or "钟" in match.group()) and not _A_BIT.search(before))
    return not _ITEMS.match(text, match.end()) and not (match["hour"] in ("两", "三") and before.endswith(("有", "提", "这")))


def _clock(match: "re.Match[str]", part: str | None) -> str | None:
    hour = small(match["hour"].replace("〇", "零"))
    minute = _minute(match)
    if hour is None or hour > 24 or minute is None or minute > 59:
        return None
    exact = match["colon"] is not None and match["hour"].startswith("0")
    return f"{(hour if exact else _hour_of_day(hour, part)) % 24:02d}:{minute:02d}"


def _minute(match: "re.Match[str]") -> int | None:
    if match["half"]:
        return 30
    if match["quarter"]:
        return {"一": 15, "三": 45}[match["quarter"]]
    text = match["colon"] or match["minute"] or match["past"] or match["point"] or "0"
    return small(text.lstrip("零")) if text != "零" else 0


def _hour_of_day(hour: int, part: str | None) -> int:
    """24-hour clock. Without a part of the day, for work 5-11 mean the morning and 1-4 the afternoon."""
    if hour > 12:
        return hour
    if part == "noon":
        return hour + 12 if hour < 4 else hour
    if part == "afternoon":
        return hour + 12 if hour < 12 else 12
    if part in ("evening", "night"):
        return hour if hour < (5 if part == "evening" else 6) else hour + 12
    if part is None and 1 <= hour <= 4:
        return hour + 12
    return hour
