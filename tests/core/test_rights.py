"""Answers about rights: each has its source, fits into two SMS segments, and is found by other words than its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Dict, List, NamedTuple, Optional, Set

import pytest

from bot.config import ROOT
from bot.core.rights import NEAR, SURE, UNSURE, Entry, RightsBook
from bot.core.rights_text import load_words, plain
from bot.core.segments import cost
from bot.core.tables import read_rows

LAW = ROOT / "bot" / "data" / "law" / "statutes.csv"
UNSEEN = ROOT / "tests" / "unseen"
DOUBT = "\n不是问这个？回“人工”。"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Counts(NamedTuple):
    right: int
    wrong: int
    offered: int  # the right answer is among those to pick from
    silent: int


@pytest.fixture(scope="module")
def statutes() -> Dict[str, Set[str]]:
    return {row["name"]: set(row["articles"].split()) for row in read_rows(LAW)}


@pytest.fixture(scope="module")
def entries(rights: RightsBook) -> List[Entry]:
    return list(rights.entries.values())


def test_there_are_enough_answers(entries: List[Entry]) -> None:
    kinds = Counter(entry.kind for entry in entries)
    assert kinds["rights"] >= 120
    assert kinds["public_service"] >= 15
    assert set(kinds) == {"rights", "public_service"}


def test_no_id_is_there_twice() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot/data/rights").glob("*.yml"))
    ids = re.findall(r"^- id: (\S+)$", text, re.M)
    assert [each for each, times in Counter(ids).items() if times > 1] == []


def test_each_has_a_law_that_is_listed(entries: List[Entry], statutes: Dict[str, Set[str]]) -> None:
    unlisted = [
        (entry.id, name, article)
        for entry in entries
        for name, articles in entry.law
        for article in articles
        if article not in statutes.get(name, set())
    ]
    assert unlisted == []
    assert [entry.id for entry in entries if not any(articles for _, articles in entry.law)] == []


def test_each_listed_article_is_quoted(entries: List[Entry], statutes: Dict[str, Set[str]]) -> None:
    quoted: Dict[str, Set[str]] = {}
    for entry in entries:
        for name, articles in entry.law:
            quoted.setdefault(name, set()).update(articles)
    assert quoted == statutes


def test_each_says_when_it_was_checked(entries: List[Entry]) -> None:
    assert [entry.id for entry in entries if not _DAY.fullmatch(entry.checked)] == []


def test_each_fits_into_two_segments_even_with_a_doubt(entries: List[Entry]) -> None:
    assert [entry.id for entry in entries if len(entry.text) + len(DOUBT) > 134] == []
    assert [entry.id for entry in entries if cost(entry.text + DOUBT).segments > 2] == []


def test_three_topics_and_a_person_fit_into_two_segments(entries: List[Entry]) -> None:
    assert [entry.about for entry in entries if len(entry.about) > 16] == []


def test_the_punctuation_is_full_width(entries: List[Entry]) -> None:
    assert [entry.id for entry in entries if re.search(r"[,;:?!()]", entry.text)] == []


def test_each_is_asked_in_at_least_six_ways(entries: List[Entry]) -> None:
    assert [entry.id for entry in entries if len(set(entry.forms)) < 6] == []
    forms = Counter(form for entry in entries for form in entry.forms)
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize(
    "entry, cited",
    [
        ("overtime_rate", "（劳动法第44条）"),
        ("trial_pay", "（劳动合同法第20条；劳动合同法实施条例第15条）"),
        ("day_rate", "（工资折算通知第二项）"),
        ("boss_ran", "（农民工工资条例第63条；刑法第276条之一）"),
        ("injury_what", "（工伤保险条例第14、15条）"),
    ],
)
def test_the_source_stands_at_the_end(rights: RightsBook, entry: str, cited: str) -> None:
    assert rights.entries[entry].text.endswith(cited)


@pytest.mark.parametrize(
    "question, entry",
    [
        ("请问加班费怎么算？", "overtime_rate"),
        ("有冇得加斑费", "overtime_rate"),
        ("合桶没签 能要双倍工资不", "no_contract_double"),
        ("工资压着不发要压一个月", "pay_withheld"),
        ("老板扣我身份证", "id_kept"),
        ("产假多少天啊", "maternity_leave"),
        ("高温津贴一天多少钱", "heat_allowance"),
        ("失业登记怎么搞 要带哪些东西", "unemployment_register"),
    ],
)
def test_a_plain_question_is_answered(rights: RightsBook, question: str, entry: str) -> None:
    found = rights.find(question)
    assert found is not None
    assert (found.entry.id, found.certainty in (SURE, UNSURE)) == (entry, True)


@pytest.mark.parametrize("question", ["", "？？", "abc", "今天天气怎么样", "房东不退押金", "公积金怎么取"])
def test_nothing_is_answered_that_is_not_there(rights: RightsBook, question: str) -> None:
    found = rights.find(question)
    assert found is None or found.certainty in (None, NEAR)


def test_no_question_of_ours_is_taken_for_another_subject(rights: RightsBook, entries: List[Entry]) -> None:
    words = load_words(LAW.parent)
    assert [form for entry in entries for form in entry.forms if not words.is_ours(form)] == []


def test_the_same_thing_in_other_words_has_the_same_meaning() -> None:
    words = load_words(LAW.parent)
    assert "=辞退" in words.meanings(plain("老板叫我走"))
    assert words.meanings(plain("开除")) == words.meanings(plain("解雇"))
    assert plain("请问一下，有冇得加斑费？") == "有没有加班费"


@pytest.mark.parametrize(
    "file, right, helped",
    [
        ("rights.jsonl", 0.33, 0.68),  # held out of what was written, and questions that no entry answers
        ("rights_2.jsonl", 0.11, 0.60),  # written apart, in words of their own
    ],
)
def test_unseen_questions(rights: RightsBook, file: str, right: float, helped: float) -> None:
    """Seldom a wrong answer; as many right ones, and right ones to pick from, as docs/rights.md says."""
    counts = measured(rights, file)
    assert counts.wrong / sum(counts) <= 0.03
    assert counts.right / sum(counts) >= right
    assert (counts.right + counts.offered) / sum(counts) >= helped


def measured(rights: RightsBook, file: str) -> Counts:
    """Of all questions of a file: answered right, answered wrong, the right one offered, not answered."""
    right = wrong = offered = silent = 0
    for line in (UNSEEN / file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        expected: Optional[str] = row["id"]
        found = rights.find(row["text"])
        certainty = found.certainty if found else None
        if found and certainty in (SURE, UNSURE):
            right += found.entry.id == expected
            wrong += found.entry.id != expected
        elif found and certainty == NEAR and expected in {entry.id for entry in found.offered}:
            offered += 1
        else:
            silent += 1
    return Counts(right, wrong, offered, silent)
