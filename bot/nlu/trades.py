"""Reads which trade a message speaks of."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Dict, List, Optional, Tuple

from bot.core.trades import TradeBook, TradeWord
from bot.nlu.common_words import common_words, runs_in, runs_out
from bot.nlu.homophones import Homophones, letters
from bot.nlu.negation import refused
from bot.nlu.reading import Reading
from bot.nlu.word_finder import WordFinder

Found = Tuple[int, int, TradeWord]


class Level(IntEnum):
    """How plainly a word names a trade."""

    SECTOR = 0
    THING = 1
    JOB = 2


# “小工” in “小工资”, “木工” in “木工程”: the second half belongs to another word.
_CUT = re.compile(r"[资作地程业伤龄期艺夫会具序商厂]")
_FORMER = re.compile(r"(?:以前|原来|之前|原先|过去|曾经|本来|干过|做过|搞过|当过)[^,。;!?\s]{0,8}$")
_FORMER_AFTER = re.compile(r"[^,。;!?\s]{0,2}(?:干过|做过|干了|做了)[^,。;!?\s]{0,6}[,。;!?\s]")
_WANTED = re.compile(r"(?:想|要|找|招|聘|求|需|缺|改行|转行|换成|改成)[^,。;!?\s]{0,8}$")
# Said of work; without any of it 食堂 or 酒店 is only where somebody is.
_WORK = re.compile(
    r"招|聘|找(?![你我他她])|活(?!动)|工(?!商|行|程师)|上班|干(?![嘛吗什啥杯净])|做|缺|要人|要\d|要[一二两三四五六七八九十几]"
    r"|需要?[人一二两三四五六七八九十几\d]|兼职|日结|薪|学|培训|证|经验|老板|欠|岗|临时|人手|摔|伤|帮忙|结账|发钱|没?不?给.?钱|没结|\d个?人"
    r"|介绍|进(?=[没不吗]|$)|好多|几多|多少|一天|小时|(?<![一等下待机社])会(?![议展计员长场去来到])"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHAT = re.compile(r"[去在到见吧吗啊了呢走吃住玩慢啦急]")
_BARE = 4  # so few other characters are a bare list: “常福那边叉车”
_VERBS = "做找招要干当是会学聘缺个名"
# Two characters are enough to be looked for behind wrong ones only where they name a person's trade.
_SHORT = frozenset(
    re.findall("..", "保安保洁保姆月嫂门卫司机骑手厨师帮厨外卖快递叉车挖机铲车分拣装卸搬运瓦匠木匠")
)
# Words of these are another reader's for good; in “两个电工”, counted as people, the trade is still to be read.
_TAKEN = frozenset(["place", "mask"])


class TradeReader:
    """Sets `trade` and claims every word for one. Immutable, shared by threads."""

    def __init__(self, trades: TradeBook) -> None:
        self._common = common_words()
        self._trades = trades
        words: Dict[str, Optional[TradeWord]] = dict.fromkeys(trades.lookalikes)
        words.update(_spelled(trades))
        words.update(trades.words)
        self._finder = WordFinder(words)
        ordinary = self._common | trades.lookalikes
        self._homophones = Homophones(_typed_by_sound(trades), ordinary, dialect=lambda word: len(word) > 2)

    def read(self, reading: Reading) -> None:
        """Looks at all that is no place and no number of a phone or a house."""
        text = reading.rest(*({span.kind for span in reading.spans} - _TAKEN))
        found = self._find(text, reading.rest())
        for start, end, _ in found:
            reading.claim(start, end, "trade")
        meant = [hit for hit in found if not refused(text, hit[0], hit[1])]
        if meant:
            reading.fields["trade"] = self._foremost(text, meant).code

    def _find(self, text: str, unread: str) -> List[Found]:
        def accept(hit: Found, previous: Optional[Found]) -> bool:
            start, end, word = hit
            if word.thing and not _is_about_work(text, start) and not _is_bare(unread[:start] + unread[end:]):
                return False
            return self._stands(text, hit, previous)

        found = self._finder.find(text, accept)
        if any(self._level(word) == Level.JOB for _, _, word in found):
            return found
        return sorted(found + self._mistyped(text, found), key=lambda hit: hit[0])

    def _stands(self, text: str, hit: Found, previous: Optional[Found] = None) -> bool:
        """False where the word is only part of others: 接电|话."""
        start, end, _ = hit
        if end - start == 1:
            return True
        if text[end - 1] == "工":
            return not _is_cut(text, start, end)
        if end - start > 2 or text[start:end] in self._common:
            return True
        apart = start > 0 and text[start - 1] in _VERBS or previous is not None and previous[1] == start
        return not runs_out(text, end, self._common) and (apart or not runs_in(text, start, self._common))

    def _mistyped(self, text: str, found: List[Found]) -> List[Found]:
        def accept(hit: Found) -> bool:
            start, end, _ = hit
            return all(end <= a or b <= start for a, b, _ in found) and self._stands(text, hit)

        return self._homophones.find(text, accept)

    def _level(self, word: TradeWord) -> Level:
        if self._trades.is_sector(word.code):
            return Level.SECTOR
        return Level.THING if word.thing else Level.JOB

    def _foremost(self, text: str, meant: List[Found]) -> TradeWord:
        """The trade wished for, named plainly, named first; a former one only where no other is wished for."""
        wanted = {hit for hit in meant if _WANTED.search(text[max(0, hit[0] - 16) : hit[0]])}
        if wanted:
            meant = [hit for hit in meant if hit in wanted or not _is_former(text, hit[0], hit[1])]
        return max(meant, key=lambda hit: (self._level(hit[2]), hit in wanted, -hit[0]))[2]


def _is_former(text: str, start: int, end: int) -> bool:
    return bool(_FORMER.search(text[max(0, start - 16) : start]) or _FORMER_AFTER.match(text, end))


def _is_about_work(text: str, start: int) -> bool:
    """What somebody was hurt by (被钢筋划了手) is not yet their trade."""
    return bool(_WORK.search(text)) and text[start - 1 : start] not in ("被", "从", "让")


def _is_bare(rest: str) -> bool:
    return len(_HAN.findall(rest)) <= _BARE and not _CHAT.search(rest)


def _is_cut(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "工" and end - start <= 3 and bool(_CUT.match(text, end))


def _spelled(trades: TradeBook) -> Dict[str, TradeWord]:
    """Words written in pinyin: xiaogong, baoan."""
    jobs = {word: entry for word, entry in trades.words.items() if not entry.thing and not word.isascii()}
    spelled: Dict[str, TradeWord] = {}
    for word, entry in jobs.items():
        if word in _SHORT or word.endswith(("工", "员")):
            spelled.setdefault(letters(word), entry)
    return spelled


def _typed_by_sound(trades: TradeBook) -> Dict[str, TradeWord]:
    return {
        word: entry
        for word, entry in trades.words.items()
        if not trades.is_sector(entry.code) and (len(word) > 2 or word.endswith("工") or word in _SHORT)
    }
