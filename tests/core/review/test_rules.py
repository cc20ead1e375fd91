"""Which words and figures of a posting are found, and which are not: a table a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.core.review.facts import Background, Facts
from bot.core.review.rules import RULES, blocks, review

GOOD = Facts(
    text="明天洪山招5个小工,300一天,早7点,包午饭",
    trade="general_labor",
    sector="construction",
    place_code="420111",
    address="光谷大道1号",
    wage_min=30000,
    wage_max=30000,
    wage_unit="day",
    employer_name="示例劳务队",
    phone="13800001001",
)
KNOWN = Background(known_employer=True, least_hour=2000, least_month=200000, usual_day_wage=28000)


def found(text: str = GOOD.text, background: Background = KNOWN, **changes: Any) -> set:
    return {each.code for each in review(replace(GOOD, text=text, **changes), background)}


def blocked(text: str) -> set:
    return {each.code for each in blocks(review(replace(GOOD, text=text), KNOWN))}


def test_a_good_posting_has_no_findings() -> None:
    assert review(GOOD, KNOWN) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("招分拣,押金200干满三天退", "fee"),
        ("入职交300元保证金", "fee"),
        ("服装费150,从工资扣", "fee"),
        ("先交培训费", "fee"),
        ("要办卡费50", "fee"),
        ("体检费自己出 80", "fee"),
        ("收报名费20", "fee"),
        ("身份证统一保管", "papers"),
        ("押身份证", "papers"),
        ("手机就能做,刷单一单5元", "scam"),
        ("兼职打字员,日赚500", "scam"),
        ("出租银行卡一天300", "scam"),
        ("夜场招公关小姐陪酒", "scam"),
        ("去柬埔寨做客服,包机票", "abroad"),
        ("出国劳务 月薪2万", "abroad"),
        ("缅甸工地招瓦工", "abroad"),
        ("加我飞机号聊", "outside_contact"),
        ("扫码进群报名", "outside_contact"),
        ("下载某某app接单", "outside_contact"),
        ("看 https://a.example/b", "outside_contact"),
        ("14岁也可以", "under_16"),
        ("招初中生暑假工", "under_16"),
        ("限男", "discrimination_sex"),
        ("只要男的", "discrimination_sex"),
        ("不要女工", "discrimination_sex"),
        ("男性优先", "discrimination_sex"),
        ("性别:男", "discrimination_sex"),
        ("河南人不要", "discrimination_region"),
        ("不招外地人", "discrimination_region"),
        ("限本地人", "discrimination_region"),
        ("少数民族不要", "discrimination_people"),
        ("乙肝不要", "discrimination_illness"),
        ("不招残疾人", "discrimination_illness"),
        ("入职验孕", "discrimination_illness"),
        ("每天12小时", "hours"),
        ("计薪12-14小时", "hours"),
        ("早上7点到晚上9点", "hours"),
        ("8:00-21:30", "hours"),
        ("XX劳务派遣公司直招", "agent"),
        ("供应商政策 打卡7天返费2000", "agent"),
    ],
)
def test_it_is_found(text: str, code: str) -> None:
    assert code in blocked(text)


@pytest.mark.parametrize(
    "text",
    [
        "不收押金",
        "无押金,不收任何费用",
        "不交押金不体检",
        "不需要体检费",
        "体检费报销",
        "体检费公司出",
        "押金全免",
        "不收服装费、报名费",
        "不用押身份证",
        "带身份证",
        "不出国,就在武汉",
        "非刷单",
        "拒绝刷单",
        "电话联系",
        "16岁以上",
        "干了15年的老师傅",
        "男女不限",
        "男女都要",
        "招男工3名,女工2名",
        "有河南老乡一起",
        "民族不限",
        "每天8小时",
        "20元/小时",
        "8:00-17:00",
        "早7点到下午5点半",
        "做12天",
        "我们是装修公司",
        "非中介",
        "不是中介公司",
    ],
)
def test_it_is_not_found(text: str) -> None:
    assert blocked(text) == set()


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"wage_min": 90000, "wage_max": 90000}, {"pay_high"}),
        ({"wage_min": 50000, "wage_max": 50000}, set()),
        ({"wage_min": 15000, "wage_max": 15000}, {"minimum_wage"}),
        ({"wage_min": 1900, "wage_max": 1900, "wage_unit": "hour"}, {"minimum_wage"}),
        ({"wage_min": 190000, "wage_max": 190000, "wage_unit": "month"}, {"minimum_wage"}),
        ({"wage_min": 500, "wage_max": 500, "wage_unit": "piece"}, set()),
        ({"wage_min": None, "wage_max": None, "wage_unit": None}, {"no_pay"}),
        ({"min_age": 15}, {"under_16"}),
        ({"min_age": 16}, {"under_18"}),
        ({"min_age": 18, "max_age": 60}, set()),
        ({"place_code": "440300"}, {"abroad"}),
        ({"place_code": ""}, {"no_place"}),
        ({"address": ""}, {"no_place"}),
        ({"employer_name": "老板"}, {"no_employer"}),
        ({"employer_name": ""}, {"no_employer"}),
        ({"employer_name": "红太阳中介公司"}, {"agent"}),
        ({"trade": "caregiver", "text": "要女的,照顾老人,限女"}, set()),
        ({"text": "喷漆学徒,16岁起", "min_age": 16}, {"barred_under_18"}),
        ({"text": "加微信报名"}, {"chat_contact"}),
        ({"text": "加微信报名", "phone": ""}, {"outside_contact"}),
        ({"text": "每天10小时"}, {"hours_over_8"}),
        ({"text": "全月无休"}, {"no_rest"}),
    ],
)
def test_facts(changes: dict, codes: set) -> None:
    assert found(**{"text": GOOD.text, **changes}) == codes


@pytest.mark.parametrize(
    ("background", "codes"),
    [
        (replace(KNOWN, known_employer=False), {"first_time"}),
        (replace(KNOWN, open_wage_cases=1), {"wage_cases"}),
        (replace(KNOWN, same_text_employers=1), set()),
        (replace(KNOWN, same_text_employers=2), {"copies"}),
        (replace(KNOWN, least_hour=None, least_month=None), {"minimum_wage_unknown"}),
        (replace(KNOWN, usual_day_wage=None), set()),
    ],
)
def test_background(background: Background, codes: set) -> None:
    assert found(background=background) == codes


def test_without_a_figure_nothing_is_claimed_about_the_minimum() -> None:
    findings = review(GOOD, replace(KNOWN, least_hour=None))
    assert [(each.severity, each.reason) for each in findings] == [
        ("note", "没有当地最低工资的数字，这一项没有核对")
    ]


def test_what_staff_must_look_at_comes_first() -> None:
    facts = replace(GOOD, text="每天10小时,押金100")
    assert [each.code for each in review(facts, KNOWN)] == ["fee", "hours_over_8"]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("押金200", "劳动合同法第九条"),
        ("14岁", "劳动法第十五条"),
        ("限男", "就业促进法第二十七条"),
        ("乙肝不要", "第三十条"),
        ("每天13小时", "第四十一条"),
        ("劳务派遣公司", "人力资源市场暂行条例第十八条"),
    ],
)
def test_the_article_is_named(text: str, article: str) -> None:
    (finding,) = blocks(review(replace(GOOD, text=text), KNOWN))
    assert article in finding.basis
    assert finding.advice


def test_no_number_is_quoted_to_staff() -> None:
    (finding,) = blocks(review(replace(GOOD, text="押金200打13912345678"), KNOWN))
    assert "13912345678" not in finding.reason


def test_there_are_fourteen_rules() -> None:
    assert len(RULES) == 14
