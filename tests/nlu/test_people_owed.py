"""To how many wages are owed. Every text speaks of unpaid wages."""

from __future__ import annotations

import pytest

from tests.nlu.amounts import read


@pytest.mark.parametrize(
    ("people", "texts"),
    [
        (2, ["欠我和我老公一万六", "我们夫妻都没拿到钱", "我跟老头子的工钱没给", "他欠我俩工资", "我和老周都没拿到钱",
             "我爸和我叔的工钱没给", "我和另一个工友没拿到钱", "母子两个的工资没发"]),
        (3, ["我们仨做了一个月没给钱", "老板欠我们兄弟三个两万", "我们三姐妹的工钱没结", "三个卸货的工钱没给"]),
        (4, ["连我一起四个护工,工资没发", "连我在内四个,一分没给", "咱四个的工钱没给", "四条汉子干了一个月没给钱",
             "不光是我,还有三个工友没拿到钱"]),
        (5, ["不给我们五个人发工资", "一共是五个,都没给钱", "电工两个,小工三个,工资全没给", "欠五个弟兄的工资"]),
        (6, ["差我们六个人的钱", "欠薪人数6", "六个采茶的都没拿到钱", "那六个人的工资也没给", "除了我还有五个人没结账"]),
        (8, ["班组八个,两个月没发工资", "我手下八个,工资都没发", "一班八个都没拿到钱"]),
        (20, ["我们这一批二十多个采茶的都没拿到钱", "二十几号兄弟的血汗钱没给"]),
        (100, ["厂里一百多号工人没发工资"]),
    ],
)  # fmt: skip
def test_people(people: int, texts: list[str]) -> None:
    assert [read(text).fields.get("people_owed") for text in texts] == [people] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "我们两个多月没发工资", "欠我三个月的工资", "两个工地的钱都没结", "卸了八个柜子的钱没给", "六个工的钱没给",
        "我们三个项目的钱没结", "打了五个电话,工资还是没给", "三个老板都不认账", "我有两个孩子,老板欠我工资",
        "老板叫了两个人打我,钱没给", "我一个人的工钱没给", "我们几个人都没拿到钱", "最后算我十二个工,还差我钱",
    ],
)  # fmt: skip
def test_nobody_is_counted(text: str) -> None:
    assert "people_owed" not in read(text).fields
