"""How many were not paid, and joining a case of many."""

from __future__ import annotations

import re
from typing import Optional

from bot.core.cases.told.figures import small

_N = r"(\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_WHO = "(?:个|名|位)?(?:人|工友|兄弟|老乡|工人|师傅|民工|伙计|娘们|姐妹)"
_COUNT = (
    re.compile(rf"我(?:们)?[和跟]{_N}个?(?:工友|兄弟|老乡|人|伙计|姐妹)"),
    re.compile(rf"(?:我们|咱们?|俺们|一共|总共|共|还有|班组|有)(?:工地)?(?:有)?{_N}(?:多|来|几)?{_WHO}"),
    re.compile(rf"{_N}(?:多|来|几)?{_WHO}(?:都|全|也)?(?:没|冇|一分|的工)"),
)
_US = re.compile(rf"(?:我们|咱们?|俺们){_N}个?(?![月天年点块元千万百十小日号工])")
_ALONE = re.compile("就我(?:一个|自己|1个)|只有我|我一个人?$|^就我$|^我自己$")
_BARE = re.compile(rf"^{_N}(?:多|来|几)?(?:个|名|位)?(?:人|左右)?$")
_JOIN = re.compile(r"^\s*(?:我也?要?|我来)?(?:加入|参加|加)\s*[:：]?\s*([a-zA-Z])\s*(\d{2})(?!\d)")
_OWN_LINE = re.compile(r"^(?:我叫|我是|姓名)?[:：]?\s*([\u4e00-\u9fff]{2,4})")
_NOT_NAME = re.compile("欠|块|元|工|钱|不|没|一|二|三千|千|万|百|老板|知道|多少|天")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def how_many(text: str, asked: bool = False) -> Optional[int]:
    """“我们12个人” is 12, “我和3个老乡” 4, “就我一个” 1; `asked`: a bare number counts."""
    if _ALONE.search(text.strip()):
        return 1
    for at, pattern in enumerate(_COUNT):
        match = pattern.search(text)
        count = small(match[1]) if match else None
        if count and 1 < count < 1000:
            return int(count) + (at == 0)
    us = _US.search(text)
    bare = _BARE.match(text.strip())
    match = us or (bare if bare and (asked or text.strip()[-1] in "个人名位") else None)
    count = small(match[1]) if match else None
    return int(count) if count and count < 1000 else None


def joins(text: str) -> Optional[str]:
    """“加入 a23” is A23."""
    match = _JOIN.match(text)
    return (match[1] + match[2]).upper() if match else None


def own_name(text: str) -> Optional[str]:
    """“张三 3000”: the name before the sum."""
    match = _OWN_LINE.match(text.strip())
    return match[1] if match and not _NOT_NAME.search(match[1]) else None


def join_code(six_digits: str) -> str:
    """A short code out of six random digits: a letter that is not mistaken for a figure, and two figures."""
    return _LETTERS[int(six_digits[:3]) % len(_LETTERS)] + six_digits[-2:]
