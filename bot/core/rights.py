"""Answers to questions about rights, each with its source; the one that a question is nearest to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import yaml

from bot.core.rights_text import Words, load_words

SURE, UNSURE, NEAR = "sure", "unsure", "near"
# The lead over the next entry tells most, the score itself something (tuned on tests/unseen/rights.jsonl).
_SCORE_TELLS = 0.4
_SURE_FROM, _UNSURE_FROM = 0.50, 0.42  # of both together
_NEAR_FROM = 0.12  # of the score alone: worth offering
_OFFERED, _AS_NEAR = (
    3,
    0.5,
)  # at most so many are offered, none with less than this share of the best one's score
_ALL, _FORMS = 0.7, 0.3  # how much all that an entry says counts, and how much its single nearest question
_ANSWER_WEIGHT = 0.5
_UNKNOWN = 0.6  # a feature that no entry has makes every entry less likely, though less than a rare one would


@dataclass(frozen=True)
class Entry:
    """One answer. `law`: statutes with the articles quoted; `forms`: ways to ask; `about`: what it is about."""

    id: str
    kind: str
    about: str
    answer: str
    law: Tuple[Tuple[str, Tuple[str, ...]], ...]
    checked: str
    forms: Tuple[str, ...]

    @property
    def text(self) -> str:
        """The answer with its source, as it is sent."""
        return f"{self.answer}（{'；'.join(_cited(name, articles) for name, articles in self.law)}）"


@dataclass(frozen=True)
class Found:
    """The nearest entry, how near it is (0..1), how far the next one is behind, and all that are about as near."""

    entry: Entry
    score: float
    margin: float
    offered: Tuple[Entry, ...]

    @property
    def certainty(self) -> Optional[str]:
        """SURE, UNSURE, NEAR (worth offering), or None where it is no answer."""
        told = self.margin + _SCORE_TELLS * self.score
        if told >= _SURE_FROM:
            return SURE
        if told >= _UNSURE_FROM:
            return UNSURE
        return NEAR if self.score >= _NEAR_FROM else None


class RightsBook:
    """All entries, compared with a question by weighted features. Immutable and shared by threads."""

    def __init__(self, entries: Sequence[Entry], words: Words) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._words = words
        texts = [(at, text, weight) for at, entry in enumerate(entries) for text, weight in _texts(entry)]
        features = [words.features(text) for _, text, _ in texts]
        self._order = list(entries)
        self._owner = [at for at, _, _ in texts]
        self._rarity = _rarity(zip(self._owner, features, strict=True), len(entries))
        vectors = [self._vector(each) for each in features]
        weights = [weight for _, _, weight in texts]
        self._by_text = _index((at, _times(vec, weights[at] ** 0.5)) for at, vec in enumerate(vectors))
        self._by_entry = _index(_sums(zip(self._owner, vectors, weights, strict=True)))

    def find(self, question: str, but: Optional[Entry] = None) -> Optional[Found]:
        """The nearest entry other than `but`; None where nothing is shared, or the subject is none of ours."""
        if not self._words.is_ours(question):
            return None
        scores = {at: score for at, score in self._scores(question).items() if self._order[at] != but}
        best = sorted(scores, key=lambda at: -scores[at])[:_OFFERED]
        if not best:
            return None
        first = scores[best[0]]
        behind = scores[best[1]] if len(best) > 1 else 0.0
        offered = tuple(self._order[at] for at in best if scores[at] >= _AS_NEAR * first)
        return Found(self._order[best[0]], first, first - behind, offered)

    def _scores(self, question: str) -> Dict[int, float]:
        vector = self._vector(self._words.features(question))
        scores = {at: _ALL * score for at, score in _products(vector, self._by_entry).items()}
        nearest: Dict[int, float] = {}
        for at, score in _products(vector, self._by_text).items():
            nearest[self._owner[at]] = max(score, nearest.get(self._owner[at], 0.0))
        for at, score in nearest.items():
            scores[at] = scores.get(at, 0.0) + _FORMS * score
        return scores

    def _vector(self, features: Mapping[str, float]) -> Dict[str, float]:
        unknown = _UNKNOWN * math.log(len(self.entries))
        vector = {name: weight * self._rarity.get(name, unknown) for name, weight in features.items()}
        length = math.sqrt(sum(value * value for value in vector.values()))
        return _times(vector, 1 / length) if length else {}


def load_rights(folder: Path, law: Path) -> RightsBook:
    """Reads the entries of `folder` and the words of `law`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yml"))]
    rows = [row for text in texts for row in yaml.load(text, Loader=yaml.CSafeLoader)]
    return RightsBook([_entry(row) for row in rows], load_words(law))


def _entry(row: Mapping) -> Entry:
    law = tuple((name, tuple(map(str, articles))) for name, articles in row["law"].items())
    fixed = {name: row[name] for name in ("id", "kind", "about", "answer")}
    return Entry(**fixed, law=law, checked=str(row["checked"]), forms=tuple(row["forms"]))


def _cited(name: str, articles: Iterable[str]) -> str:
    """“劳动法第44、45条”, “刑法第276条之一”, of a notice without articles “第二项”."""
    numbers = [each for each in articles if each.isdigit()]
    others = [
        each.replace("之", "条之") if "之" in each else f"{each}项" for each in articles if not each.isdigit()
    ]
    parts = ["、".join(numbers) + "条"] if numbers else []
    return name + "、".join(f"第{part}" for part in parts + others)


def _texts(entry: Entry) -> List[Tuple[str, float]]:
    """What stands for an entry: its questions fully, the clauses of its answer half."""
    clauses = entry.answer.replace("；", "，").replace("。", "，").replace("：", "，").split("，")
    asked = [(form, 1.0) for form in (*entry.forms, entry.about)]
    return asked + [(clause, _ANSWER_WEIGHT) for clause in clauses if len(clause) > 3]


def _rarity(owned: Iterable[Tuple[int, Mapping[str, float]]], entries: int) -> Dict[str, float]:
    """How much a feature tells: the fewer entries have it, the more."""
    holders: Dict[str, set] = defaultdict(set)
    for owner, features in owned:
        for name in features:
            holders[name].add(owner)
    return {name: math.log((entries + 1) / (len(owners) + 0.5)) for name, owners in holders.items()}


def _sums(parts: Iterable[Tuple[int, Mapping[str, float], float]]) -> Iterable[Tuple[int, Dict[str, float]]]:
    """The weighted sum of each owner's vectors, of length 1."""
    sums: Dict[int, Counter] = defaultdict(Counter)
    for owner, vector, weight in parts:
        for name, value in vector.items():
            sums[owner][name] += weight * value
    for owner, total in sums.items():
        yield owner, _times(total, 1 / math.sqrt(sum(value * value for value in total.values())))


def _times(vector: Mapping[str, float], factor: float) -> Dict[str, float]:
    return {name: value * factor for name, value in vector.items()}


Index = Dict[str, List[Tuple[int, float]]]


def _index(vectors: Iterable[Tuple[int, Mapping[str, float]]]) -> Index:
    index: Index = defaultdict(list)
    for at, vector in vectors:
        for name, value in vector.items():
            index[name].append((at, value))
    return dict(index)


def _products(vector: Mapping[str, float], index: Index) -> Dict[int, float]:
    products: Dict[int, float] = defaultdict(float)
    for name, value in vector.items():
        for at, other in index.get(name, ()):
            products[at] += value * other
    return products
