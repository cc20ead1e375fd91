"""What people answer to the questions that time brings: will you come, are you there, were you paid, was it good.

How much a message says by itself decides which question it belongs to: “没给钱” is heard while the matter may still
change, “给了” while that question has no answer, “1” and “行” only for what was asked last.
"""

from __future__ import annotations

import re
from typing import Dict, NamedTuple, Optional, Pattern, Tuple

COMING, ARRIVED, PRESENT, PAID, RATING, SEAT, CLASH = (
    "coming", "arrived", "present", "paid", "rating", "seat", "clash",
)  # fmt: skip
YES, NO, THERE, NOT_YET, LATER, NOT_GONE, UNCLEAR, ONE, TWO, THREE = (
    "yes", "no", "there", "not yet", "later", "not gone", "unclear", "1", "2", "3",
)  # fmt: skip
KINDS = (COMING, ARRIVED, PRESENT, PAID, RATING, SEAT, CLASH)
LONGEST = 30


BARE, SOFT, PLAIN = 0, 1, 2


class Said(NamedTuple):
    """`weight`: BARE could answer any question, SOFT only one of this kind, PLAIN says all by itself."""

    answer: str
    weight: int


_LEAD = (
    "(?:老板|师傅|你好|您好|好的?|嗯+|哦|我们?|俺|人|已经?|都|刚刚?|才|现在|早就|早|今天|明天|明早|一定|肯定|准时|会|准|就|还是|不好意思"
    "|对不起|抱歉|放心)*"
)
_TAIL = "(?:的|了|啊|呀|哈|哦|啦|吧|呢|嘛|撒|谢谢|老板|放心|一定|准时)*"
_CALM = "(?:啊|呀|吧|哈|撒|了|谢谢)*"  # no “的”: “好的” only says that it was read
_CANNOT = "(?:[去来]不[了成到]|不能[去来]|没法[去来]|不[去来]了|不想[去来]|[去来]不成|临时有事|家里有事|有事|生病|病)"
_HERE = (
    "(?:[到来](?:了|啦|哒|咧|咯)|到(?:工地|现场|地方|门口|厂里?|店里?|单位|岗|那边?|这边?|这里)(?:了|啦|门口)*"
    "|在(?:工地|现场|门口|干活)|上工了|开工了|开始干了|在干活?)"
)
_ON_WAY = "(?:(?:快|马上|就要|要)到|在?路上|堵车|堵住|迟到|晚(?:点|一会)|来晚|没到|还没|等[下会]|(?:几|十|[0-9]+)分钟)"
_NOT_PAID = (
    "(?:(?:没有?|不|未|冇)(?:给|结|付|发|拿到?|收到|到账|到手|清|见到?)|一分.{0,3}(?:没|冇)|欠|拖|赖|跑了|找不到人"
    "|扣了?我?|少[给了]|只给|差)"
)
_LATER = (
    "(?:月底|下个?月|月初|下周|过[几两]天|过些?天|明天|后天|年底|年前|完工|干完|做完|[0-9]+号).{0,4}"
    "(?:结|给|付|清|发钱|发工资|到账)|(?:是|说|讲)?(?:月结|周结)"
)
_GOT = "(?:给|结|付|发|收|拿|清|打)(?:清|到|齐|过|给我)?(?:了|啦|哒)|结清|收到|拿到|到账|到手|两清|全清|当[天场]结|日结了"
_FIGURES = "0-9一二两三四五六七八九十百千万"
_NEVER_WENT = "没去成?|没干成?|没做成?|没有去|没开工|没去做|没做了|[去来]了.{0,2}没(?:活|开工|干成?|做成?)|停工|取消了?|不要人了|没上成"
_MONEY = re.compile(r"钱|工资|薪|账|结|款")
# What a message of these words is about is something else, whatever other words are in it.
_ELSE = {
    PAID: re.compile(r"去年|前年|另外|别的老板|以前|之前那|上次|活|工作|招|找[^不]|评|[吗么?]$"),
    RATING: re.compile(r"要|招|人|明天|后天|今天|号|[a-z]\d"),
    PRESENT: re.compile(r"不用|别|莫|招|满|够|停|明天|后天|电话|要"),
}

_YES = "(?:1|好的?|好嘞|行|可以|要得|ok|嗯+|是的?|对的?|收到|晓得了?|知道了?|没问题|没得问题|来的?|去的?|要去?|要来?|还[去来要]|确定|确认)"
_NO = "(?:2|不[去来要了行]?|算了|不用了?|别的?|不去了|不来了|不要了)"
Rows = Tuple[Tuple[str, int, Pattern[str]], ...]


def _rows(*rows: Tuple[str, int, str]) -> Rows:
    return tuple((answer, weight, re.compile(words)) for answer, weight, words in rows)


