from __future__ import annotations

import pytest

from bot.core.answers import Verdict, read

ONE, TWO, THREE = ["A23"], ["A23", "A24"], ["A23", "A24", "A25"]
UNCLEAR = "asks back"
NOTHING = "not about it"


@pytest.mark.parametrize(
    ("text", "codes", "listed", "expected"),
    [
        # one question
        ("1", ONE, False, {0: True}),
        ("2", ONE, False, {0: False}),
        ("行", ONE, False, {0: True}),
        ("可以来", ONE, False, {0: True}),
        ("好的 让他来", ONE, False, {0: True}),
        ("要他", ONE, False, {0: True}),
        ("不要", ONE, False, {0: False}),
        ("不行", ONE, False, {0: False}),
        ("不用了 人够了", ONE, False, {0: False}),
        ("招满了", ONE, False, {0: False}),
        ("OK", ONE, False, {0: True}),
        ("可以,七点到门口", ONE, False, {0: True}),
        ("A23 1", ONE, False, {0: True}),
        ("a23 2", ONE, False, {0: False}),
        ("A23行", ONE, False, {0: True}),
        ("明天不行后天行", ONE, False, UNCLEAR),
        ("A23", ONE, False, UNCLEAR),
        ("B77 1", ONE, False, UNCLEAR),
        ("他多大年纪", ONE, False, NOTHING),
        ("还要招两个小工300一天", ONE, False, NOTHING),
        ("", ONE, False, NOTHING),
        # several questions: a bare yes could mean any of them
        ("1", TWO, False, UNCLEAR),
        ("行", TWO, False, UNCLEAR),
        ("不要", TWO, False, UNCLEAR),
        ("A24 1", TWO, False, {1: True}),
        ("A23 1 A24 2", TWO, False, {0: True, 1: False}),
        ("a23要,a24不要", TWO, False, {0: True, 1: False}),
        ("都行", TWO, False, {0: True, 1: True}),
        ("都不要", TWO, False, {0: False, 1: False}),
        ("1 3 行,2 不要", THREE, False, {0: True, 2: True, 1: False}),
        ("1行2不要", TWO, False, {0: True, 1: False}),
        # after a numbered list
        ("1", TWO, True, {0: True}),
        ("1 3", THREE, True, {0: True, 2: True}),
        ("1和3", THREE, True, {0: True, 2: True}),
        ("1,3行 2不要", THREE, True, {0: True, 2: True, 1: False}),
        ("2不要", TWO, True, {1: False}),
        ("4", THREE, True, UNCLEAR),
        # nobody is asked
        ("1", [], False, NOTHING),
    ],
)
def test_read(text: str, codes: list, listed: bool, expected: object) -> None:
    verdict = read(text, codes, listed)
    if expected == UNCLEAR:
        assert verdict.unclear and not verdict.decided
    elif expected == NOTHING:
        assert not verdict
    else:
        assert verdict == Verdict(expected)


def test_a_known_and_an_unknown_code_settles_the_known_and_asks_back() -> None:
    assert read("A23 1 B99 1", ONE, False) == Verdict({0: True}, unclear=True)
