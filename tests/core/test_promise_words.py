"""What people answer to the questions that time brings, and how much a word says by itself."""

from __future__ import annotations

from typing import Optional

import pytest

from bot.core.promise_words import BARE, PLAIN, SOFT, keeps_it, read

ROWS = """
coming  1               yes      bare
coming  来              yes      bare
coming  好的            yes      bare
coming  会到的          yes      plain
coming  放心 一定到     yes      plain
coming  2               no       bare
coming  不来            no       bare
coming  去不了了        no       plain
coming  明天来不了      no       plain
coming  家里有事        no       plain
coming  到工地了        there    plain
coming  我已经到了      there    plain
coming  在路上          not_yet  plain
coming  后天去不了      -        -
coming  到了没有        -        -
coming  明天武汉小工    -        -
coming  老板电话多少    -        -
arrived 1               there    bare
arrived 到了            there    plain
arrived 2               not_yet  bare
arrived 还没            not_yet  bare
arrived 堵车 马上到     not_yet  plain
arrived 去不了          no       plain
paid    1               1        bare
paid    给了            1        soft
paid    工钱给了        1        plain
paid    结清了 谢谢     1        plain
paid    2               2        bare
paid    没有            2        bare
paid    还没给          2        soft
paid    差两百          2        soft
paid    老板没给钱      2        plain
paid    说月底结 一直没给 2      plain
paid    给了一半        2        soft
paid    说月底结        later    soft
paid    过两天给        later    soft
paid    3               not_gone bare
paid    没去成          not_gone plain
paid    去了没开工      not_gone plain
paid    给了两百        unclear  soft
paid    明天给我找个活  -        -
paid    好的            -        -
paid    以前的老板没给钱 -       -
rating  1               1        bare
rating  好              1        bare
rating  很好            1        bare
rating  一般            2        bare
rating  不好            3        bare
rating  都好 李四3      1        soft
rating  好的            -        -
rating  明天还要3个人   -        -
seat    1               yes      bare
seat    去              yes      bare
seat    不去            no       bare
clash   2               2        bare
clash   第一个          1        bare
present 2               yes      bare
present 人没到          yes      plain
present 李四没来，其他到了 yes   plain
present A23 1           -        -
present 不用来了        -        -
present 人招满了        -        -
"""
WEIGHTS = {"bare": BARE, "soft": SOFT, "plain": PLAIN, "-": None}


def rows() -> list:
    found = []
    for line in filter(None, ROWS.split("\n")):
        kind, rest = line.split(None, 1)
        text, answer, weight = rest.rsplit(None, 2)
        found.append((kind, text, answer.replace("_", " "), WEIGHTS[weight]))
    return found


@pytest.mark.parametrize(("kind", "text", "answer", "weight"), rows())
def test_read(kind: str, text: str, answer: str, weight: Optional[int]) -> None:
    said = read(kind, text)
    assert (said and tuple(said)) == (None if weight is None else (answer, weight))


@pytest.mark.parametrize(
    ("text", "expected"), [("1", True), ("还要", True), ("2", False), ("不要", False), ("明天武汉小工", None)]
)
def test_two_things_at_the_same_hours(text: str, expected: Optional[bool]) -> None:
    assert keeps_it(text) is expected
