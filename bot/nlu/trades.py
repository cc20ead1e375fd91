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
from bot.nlu.trade_context import is_bystanders, is_former, is_wanted, is_work
from bot.nlu.trade_deeds import Found, apart, joined, rules
from bot.nlu.word_finder import WordFinder


class Level(IntEnum):
    """How plainly a word names a trade."""

    SECTOR = 0
    THING = 1
    DEED = 2
    JOB = 3


# “小工” in “小工资”, “木工” in “木工程”: the second half belongs to another word.
_CUT = re.compile(r"[资作地程业伤龄期艺夫会具序商厂]")
_VERBS = "做找招要干当是会学聘缺个名过"
# Two characters are enough to be looked for behind wrong ones only where they name a person's trade.
_SHORT = frozenset(
    re.findall(
        "..",
        "保安保洁保姆月嫂门卫司机骑手厨师帮厨外卖快递叉车挖机铲车分拣装卸搬运瓦匠木匠电焊钢筋采茶摘茶洗碗传菜收银插秧",
    )
)
# How names of jobs end: they say more plainly what somebody is than what they do (做光纤,穿线,普工).
_TITLES = (
    *"工员师匠姆嫂手的", "师傅", "司机", "保安", "保洁", "小哥", "阿姨", "帮厨", "大厨", "导购", "门卫", "代驾", "收银", "分拣",
)  # fmt: skip
_DOER = re.compile("的(?![活事工钱店厂公消招单信岗老地时那])")  # 扎钢筋的
_NO_TRADE = TradeWord("")  # what a lookalike stands for
# Words of these are another reader's for good; in “两个电工”, counted as people, the trade is still to be read.
_TAKEN = frozenset(["place", "mask"])


class TradeReader:
    """Sets `trade` and claims every word for one. Immutable, shared by threads.

    Where only the task can tell whether a trade is meant, it leaves a hint: `trade_hinted` (a thing, with no word
    of work: 挖机) or `trade_refused` (护工不要来了: no wish, but a posting withdrawn). `sector` repeats a trade that is
    only a sector.
    """

    def __init__(self, trades: TradeBook) -> None:
        self._common = common_words()
        self._trades = trades
        words: Dict[str, TradeWord] = dict(joined(trades.deeds))
        words.update(dict.fromkeys(trades.lookalikes, _NO_TRADE))
        words.update(_spelled(trades))
        words.update(trades.words)
        self._finder = WordFinder(words)
        self._deeds = rules(trades.deeds)
        ordinary = self._common | trades.lookalikes
        self._homophones = Homophones(_typed_by_sound(trades), ordinary, dialect=lambda word: len(word) > 2)

    def read(self, reading: Reading) -> None:
        """Looks at all that is no place and no number of a phone or a house."""
        text, unread = reading.rest(*({span.kind for span in reading.spans} - _TAKEN)), reading.rest()
        found = self._find(text, unread)
        plain = [hit for hit in found if not hit[2].thing or is_work(text, unread, hit)]
        for start, end, _ in plain:
            reading.claim(start, end, "trade")
        meant = [hit for hit in found if not refused(text, hit[0], hit[1])]
        if set(meant) & set(plain):
            code = self._foremost(text, [hit for hit in plain if hit in meant]).code
            reading.fields["trade"] = code
            if self._trades.is_sector(code):
                reading.hints["sector"] = code
        elif found:
            name = "trade_hinted" if meant else "trade_refused"
            reading.hints[name] = self._foremost(text, meant or found).code

    def _find(self, text: str, unread: str) -> List[Found]:
        named = self._finder.find(text, lambda hit, previous: self._stands(text, unread, hit, previous))
        found = [hit for hit in named if not is_bystanders(text, hit[0])]
        if not self._reaches(text, found, Level.JOB):
            firm = [hit for hit in found if self._level(hit, text) >= Level.DEED or hit[2] is _NO_TRADE]
            deeds = _clear_of(apart(text, self._deeds, self._common), firm)
            found = _clear_of(found, deeds) + deeds
        if not self._reaches(text, found, Level.DEED):
            mistyped = self._mistyped(text, unread, found)
            found = _clear_of(found, mistyped) + mistyped
        return sorted((hit for hit in found if hit[2] is not _NO_TRADE), key=lambda hit: hit[0])

    def _reaches(self, text: str, found: List[Found], level: Level) -> bool:
        return any(self._level(hit, text) >= level for hit in found)

    def _stands(self, text: str, unread: str, hit: Found, previous: Optional[Found] = None) -> bool:
        """False where the word is only part of others: 接电|话. What another reader took is none: 晚上|送餐."""
        start, end, _ = hit
        if end - start == 1:
            return True
        if text[end - 1] == "工":
            return not _is_cut(text, start, end)
        if end - start > 2 or text[start:end] in self._common:
            return True
        apart = start > 0 and text[start - 1] in _VERBS or previous is not None and previous[1] == start
        return not runs_out(text, end, self._common) and (apart or not runs_in(unread, start, self._common))

    def _mistyped(self, text: str, unread: str, found: List[Found]) -> List[Found]:
        """One may reach over a word for a thing (快递分减 is 分拣 mistyped), not cut into it."""

        def accept(hit: Found) -> bool:
            start, end, _ = hit
            fits = (
                end <= a or b <= start or (start <= a and b <= end and word is not _NO_TRADE)
                for a, b, word in found
            )
            return all(fits) and self._stands(text, unread, hit)

        return self._homophones.find(text, accept)

    def _level(self, hit: Found, text: str) -> Level:
        start, end, word = hit
        if self._trades.is_sector(word.code):
            return Level.SECTOR
        if word.thing or word is _NO_TRADE:
            return Level.THING
        titled = text.endswith(_TITLES, start, end) or _DOER.match(text, end)
        return Level.JOB if titled and not text.endswith("下手", start, end) else Level.DEED

    def _foremost(self, text: str, meant: List[Found]) -> TradeWord:
        """The trade wished for, named plainly, named first; a former one only where no other is wished for."""
        wanted = {hit for hit in meant if is_wanted(text, hit[0])}
        if wanted:
            meant = [hit for hit in meant if hit in wanted or not is_former(text, hit)]

        def weight(hit: Found) -> Tuple[int, bool, bool, int, int]:
            level = self._level(hit, text)
            return min(level, Level.DEED), hit in wanted, not is_former(text, hit), level, -hit[0]

        return max(meant, key=weight)[2]


def _clear_of(hits: List[Found], taken: List[Found]) -> List[Found]:
    """Those of the hits that overlap none of the taken, nor one before them."""
    kept: List[Found] = []
    for start, end, word in hits:
        if all(end <= a or b <= start for a, b, _ in (*taken, *kept)):
            kept.append((start, end, word))
    return kept


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
