"""Every rule: its statute, article and figures. The article stands in the test's name or its row."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.config import ROOT
from bot.core.cases.handbook import Handbook
from bot.core.cases.law import UnknownRule

LABOUR_INSPECTION, ARBITRATION = "劳动保障监察条例", "劳动争议调解仲裁法"
WAGES, AID, INJURY = "保障农民工工资支付条例", "法律援助法", "工伤保险条例"
COURT = "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）"

ARTICLES = [
    ("inspection_where", LABOUR_INSPECTION, "第十三条", {}),
    ("inspection_limit", LABOUR_INSPECTION, "第二十条", {"years": 2}),
    ("inspection_takes", LABOUR_INSPECTION, "第十七条", {"working_days": 60, "more_working_days": 30}),
    ("inspection_orders_pay", LABOUR_INSPECTION, "第二十六条", {}),
    ("inspection_or_arbitration", LABOUR_INSPECTION, "第二十一条", {}),
    ("inspection_complaint", ARBITRATION, "第九条", {}),
    ("mass_incident", LABOUR_INSPECTION, "第十四条", {}),
    ("arbitration_limit", ARBITRATION, "第二十七条", {"years": 1}),
    ("arbitration_accepts", ARBITRATION, "第二十九条", {"days": 5}),
    ("arbitration_takes", ARBITRATION, "第四十三条", {"days": 45, "more_days": 15}),
    ("arbitration_free", ARBITRATION, "第五十三条", {}),
    ("arbitration_where", ARBITRATION, "第二十一条", {}),
    ("arbitration_oral", ARBITRATION, "第二十八条", {}),
    ("arbitration_interim", ARBITRATION, "第四十四条", {}),
    ("representatives", ARBITRATION, "第七条", {"people": 10}),
    ("proxy", ARBITRATION, "第二十四条", {}),
    ("employer_keeps_proof", ARBITRATION, "第六条", {}),
    ("mediation_takes", ARBITRATION, "第十四条", {"days": 15}),
    ("mediation_where", ARBITRATION, "第十条", {}),
    ("mediation_payment_order", ARBITRATION, "第十六条", {}),
    ("contractor_pays_first", WAGES, "第三十条", {}),
    ("given_to_a_person", WAGES, "第三十六条", {}),
    ("notice_board", WAGES, "第三十四条", {}),
    ("pay_officer", WAGES, "第二十八条", {}),
    ("building_authority", WAGES, "第七条", {}),
    ("employer_must_show", WAGES, "第五十条", {}),
    ("right_to_complain", WAGES, "第十条", {}),
    ("emergency_fund", WAGES, "第六十三条", {}),
    ("iou_to_court", COURT, "第十五条", {}),
    ("payment_order", "劳动合同法", "第三十条", {}),
    ("mediated_sum", COURT, "第五十二条", {}),
    ("property_held", COURT, "第四十九条", {}),
    ("crime", "刑法", "第二百七十六条之一", {}),
    (
        "crime_threshold",
        "最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释",
        "第三条",
        {"one_months": 3, "one_yuan": 5000, "many_people": 10, "many_yuan": 30000},
    ),
    ("crime_flight", WAGES, "第四十一条", {}),
    ("legal_aid", AID, "第三十一条", {}),
    ("legal_aid_no_means_test", AID, "第四十二条", {}),
    ("legal_aid_takes", AID, "第四十三条", {"days": 7}),
    ("legal_aid_at_once", AID, "第四十四条", {"days": 7}),
    ("no_labour_dispute", COURT, "第二条", {}),
    ("pension_drawn", COURT, "第三十二条", {}),
    ("retirement_age", "劳动合同法实施条例", "第二十一条", {"age": 60}),
    ("no_child_labour", "禁止使用童工规定", "第二条", {"age": 16}),
    ("report_child_labour", "禁止使用童工规定", "第五条", {}),
    ("young_workers", "劳动法", "第五十八条", {"age": 18}),
    ("injury_employer", INJURY, "第十七条", {"days": 30, "years": 1}),
    ("injury_papers", INJURY, "第十八条", {}),
    ("injury_burden", INJURY, "第十九条", {}),
    ("injury_decided", INJURY, "第二十条", {"days": 60}),
    ("injury_uninsured", INJURY, "第六十二条", {}),
]


@pytest.mark.parametrize(
    ("rule_id", "statute", "article", "numbers"), ARTICLES, ids=[f"{row[1]}{row[2]}" for row in ARTICLES]
)
def test_rule(handbook: Handbook, rule_id: str, statute: str, article: str, numbers: dict) -> None:
    rule = handbook.law[rule_id]
    assert (rule.statute, rule.article, dict(rule.numbers)) == (statute, article, numbers)
    assert (rule.checked, bool(rule.version), bool(rule.says)) == ("2026-11-24", True, True)


def test_every_rule_is_in_the_table(handbook: Handbook) -> None:
    assert {row[0] for row in ARTICLES} == set(handbook.law.rules)


def test_rules_that_a_newer_text_may_have_changed_say_so(handbook: Handbook) -> None:
    for rule_id in ("pension_drawn", "no_labour_dispute", "iou_to_court"):
        assert "法释〔2025〕12号" in handbook.law[rule_id].caution


def test_every_rule_that_the_code_names_is_there(handbook: Handbook) -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "core" / "cases").glob("*.py")
    )
    named = set(re.findall(r"(?:_cited\(law, |law\[|law\.number\()\"(\w+)\"", source))
    assert len(named) >= 10
    assert named - set(handbook.law.rules) == set()


def test_an_unknown_rule_is_a_defect(handbook: Handbook) -> None:
    with pytest.raises(UnknownRule):
        handbook.law["nothing"]


def test_statewide_lines_have_a_source_and_a_day(handbook: Handbook) -> None:
    rows = handbook.contacts.rows
    assert [row.phone for row in rows] == ["12333", "12348", "12351", "12345"]
    assert all(row.source and date.fromisoformat(row.checked) for row in rows)
    assert handbook.contacts.of("labour", "420115").phone == "12333"
    assert handbook.contacts.of("court", "420115") is None
