"""Days counted from today: 今天 明早 后天 大后天 昨晚 这两天 三天后 十天前 一周内."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.nlu.dates.arithmetic import add_months, fixed
from bot.nlu.dates.mention import TAKEN, Build, Finder, Range, rule
from bot.nlu.dates.numerals import small
from bot.nlu.dates.patterns import any_of

# The character of the hour stays unread, for the reader of times: in 明早 only 明 is claimed.
_HOUR = r"(?=[早晚夜晨]|上午|中午|下午|傍晚|凌晨|一早|清早|大早)"
_AWAY = rf"(?:天|日(?!期|常|结|薪|子|程|语|报)|儿个?|个儿?|朝|{_HOUR})"
_COUNTED = "一二两三四五六七八九十"
# Days ahead, and the words for them; some as they come out of voice input (名天) or pinyin (mt).
_DAYS = (
    (3, rf"大后{_AWAY}|外后{_AWAY}"),
    (2, rf"(?<![以之今然最年午饭前先])后{_AWAY}(?!性)|后添|houtian"),
    (1, rf"(?<![证文声])明{_AWAY}|(?<![报知姓有几\d{_COUNTED}])名天(?![河门津])|明[添田]"),
    (1, r"(?<![a-z])(?:mingtian|mt)(?![a-z])"),
    (-3, rf"大前{_AWAY}"),
    (-2, r"(?<![目年之以提午饭眼日])前(?:天|日(?!期)|晚)"),
    (-1, rf"昨{_AWAY}"),
)
_OR = r"[、和跟或,/ ]?"
_SEVERAL = (
    ((0, 2), r"今明后三天|今明后"),
    ((1, 2), rf"(?<![声证])明{_OR}后(?:[两二]天|天|日)?(?![a-z面勤])"),
    ((0, 1), rf"今{_OR}明(?:[两二]天|天|日)?(?!年|{_OR}后)"),
)
_TODAY = (
    rf"今{_AWAY}(?!都?是?第|都[{TAKEN}\d下周星礼十二三])|今(?=起)|即日(?=起)|今添|(?<![a-z])jintian(?![a-z])"
)
# 到今天 with a complaint behind it is a state (到今天还没给), otherwise a day.
_NOW = r"(?<![拖欠等])(?:到|至)" + any_of(
    "现在|目前|如今|眼下",
    "今[天日](?=为止|[还都也一]|[^,。]{0,2}[没冇])",
    "今(?![天晚早日儿年个])",
)
_COMING = (
    rf"(?:(?<![{TAKEN}号日天末一二三四五六])这|(?<!附)最?近|未来|接下来|往后|今后)的?(?P<count>一两|两三|[几些]|\d|[两二三四五六七])天"
    r"(?![^,。]{0,2}(?:[没冇][得有]?[活货事工]|老是?|总是|一直|睡不|吃不))"
)
_COUNT = rf"(?P<count>半|\d{{1,2}}|[{_COUNTED}]{{1,3}})"
# 26日前 is a day and 3月后 a month: of the lengths only 10日内 and 3个月后.
_LENGTH = rf"(?<![\d.第{_COUNTED}]){_COUNT}\s*(?P<unit>天|个?(?:周|星期|礼拜)|个月)"
_DAYS_WITHIN = rf"(?<![\d.第{_COUNTED}]){_COUNT}\s*(?P<unit>天|日|个?(?:周|星期|礼拜)|个月)"
_LATER = r"(?:之后|以后|过后|后(?!天|面|勤))"
_PASSING = r"(?<![干做超经来有])过(?P<count>\d{1,2}|[三四五六七八九十]{1,3})(?P<unit>天)(?!一)"
# Three days after something else (干满3天后) is not three days from now.
_ELSEWHERE = re.compile(
    r"(?:满|干|做|完|岗|职|工作|上班|试用|压|超过|每|隔|签收|到货|第|说|承诺|答应)(?:了|够|满|完)?\s*$"
)


def _shift(days: int) -> Build:
    return lambda match, today: fixed(today + timedelta(days=days))


def _shifts(first: int, last: int) -> Build:
    return lambda match, today: fixed(today + timedelta(days=first), today + timedelta(days=last))


def _coming(match: re.Match[str], today: date) -> Finder:
    """这两天: today and tomorrow, or yesterday and today where the message looks back."""
    days = small(match["count"]) or {"一两": 2}.get(match["count"], 3)
    ahead = timedelta(days=days - 1)
    return lambda anchor, back: Range(today - ahead, today) if back else Range(today, today + ahead)


def _after(match: re.Match[str], today: date) -> Finder | None:
    day = (
        None
        if _ELSEWHERE.search(match.string, max(0, match.start() - 8), match.start())
        else _counted(match, today, 1)
    )
    return fixed(day) if day else None


def _ago(match: re.Match[str], today: date) -> Finder | None:
    day = _counted(match, today, -1)
    return fixed(day) if day else None


def _within(match: re.Match[str], today: date) -> Finder | None:
    day = (
        None
        if _ELSEWHERE.search(match.string, max(0, match.start() - 8), match.start())
        else _counted(match, today, 1)
    )
    if not day or day <= today:
        return None
    found = Range(today, day - timedelta(days=1))
    return lambda anchor, back: None if back else found


def _counted(match: re.Match[str], today: date, sign: int) -> date | None:
    """The day so long after today, or before it (sign -1); 半 is 半个月 or 半天."""
    count, unit = match["count"], match["unit"]
    if count == "半":
        return today + timedelta(days=sign * 15) if unit == "个月" else today
    number = small(count)
    if number is None:
        return None
    if unit == "个月":
        return add_months(today, sign * number)
    return today + timedelta(days=sign * number * (1 if unit in ("天", "日") else 7))


RULES = (
    *(rule("relative", "今明", pattern, _shifts(*days)) for days, pattern in _SEVERAL),
    *(rule("relative", "明名后前昨ma大外h", pattern, _shift(days)) for days, pattern in _DAYS),
    rule("now", "现目今如眼", _NOW, _shift(0)),
    rule("today", "今即j", _TODAY, _shift(0)),
    rule("relative", "天", _COMING, _coming),
    rule("relative", "天", r"[前头][两二2]天", _shifts(-2, -1)),
    rule("relative", "后", rf"过?{_LENGTH}{_LATER}", _after),
    rule("relative", "过", _PASSING, _after),
    rule("relative", "前", rf"{_LENGTH}(?:之前|以前|前(?!台|面|天))", _ago),
    rule("relative", "内", rf"{_DAYS_WITHIN}(?:之内|以内|内)", _within),
)
