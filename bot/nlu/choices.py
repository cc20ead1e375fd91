"""Picks from a numbered list: “1”, “1、3”, “第二个”, “选2号”, “头一个”, “一号和三号”."""

from __future__ import annotations

import re

from bot.nlu.numbers import read_number
from bot.nlu.reading import Reading
from bot.nlu.unpaid import speaks_of_unpaid

_LAST = 15  # longer lists are never sent
_N = "(?:[1-9]\\d?|[一二三四五六七八九])"
_SEPARATOR = "(?: ?[,、和跟与/;&] ?| +|还有|以及|加|或者?)"
_NAMED = (
    f"(?:第(?:{_N}|十[一二三四五]?)(?:个|条|家|项|份|种|号|行)?|(?:{_N}|十)号|头一?个|序号(?:为|是)?{_N})"
)
_BARE = f"(?:(?:{_N}|十)[\ufe0f\u20e3]*)"
_ITEMS = f"(?:{_NAMED}|{_BARE})(?:{_SEPARATOR}(?:{_NAMED}|{_BARE})|{_NAMED})*"
# No word of these two is made of others: a repeated choice between them would take exponential time.
_TAKE = (
    "(?:我们?|就|那|这|个|还是|想|要|去|报名?|选择?|挑|定|接|来|先|给我|帮我|回复?|答|好|的|行|嗯|恩|可以|登记|[看相]中|看|了"
    "|是|两个人|都|[:,、 。!])*"
)
_ENDING = (
    "(?:吧|啊|呀|了|哈|哦|噢|啦|撒|咧|呢|嘛|可以[吗不]?|可不可以|就行|行[吗不]?|[蛮很]?好|都|要吗?|也|我|去|想|报名|谢谢|谢了"
    "|麻烦|的|那个|那家|这个|活|工作|岗位|不错|合适|近一?点|[,。!?~. ])*"
)
_WHOLE = re.compile(f"{_TAKE}(?P<items>{_ITEMS}){_ENDING}")
# Within a longer message only a named item behind a word of choosing: “看了半天,我要第三个”.
_WITHIN = re.compile(
    f"(?<!不)(?:选择?|想?要|报名?|去|挑|申请|就)(?:了|那个|的)?(?P<items>{_NAMED}(?:{_SEPARATOR}?{_NAMED})*)"
    "(?:吧|的|那个|那家|岗位|工作|活|就行|可以|啊|了)*(?=$|[,。;!? ]|别的|其[他它]|包|帮)"
)
_FIRST_FEW = re.compile("前(?P<few>[两二三四五六2-6])个?(?:我?都|全都?)(?:要|选|报|帮|可以|行)")
_NUMBER = re.compile("头|[1-9]\\d?|十?[一二三四五六七八九]|十")
_OTHER_TALK = {"wage_min", "wage_max", "amount_owed", "age"}


def read_choice(reading: Reading) -> None:
    """Sets choice, the picked numbers in order, where the message is of nothing else; claims 'choice'."""
    text = reading.text
    if len(text) > 60 or _OTHER_TALK & reading.fields.keys() or speaks_of_unpaid(text):
        return
    few = _FIRST_FEW.search(text)
    pick = few or _WHOLE.fullmatch(text) or _WITHIN.search(text)
    if not pick:
        return
    numbers = list(range(1, int(read_number(few["few"]) or 0) + 1)) if few else _numbers(pick["items"])
    start, end = pick.span("few" if few else "items")
    if any(not 1 <= number <= _LAST for number in numbers) or not _is_no_day(reading, start, end, numbers):
        return
    reading.fields["choice"] = list(dict.fromkeys(numbers))
    reading.claim(start, end, "choice")


def _numbers(items: str) -> list[int]:
    return [1 if word == "头" else int(read_number(word) or 0) for word in _NUMBER.findall(items)]


def _is_no_day(reading: Reading, start: int, end: int, numbers: list[int]) -> bool:
    """“12号” is a day where the reader of dates took it for one; of “一号和三号” its claim is withdrawn."""
    days = [span for span in reading.spans if span.kind == "date" and span.start < end and start < span.end]
    if days and len(numbers) < 2:
        return False
    if days:
        reading.spans[:] = [span for span in reading.spans if span not in days]
        for name in ("date_from", "date_to"):
            reading.fields.pop(name, None)
    return True
