"""Whoever says the same thing three times does not read the same answer three times."""

from __future__ import annotations

import pytest

from tests.conversations.script import PHONES, Runner

SAYINGS = [
    ("worker", "你好"),
    ("worker", "谢谢"),
    ("worker", "怎么用"),
    ("worker", "我想找活"),
    ("worker", "襄阳有活吗"),
    ("worker", "1"),
    ("worker", "9"),
    ("worker", "好的"),
    ("worker", "不要"),
    ("worker", "我去不了了"),
    ("worker", "我的活"),
    ("worker", "不想活了"),
    ("worker", "我的案子怎么样了"),
    ("worker", "加班费怎么算"),
    ("worker", "驿站在哪"),
    ("worker", "想学电焊"),
    ("worker", "我能干啥好"),
    ("worker", "怎么办失业登记"),
    ("worker", "你们态度太差了"),
    ("worker", "这个招工是骗子要押金"),
    ("worker", "转人工"),
    ("worker", "删除我的信息"),
    ("worker", "有活就发给我"),
    ("worker", "退订"),
    ("worker", "我55岁住汉阳"),
    ("worker", "今天天气怎么样"),
    ("worker", "工伤了脚砸断了"),
    ("boss", "你好"),
    ("boss", "今天天气怎么样"),
    ("boss", "人招满了"),
]


@pytest.mark.parametrize("who, text", SAYINGS)
def test_the_same_answer_is_never_read_three_times(who: str, text: str, runner: Runner) -> None:
    runner._build([{}])
    answers = [runner._say(PHONES[who], text) for _ in range(3)]
    assert all(answers)
    assert len(set(answers)) > 1, answers[0]
