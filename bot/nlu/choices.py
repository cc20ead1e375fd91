"""Picks from a numbered list: “1”, “1、3”, “第二个”, “选2号”, “头一个”, “一号和三号”."""

from __future__ import annotations

import re

from bot.nlu.numbers import read_number
from bot.nlu.reading import Reading

_LAST = 15  # longer lists are never sent
_N = "(?:[1-9]\\d?|[一二三四五六七八九])"
_TAKE = (
    "(?:我|就|那|还是|想|要|去|报名?|选择?|挑|定|接|来|先|给我|帮我|回复?|答|好的?|行|嗯|恩|可以|登记|[看相]中|看|了|的?是|[:,、 。!])*"
)
_ENDING = (
    "(?:吧|啊|呀|了|哈|哦|噢|啦|撒|咧|呢|嘛|可以[吗不]?|可不可以|就行|行[吗不]?|好|都|要吗?|也|我|去|报名|谢谢|谢了|麻烦|的|那个|那家|这个|活|工作"
    "|不错|合适|[,。!?~ ])*"
)
_NAMED = f"(?:第(?:{_N}|十[一二三四五]?)(?:个|条|家|项|份|种|号|行)?|(?:{_N}|十)号|头一?个)"
_ITEM = f"(?:{_NAMED}|(?:{_N}|十)[\ufe0f\u20e3]*)"
_ITEMS = f"{_ITEM}(?:(?: ?[,、和跟与/;&] ?| +|还有|以及|加|或者?){_ITEM}|{_NAMED})*"
_PICK = re.compile(f"(?P<take>{_TAKE})(?P<items>{_ITEMS})(?P<ending>{_ENDING})")
_NUMBER = re.compile("头|[1-9]\\d?|十?[一二三四五六七八九]|十")
_PICKING = re.compile("选|要|报|挑|接|定|[看相]中|登记|那个|那家|这个")
_OTHER_TALK = {"wage_min", "wage_max", "amount_owed", "headcount", "age"}


def read_choice(reading: Reading) -> None:
    """Sets choice, the picked numbers in order, where the whole message is a pick; claims 'choice'."""
    if len(reading.text) > 30 or _OTHER_TALK & reading.fields.keys():
        return
    pick = _PICK.fullmatch(reading.text)
    if not pick or _is_day(pick):
        return
    words = _NUMBER.findall(pick["items"])
    numbers = [1 if word == "头" else int(read_number(word) or 0) for word in words]
    if all(1 <= number <= _LAST for number in numbers):
        reading.fields["choice"] = list(dict.fromkeys(numbers))
        reading.claim(*pick.span("items"), "choice")
        _drop_day(reading)


def _is_day(pick: re.Match[str]) -> bool:
    """“1号” alone is a day of the month; “选1号”, “1号那个” and “一号和三号” are picks."""
    if not re.fullmatch(f"{_N}号|十号", pick["items"]):
        return False
    return not _PICKING.search(pick["take"] + pick["ending"])


def _drop_day(reading: Reading) -> None:
    """“选2号” may have been read as the second of the month: a pick names no day."""
    if "号" in reading.text and reading.has("date"):
        for name in ("date_from", "date_to"):
            reading.fields.pop(name, None)
        reading.spans[:] = [span for span in reading.spans if span.kind != "date"]
