from __future__ import annotations

import pytest

from bot.core.posting import orders


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("改成8个人", "change"),
        ("工资加到320", "change"),
        ("工资降到280", "change"),
        ("时间改到八点", "change"),
        ("改成后天", "change"),
        ("推迟到27号", "change"),
        ("光谷那个改成5个人", "change"),
        ("不是5个是8个", "change"),
        ("先停一下 暂时不招了", "pause"),
        ("暂停招人", "pause"),
        ("继续招", "resume"),
        ("恢复招人", "resume"),
        ("明天照旧", "repeat"),
        ("跟昨天一样", "repeat"),
        ("再来5个", "more"),
        ("押金不收了", "amend"),
        ("不收押金了", "amend"),
        ("不要发短信了", None),
        ("再加两个人", "more"),
        ("还要3个", "more"),
        ("有人报名吗", None),
        ("工资什么时候改到320?", None),
        ("你们怎么把我的单改成这样", None),
        ("后天光谷还要5个小工,300一天,早上7点", None),
        ("行", None),
        ("1", None),
        ("老板拖欠工资没给", None),
    ],
)
def test_order(text: str, order: str) -> None:
    assert orders.order(text) == order
