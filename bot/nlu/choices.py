"""Picks from a numbered list: “1”, “1、3”, “第二个”, “选2号”, “头一个”, “一号和三号”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.numbers import read_number
from bot.nlu.reading import Reading
from bot.nlu.unpaid import is_about_unpaid

_LAST = 15  # longer lists are never sent
_N = "(?:[1-9]\\d?|[一二三四五六七八九壹贰叁肆伍陆])"
_SEPARATOR = "(?: ?[,、和跟与/;&] ?| +|还有|以及|加|或者?)"
_NAMED = f"(?:第(?:{_N}|十[一二三四五]?)(?:个|条|家|项|份|种|号|行)?|(?:{_N}|十)号|头一?[个条家]|序号(?:为|是)?{_N})"
_BARE = f"(?:(?:{_N}|十)[\ufe0f\u20e3]*)"
_ITEMS = f"(?:{_NAMED}|{_BARE})(?:{_SEPARATOR}(?:{_NAMED}|{_BARE})|{_NAMED})*"
# No word of these two is made of others: a repeated choice between them would take exponential time.
_TAKE = (
    "(?:我们?|就|那|这|个|还是|想|要|去|报名?|选择?|挑|定|接|来|先|给我|帮我|回复?|答|好|的|行|嗯|恩|可以|登记|[看相]中|看|了"
    "|是|两个人|都|[:,、 。!])*"
)
_ENDING = (
    "(?:吧|啊|呀|了|哈|哦|噢|啦|撒|咧|呢|嘛|可以[吗不]?|可不可以|就行|行[吗不]?|[蛮很]?好|都|要吗?|也|我|去|想|报名|谢谢|谢了"
    "|麻烦|的|那个|那家|这个|活|工作|岗位|不错|合适|近一?点|报|选|它|蛮好|最好|划算|[,。!?~. ])*"
)
_WHOLE = re.compile(f"{_TAKE}(?P<items>{_ITEMS}){_ENDING}")
# Within a longer message only a named item behind a word of choosing: “看了半天,我要第三个”.
_WITHIN = re.compile(
    f"(?<!不)(?:选择?|想?要|报名?|去|挑|申请|就)(?:了|那个|的)?(?P<items>{_NAMED}(?:{_SEPARATOR}?{_NAMED})*)"
    "(?:吧|的|那个|那家|岗位|工作|活|就行|可以|啊|了)*(?=$|[,。;!? ]|别的|其[他它]|包|帮)"
)
_FIRST_FEW = re.compile("前(?P<few>[两二三四五六2-6])个?(?:我?都|全都?)(?:要|选|报|帮|可以|行)")
_NUMBER = re.compile("头|[1-9]\\d?|十?[一二三四五六七八九]|十|[壹贰叁肆伍陆]")
_FORMAL = dict(zip("壹贰叁肆伍陆", range(1, 7), strict=True))
# In a message that is known to choose, any number that counts nothing else, unless it is refused.
_PICK = re.compile(
    "(?P<item>第(?:[0-9]{1,2}|十?[一二三四五六七八九]|十)|头一(?=[个条家])"
    "|(?<![0-9])(?:[0-9]{1,2}|[一二三四五六七八九十])号(?![线楼门院]))"
    "|(?<![0-9a-z])[0-9]{1,2}(?![0-9点元块:个天岁月年])"
)
_TAKES_IT = re.compile("(?:就|去|要|选|报|定)(?:那个|这个)?$")  # “那就去第三家算了” is no refusal
_NOT_BEFORE = re.compile("(?:不要|不去|不报|不选|除了|不是|倒数)$")
_NOT_BEHIND = re.compile(
    "[个条家号位]?(?:那个|那家|的|活)*(?:太[远累]了?)?[我就都 ]*(?:不要|不去|不行|不报|不选|除外|太远)"
)
_FIRST = re.compile("前(?P<few>[两二三四五六2-6])[个条家](?![月天人]|都?不|[^,。;!?]{0,2}太)")
_POSTED = re.compile("(?=[个条家项](?![月人])|号(?:那|岗|活|的))")
_ACCUSES = re.compile("举报|骗|押金|假的|黑心|投诉")
_OTHER_TALK = {"wage_min", "wage_max", "amount_owed", "age"}


def read_choice(reading: Reading) -> None:
    """Sets choice, the picked numbers in order, where the message is of nothing else; claims 'choice'."""
    text = reading.text
    if len(text) > 60 or _OTHER_TALK & reading.fields.keys() or is_about_unpaid(reading):
        return
    if _ACCUSES.search(text):  # “举报第一个 要押金” picks nothing
        return
    few = _FIRST_FEW.search(text)
    pick = few or _WHOLE.fullmatch(text) or _WITHIN.search(text)
    if not pick:
        return
    numbers = _first(few) if few else _numbers(pick["items"])
    start, end = pick.span("few" if few else "items")
    if any(not 1 <= number <= _LAST for number in numbers) or not _is_no_day(reading, start, end, numbers):
        return
    reading.fields["choice"] = list(dict.fromkeys(numbers))
    reading.claim(start, end, "choice")


def picks_within(text: str) -> list[int]:
    """The numbers that a message of choosing names and does not refuse; each once, in order."""
    few = _FIRST.search(text)
    if few:
        return _first(few)
    return _values(match for match in _PICK.finditer(text) if not _is_refused(text, match))


def items_named(text: str) -> list[int]:
    """The numbers of list items (“第3条”, “2号那个”) in a message that does not choose but points at them."""
    return _values(
        match for match in _PICK.finditer(text) if match["item"] and _POSTED.match(text, match.end())
    )


def _values(matches: Iterable[re.Match[str]]) -> list[int]:
    numbers = (number for match in matches for number in _numbers(match[0]))
    return list(dict.fromkeys(number for number in numbers if 1 <= number <= _LAST))


def _first(few: re.Match[str]) -> list[int]:
    return list(range(1, int(read_number(few["few"]) or 0) + 1))


def _is_refused(text: str, match: re.Match[str]) -> bool:
    start = max(0, match.start() - 3)
    if _NOT_BEFORE.search(text, start, match.start()):
        return True
    behind = _NOT_BEHIND.match(text, match.end())
    takes_it = _TAKES_IT.search(text, start, match.start())
    return bool(behind and not (takes_it and behind.group().endswith("算了")))


def _numbers(items: str) -> list[int]:
    return [_value(word) for word in _NUMBER.findall(items)]


def _value(word: str) -> int:
    return 1 if word == "头" else _FORMAL.get(word) or int(read_number(word) or 0)


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
