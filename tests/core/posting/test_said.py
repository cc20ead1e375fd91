from __future__ import annotations

import pytest

from bot.core.posting import said


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("地址:光谷三路88号\n电话13800000002", "光谷三路88号"),
        ("上班地点在卓刀泉物流园3号库 押金200", "卓刀泉物流园3号库"),
        ("早七点在光谷大道77号2号门集合", "光谷大道77号2号门"),
        ("光谷大道77号2号门 早7点 300一天", "光谷大道77号2号门"),
        ("明天早上7点鲁巷广场转盘集合", "鲁巷广场转盘"),
        ("地址改到光谷三路88号", "光谷三路88号"),
        ("集合地点:关山村委会门口,找李工", "关山村委会门口"),
        ("明天光谷招5个小工 300一天", None),
        ("后天3个木工400 早7点 光谷广场东口集合", "光谷广场东口"),
        ("早7点 光谷大道77号 2号门集合", "光谷大道77号 2号门"),
        ("7点到光谷广场 我姓陈", "光谷广场"),
        ("早7点到晚上6点", None),
        ("我要请人", None),
    ],
)
def test_address(text: str, address: str) -> None:
    assert said.read_address(text) == address


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("找张工 13800000001", "张工"),
        ("联系人:陈经理 13900000001", "陈经理"),
        ("电话13800000002 李工", "李工"),
        ("王老板13800000002", "王老板"),
        ("负责人 刘建军,电话13800000002", "刘建军"),
        ("找5个小工", None),
        ("明天光谷", None),
    ],
)
def test_contact(text: str, contact: str) -> None:
    assert said.read_contact(text) == contact


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("年龄18-50岁", {"min_age": 18, "max_age": 50}),
        ("18到55周岁", {"min_age": 18, "max_age": 55}),
        ("60岁以下", {"max_age": 60}),
        ("不超过65岁", {"max_age": 65}),
        ("20岁以上", {"min_age": 20}),
        ("14岁以上", {"min_age": 14}),
        ("20-30元一小时", {}),
        ("300一天", {}),
    ],
)
def test_ages(text: str, ages: dict) -> None:
    assert said.read_ages(text) == ages


def test_notes() -> None:
    assert said.read_notes("包午饭,自带工具,有车接送 包午饭") == ["包午饭", "自带工具", "有车接送"]
    assert said.read_notes("不包吃") == ["不包吃"]
