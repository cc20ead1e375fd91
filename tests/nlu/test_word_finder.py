"""Longest match over a list of words."""

from __future__ import annotations

from bot.nlu.word_finder import WordFinder

FINDER = WordFinder({"武汉": 1, "武汉站": 2, "汉阳": 3, "wh": 4, "公安": 5, "公安局": None})


def test_the_leftmost_and_longest_word_counts() -> None:
    assert FINDER.find("到武汉站和汉阳") == [(1, 4, 2), (5, 7, 3)]


def test_the_next_shorter_word_is_tried_where_the_longer_is_not_accepted() -> None:
    assert FINDER.find("武汉站", lambda hit, _: hit[2] != 2) == [(0, 2, 1)]


def test_the_hit_before_is_handed_in() -> None:
    seen = []
    FINDER.find("武汉汉阳", lambda hit, previous: not seen.append((hit, previous)))
    assert seen == [((0, 2, 1), None), ((2, 4, 3), (0, 2, 1))]


def test_a_word_without_value_is_read_over() -> None:
    assert FINDER.find("公安局 公安") == [(4, 6, 5)]


def test_latin_words_count_only_whole() -> None:
    assert FINDER.find("wh when awh wh1 去wh") == [(0, 2, 4), (17, 19, 4)]


def test_nothing_is_found_in_nothing() -> None:
    assert FINDER.find("") == []