_SAID: Dict[str, Rows] = {
    COMING: _rows(
        (YES, BARE, f"{_YES}{_TAIL}"),
        (NO, BARE, f"{_NO}{_TAIL}"),
        (THERE, PLAIN, f"{_LEAD}{_HERE}{_TAIL}"),
        (NO, PLAIN, f"{_LEAD}{_CANNOT}{_TAIL}.{{0,8}}"),
        (NOT_YET, PLAIN, f"{_LEAD}(?:(?:快|马上|就要)到|在?路上|堵车|迟到|晚[点一].{{0,6}}到).{{0,10}}"),
        (YES, PLAIN, f"{_LEAD}(?:会[来去到]|能[来去到]|准时[到来去]|放心|[来去到])+{_TAIL}"),
    ),
    ARRIVED: _rows(
        (THERE, BARE, f"(?:1|是的?|对的?|嗯+|在)(?:{_TAIL})"),
        (NOT_YET, BARE, f"(?:2|没有?|还没有?|没呢){_TAIL}"),
        (THERE, PLAIN, f"{_LEAD}{_HERE}{_TAIL}"),
        (NO, PLAIN, f"{_LEAD}{_CANNOT}{_TAIL}.{{0,8}}"),
        (NOT_YET, PLAIN, f"{_LEAD}{_ON_WAY}.{{0,10}}"),
    ),
    PAID: _rows(
        (ONE, BARE, "1"),
        (TWO, BARE, f"2|没有{_TAIL}|还没有?{_TAIL}"),
        (NOT_GONE, BARE, "3"),
        (NOT_GONE, PLAIN, f"{_LEAD}(?:{_NEVER_WENT}){_TAIL}.{{0,8}}"),
        (TWO, PLAIN, f".*(?:{_LATER}).*{_NOT_PAID}.*"),  # promised for then, and then not paid
        (LATER, SOFT, f".*(?:{_LATER}).*"),
        (TWO, PLAIN, f".*(?:{_NOT_PAID}|一半|一部分).*"),
        (UNCLEAR, PLAIN, f".*[给付发结]了?[{_FIGURES}].*"),  # of a sum nobody knows whether it is all
        (ONE, PLAIN, f".{{0,8}}(?:{_GOT}).{{0,8}}"),
    ),
    RATING: _rows(
        (THREE, BARE, f"(?:3|很?不好|[太很]?差劲?|不行|太?坏|不满意){_CALM}"),
        (TWO, BARE, f"(?:2|一般般?|还行|还可以|马马虎虎|凑合|将就){_CALM}"),
        (ONE, BARE, f"(?:1|好|[很蛮挺真]好的?|非常好|[很蛮挺]?不错的?|满意|可以|没得说|好评){_CALM}"),
        (ONE, SOFT, "都好|(?:都?[123好])?.{1,8}(?:[123]|不好|一般|好|差)"),  # by name, to an employer
    ),
    SEAT: _rows((YES, BARE, f"{_YES}{_TAIL}"), (NO, BARE, f"{_NO}{_TAIL}"), (NO, PLAIN, f"{_LEAD}{_CANNOT}{_TAIL}")),
    CLASH: _rows((ONE, BARE, "1|第一个|前一?个|前面的?"), (TWO, BARE, "2|第二个|后一?个|后面的?")),
    PRESENT: _rows(
        (YES, BARE, r"[1-9](?:[和跟、,]?[1-9])*|没有?|是的?|对"),
        (YES, PLAIN, r".{0,16}(?:[没未冇不][有]?(?:来|到|见|看到)|[到来](?:了|齐|啦)|都到|都来|在干|在做|上工).{0,12}"),
    ),
}  # fmt: skip
_OVERLAP: Rows = _rows(
    (YES, BARE, f"(?:还要|要|1|还[去来])(?:{_TAIL})|{_YES}{_TAIL}"), (NO, BARE, f"{_NO}{_TAIL}")
)


def read(kind: str, text: str) -> Optional[Said]:
    """What a message says to a question of this kind (coming, arrived …); None where it does not speak of it."""
    words = plain(text)
    if not words or len(words) > LONGEST or kind in _ELSE and _ELSE[kind].search(words):
        return None
    said = _first(_SAID[kind], words)
    if said and kind == PAID and not _MONEY.search(words):  # “给了”, “收到”: of what, only the question tells
        return Said(said.answer, said.weight if said.answer == NOT_GONE else min(said.weight, SOFT))
    return said


def keeps_it(text: str) -> Optional[bool]:
    """“1 还要 2 不要”: True, False, or None where it says neither."""
    said = _first(_OVERLAP, plain(text))
    return None if said is None else said.answer == YES


def _first(rows: Rows, words: str) -> Optional[Said]:
    return next((Said(answer, weight) for answer, weight, row in rows if row.fullmatch(words)), None)


def plain(text: str) -> str:
    """Lower case without blanks and punctuation; commas between figures are kept apart by “、”."""
    words = re.sub(r"(?<=\d)[\s,、;和跟]+(?=\d)", "、", text.strip().lower())
    return re.sub(r"(?!、)[\s,。.!?;:~…]+", "", words)
