"""How often pay is settled."""

from __future__ import annotations

import pytest

from tests.nlu.amounts import read


@pytest.mark.parametrize(
    ("cycle", "texts"),
    [
        (
            "daily",
            [
                "日结",
                "现结",
                "当天结",
                "天天结钱的",
                "当天给钱",
                "做完就给钱",
                "干完活就结",
                "做一天结一天",
                "下班拿钱",
                "是不是日结",
                "有没有日结的",
            ],
        ),
        ("weekly", ["周结", "按周结算", "一周一结", "每周五结", "7天一结"]),
        (
            "monthly",
            [
                "月结",
                "按月发",
                "月底结",
                "每月15号发工资",
                "15号发工资",
                "压一个月",
                "押一个月工资",
                "一个月一结",
            ],
        ),
        (
            "on_completion",
            ["完工结", "干完结", "做完结", "做完一起算", "搞完一次性结", "活完账清", "完工后付"],
        ),
        ("daily", ["天天结钱 月结的不要"]),
        (
            None,
            [
                "半个月结一次",
                "日结还是月结",
                "日结月结都行",
                "月结不做",
                "做完结果老板不认人",
                "几天结业",
                "还没结婚",
                "每天发给我",
            ],
        ),
    ],
)
def test_cycle(cycle: str | None, texts: list[str]) -> None:
    assert [read(text).fields.get("pay_cycle") for text in texts] == [cycle] * len(texts)
