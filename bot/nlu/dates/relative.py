"""Days counted from today: 今天 明早 后天 大后天 昨晚 这两天 三天后 十天前 一周内."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Optional

from bot.nlu.dates.mention import Finder, Range, add_months, fixed, rule
from bot.nlu.dates.numerals import small

# The character of the hour stays unread, for the reader of times: in 明早 only 明 is claimed.
_HOUR = r"(?=[早晚夜晨]|上午|中午|下午|傍晚|凌晨|一早|清早|大早|半夜)"
_AWAY = rf"(?:天|日(?!期|常|结|薪|子|程|语|报)|儿个?|个儿?|朝|{_HOUR})"
_DAYS = (
    (3, rf"大后{_AWAY}|外后{_AWAY}"),
    (2, rf"(?<![以之今然最年午饭前先])后{_AWAY}(?!性)|后添|houtian"),
    (1, rf"(?<![证文声])明{_AWAY}|(?<![报知姓有几两一二三四五六七八九十\d])名天(?![河门津])|明[添田]"),
    (1, r"(?<![a-z])(?:mingtian|mt)(?![a-z])"),
    (-3, rf"大前{_AWAY}"),
    (-2, r"(?<![目年之以提午饭眼日])前(?:天|日(?!期)|晚)"),
    (-1, rf"昨{_AWAY}"),
)
_SEVERAL = (
    ((0, 2), r"今明后三天|今明后"),
    ((1, 2), r"(?<![声证])明[、和跟或,/ ]?后(?:[两二]天|天|日)?(?![a-z面勤])"),
    ((0, 1), r"今[、和跟或,/ ]?明(?:[两二]天|天|日)?(?!年|[、和跟或,/ ]?后)"),
)
_TODAY = rf"今{_AWAY}(?!都?是?第)|今(?=起)|即日(?=起)|今添|(?<![a-z])jintian(?![a-z])"
_COUNT = r"(?P<count>半|\d{1,2}|[一两二三四五六七八九十]{1,3})"
# 26日前 is a day and 3月后 a month: of the lengths only 10日内 and 3个月后.
_LENGTH = rf"(?<![\d.一二三四五六七八九十第]){_COUNT}\s*(?P<unit>天|个?(?:周|星期|礼拜)|个月)"
# Three days after something else (干满3天后) is not three days from now.
_SINCE_WHAT = re.compile(r"(?:满|干|做|完|岗|职|工作|上班|试用|压|超过|每|隔|签收|到货|第)(?:了|够|满|完)?\s*$")


def _shift(days: int):
    return lambda match, today: fixed(today + timedelta(days=days))


def _shifts(first: int, last: int):
    return lambda match, today: fixed(today + timedelta(days=first), today + timedelta(days=last))


def _coming(match: "re.Match[str]", today: date) -> Finder:
    """这两天: today and tomorrow, or yesterday and today where the message looks back."""
    days = small(match["count"]) if match["count"] not in ("几", "些", "一两", "两三") else None
    ahead = timedelta(days=(days or {"一两": 2}.get(match["count"], 3)) - 1)
    return lambda anchor, back: Range(today - ahead, today) if back else Range(today, today + ahead)


def later(today: date, count: str, unit: str, sign: int = 1) -> Optional[date]:
    """The day so long after today (before it: sign -1); 半 is 半个月 or 半天."""
    if count == "半":
        return today + timedelta(days=sign * 15) if unit.endswith("月") else today
    number = small(count)
    if number is None:
        return None
    if unit.endswith("月"):
        return add_months(today, sign * number)
    return today + timedelta(days=sign * number * (1 if unit in ("天", "日") else 7))


def _after(match: "re.Match[str]", today: date) -> Optional[Finder]:
    day = None if _SINCE_WHAT.search(match.string[: match.start()]) else _counted(match, today, 1)
    return fixed(day) if day else None


def _ago(match: "re.Match[str]", today: date) -> Optional[Finder]:
    day = _counted(match, today, -1)
    return fixed(day) if day else None


def _within(match: "re.Match[str]", today: date) -> Optional[Finder]:
    day = None if _SINCE_WHAT.search(match.string[: match.start()]) else _counted(match, today, 1)
    if not day or day <= today:
        return None
    last = Range(today, day - timedelta(days=1))
    return lambda anchor, back: None if back else last


def _counted(match: "re.Match[str]", today: date, sign: int) -> Optional[date]:
    return later(today, match["count"], match["unit"], sign)


RULES = (
    *(rule("今明", pattern, _shifts(*days), "relative") for days, pattern in _SEVERAL),
    *(rule("明名后前昨ma大外h", pattern, _shift(days), "relative") for days, pattern in _DAYS),
    rule("现目今前", r"(?<![拖欠等])(?:到|至)(?:现在|目前|如今|眼下|今[天日](?=为止|[还都也一]|[^,。]{0,2}(?:没|冇))|今(?![天晚早日儿年个]))", _shift(0), "now"),
    rule("今即j", _TODAY, _shift(0), "today"),
    rule(
        "天",
        r"(?:这|(?<!附)最?近|未来|接下来|往后|今后)的?(?P<count>一两|两三|[几些]|\d|[两二三四五六七])天(?![^,。]{0,2}[没冇][得有]?[活货事工])",
        _coming,
        "relative",
    ),
    rule("天", r"(?:前|头)(?:两|2|二)天", _shifts(-2, -1), "relative"),
    rule("后", rf"过?{_LENGTH}(?:之后|以后|过后|后(?!天|面|勤))", _after, "relative"),
    rule("过", r"(?<![干做超经来有])过(?P<count>\d{1,2}|[三四五六七八九十]{1,3})(?P<unit>天)(?!一)", _after, "relative"),
    rule("前", rf"{_LENGTH}(?:之前|以前|前(?!台|面|天))", _ago, "relative"),
    rule("内", rf"{_LENGTH[:-1]}|日)(?:之内|以内|内)", _within, "relative"),
)
