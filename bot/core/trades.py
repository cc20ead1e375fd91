"""The trades of the province's gig work: codes, names, the words people use, which ones are alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Dict, FrozenSet, Iterable, Mapping, Optional, Tuple

from bot.core.tables import read_rows

SAME, KIN, SECTOR, NONE = 3, 2, 1, 0


@dataclass(frozen=True)
class Trade:
    """One row of trades.csv. A sector is a trade of its own (“construction”): any work in it."""

    code: str
    sector: str
    name: str
    short: str

    @property
    def is_sector(self) -> bool:
        """True for a sector's own code."""
        return self.code == self.sector


@dataclass(frozen=True)
class TradeWord:
    """A word and the trade it stands for. `thing` marks words for the place or the stuff of the work (食堂, 瓷砖):
    they give way to a word for the work itself. `deed` marks what is done (砌墙), which gives way to a job's name (瓦工)."""

    code: str
    thing: bool = False
    deed: bool = False


@dataclass(frozen=True)
class Deed:
    """One row of trade_deeds.csv: any of these verbs done to any of these objects (砌 … 墙) is work of this trade."""

    word: TradeWord
    verbs: Tuple[str, ...]
    objects: Tuple[str, ...]


class TradeBook:
    """Immutable, shared by all threads. `words` is every word for a trade, `lookalikes` the phrases that hold such a
    word and name no trade (水电费), `deeds` what is done in a trade; of rows that fit alike the first counts."""

    def __init__(
        self,
        trades: Iterable[Trade],
        words: Mapping[str, TradeWord],
        kin: Iterable[FrozenSet[str]],
        lookalikes: Iterable[str] = (),
        deeds: Iterable[Deed] = (),
    ) -> None:
        self._trades: Mapping[str, Trade] = MappingProxyType({trade.code: trade for trade in trades})
        self.words = MappingProxyType(dict(words))
        self.lookalikes = frozenset(lookalikes)
        self.deeds = tuple(deeds)
        self._kin = frozenset(kin)
        self._names = _names(self._trades.values(), words)

    def codes(self) -> Tuple[str, ...]:
        """Every code, in the order of the table."""
        return tuple(self._trades)

    def knows(self, code: str) -> bool:
        """True for every code of the table."""
        return code in self._trades

    def name_of(self, code: str) -> str:
        """As in the table: “小工/杂工/力工”. An unknown code is shown as it is."""
        return self._trades[code].name if code in self._trades else code

    def short_name(self, code: str) -> str:
        """One word, for messages: “小工”. An unknown code is shown as it is."""
        return self._trades[code].short if code in self._trades else code

    def sector_of(self, code: str) -> Optional[str]:
        """The sector's code (a sector is its own); None for an unknown code."""
        return self._trades[code].sector if code in self._trades else None

    def is_sector(self, code: str) -> bool:
        """True for a sector's own code."""
        return code in self._trades and self._trades[code].is_sector

    def resolve(self, words: str) -> Optional[str]:
        """The code for a code, a name of the table or a word people use; None where it is none of these."""
        return self._names.get(words.strip().lower())

    def nearness(self, a: str, b: str) -> int:
        """3 the same, 2 close kin (小工 and 装卸工: who does one can do the other), 1 the same sector, else 0."""
        if a == b:
            return SAME
        if frozenset((a, b)) in self._kin:
            return KIN
        return SECTOR if self.sector_of(a) is not None and self.sector_of(a) == self.sector_of(b) else NONE


def _names(trades: Iterable[Trade], words: Mapping[str, TradeWord]) -> Mapping[str, str]:
    names: Dict[str, str] = {word: entry.code for word, entry in words.items()}
    for trade in trades:
        for part in [trade.code, trade.short, trade.name, *trade.name.split("/")]:
            names[part] = trade.code
    return MappingProxyType(names)


def load_trades(folder: Path) -> TradeBook:
    """Reads trades.csv and the trade_….csv tables of words, deeds, kin and lookalikes in `folder`."""
    trades = [
        Trade(r["code"], r["sector"], r["name_zh"], r["short_zh"]) for r in read_rows(folder / "trades.csv")
    ]
    words = {
        r["word"]: TradeWord(r["code"], r["thing"] == "1") for r in read_rows(folder / "trade_words.csv")
    }
    kin = [frozenset((row["a"], row["b"])) for row in read_rows(folder / "trade_kin.csv")]
    lookalikes = [row["phrase"] for row in read_rows(folder / "trade_lookalikes.csv")]
    return TradeBook(trades, words, kin, lookalikes, map(_deed, read_rows(folder / "trade_deeds.csv")))


def _deed(row: Mapping[str, str]) -> Deed:
    word = TradeWord(row["code"], thing=row["thing"] == "1", deed=True)
    return Deed(word, tuple(row["verbs"].split("|")), tuple(row["objects"].split("|")))
