"""Whether a name is refused by the words around it."""

from __future__ import annotations

import pytest

from bot.nlu.negation import refused


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        ("不去武昌", "武昌", True),
        ("不想去武昌", "武昌", True),
        ("不是武昌是汉阳", "武昌", True),
        ("不是武昌是汉阳", "汉阳", False),
        ("别给我推荐武昌的", "武昌", True),
        ("除了武昌", "武昌", True),
        ("武昌以外", "武昌", True),
        ("武昌不去", "武昌", True),
        ("武昌离我太远了", "武昌", True),
        ("没做过保安", "保安", True),
        ("不会电工", "电工", True),
        ("木工我干不了", "木工", True),
        ("去武昌", "武昌", False),
        ("去不去武昌", "武昌", False),
        ("能不能去武昌", "武昌", False),
        ("是不是武昌", "武昌", False),
        ("要不去武昌", "武昌", False),
        ("有没有武昌的", "武昌", False),
        ("会不会电工", "电工", False),
        ("武昌不行吗", "武昌", False),
        ("武昌", "武昌", False),
    ],
)
def test_refusals(text: str, name: str, answer: bool) -> None:
    start = text.index(name)
    assert refused(text, start, start + len(name)) is answer
