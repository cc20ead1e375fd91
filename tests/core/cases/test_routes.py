"""Facts in, ways to go out, in order, each with its articles."""

from __future__ import annotations

from typing import List

import pytest

from bot.core.cases.advice import Advice
from bot.core.cases.handbook import Handbook
from tests.core.cases.conftest import Advise


def ways(advice: Advice) -> List[str]:
    return [route.to for route in advice.routes]


def rules(advice: Advice, to: str) -> tuple:
    return next(route.rules for route in advice.routes if route.to == to)


def test_a_company_inspection_regulation_art_13_20_17_26_then_arbitration_law_art_21_27(
    advice: Advise,
) -> None:
    told = advice(employer_name="宏远公司", amount_owed=8000)
    assert told.kinds == ("labour_wages",)
    assert ways(told) == ["inspection", "arbitration", "mediation", "legal_aid"]
    assert {"inspection_where", "inspection_limit", "inspection_takes"} <= set(rules(told, "inspection"))


def test_inspection_regulation_art_21_and_arbitration_law_art_53_stand_with_arbitration(
    advice: Advise,
) -> None:
    found = rules(advice(employer_name="宏远公司"), "arbitration")
    assert {
        "inspection_or_arbitration",
        "arbitration_free",
        "arbitration_oral",
        "arbitration_accepts",
    } <= set(found)


def test_arbitration_law_art_16_payment_order_after_mediation(advice: Advise) -> None:
    assert "mediation_payment_order" in rules(advice(employer_name="宏远公司"), "mediation")


@pytest.mark.parametrize("told", [{"trade": "rebar"}, {"site": True}, {"contractor": "汉江建工"}])
def test_a_building_site_wages_regulation_art_30_36_contractor_first(advice: Advise, told: dict) -> None:
    found = advice(**told)
    assert ways(found)[:3] == ["contractor", "inspection", "building_authority"]
    assert {"contractor_pays_first", "given_to_a_person", "notice_board"} <= set(rules(found, "contractor"))


def test_a_house_that_a_family_builds_has_no_contractor(advice: Advise) -> None:
    found = advice(trade="bricklayer", directed="home")
    assert "contractor" not in ways(found) and found.kinds[0] == "service_wages"


def test_for_a_family_interpretation_1_art_2_mediation_and_court_and_who_decides(advice: Advise) -> None:
    found = advice(directed="home")
    assert ways(found)[:2] == ["mediation", "court"]
    court = found.routes[1]
    assert "no_labour_dispute" in court.rules and "仲裁委、法院定" in court.doubt


def test_a_nanny_without_a_firm_works_for_a_family(advice: Advise) -> None:
    assert advice(trade="nanny").kinds[0] == "service_wages"
    assert advice(trade="nanny", employer_name="好帮手家政公司").kinds == ("labour_wages",)


def test_own_way_of_working_keeps_inspection_open(advice: Advise) -> None:
    found = advice(directed="own_way")
    assert found.kinds == ("service_wages", "labour_wages") and "inspection" in ways(found)


@pytest.mark.parametrize("told", [{"proof": ["iou"]}, {"agreed": ["iou"]}])
def test_an_iou_interpretation_1_art_15_contract_law_art_30(advice: Advise, told: dict) -> None:
    found = advice(**told)
    assert found.kinds[0] == "iou" and ways(found)[0] == "court"
    assert {"iou_to_court", "payment_order"} <= set(rules(found, "court"))


def test_an_injury_injury_regulation_art_17_18_19(advice: Advise) -> None:
    found = advice("injury")
    assert ways(found) == ["social_insurance", "legal_aid"]
    assert rules(found, "social_insurance")[:3] == ("injury_employer", "injury_papers", "injury_burden")


def test_legal_aid_law_art_31_42_for_every_wage_case(advice: Advise) -> None:
    assert {"legal_aid", "legal_aid_no_means_test"} <= set(rules(advice(), "legal_aid"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"amount_owed": 5000, "date_from": "2026-08-01", "date_to": "2026-10-31", "flags": ["fled"]}, True),
        ({"amount_owed": 4999, "date_from": "2026-08-01", "date_to": "2026-10-31", "flags": ["fled"]}, False),
        ({"amount_owed": 9000, "date_from": "2026-10-01", "date_to": "2026-10-31", "flags": ["fled"]}, False),
        ({"amount_owed": 90000, "date_from": "2026-08-01", "date_to": "2026-10-31"}, False),
        ({"amount_owed": 30000, "people_owed": 10, "flags": ["fled"]}, True),
        ({"amount_owed": 29999, "people_owed": 10, "flags": ["fled"]}, False),
    ],
)
def test_criminal_law_art_276_1_interpretation_art_3_is_only_for_staff_to_look_at(
    advice: Advise, told: dict, expected: bool
) -> None:
    found = [route for route in advice(**told).routes if route.to == "police"]
    assert bool(found) is expected
    assert all("要核" in route.doubt for route in found)


def test_over_sixty_interpretation_1_art_32_says_who_decides_and_closes_no_way(advice: Advise) -> None:
    found = advice(age=66, employer_name="宏远公司")
    assert ways(found)[:2] == ["inspection", "arbitration"]
    assert any("第三十二条" in note and "仲裁委、法院定" in note for note in found.notes)
    assert not any("第三十二条" in note for note in advice(age=59).notes)


def test_ten_people_arbitration_law_art_7_may_choose_representatives(advice: Advise) -> None:
    assert any("第七条" in note for note in advice(people_owed=10).notes)
    assert "many" in advice(people_owed=10).flags and "many" not in advice(people_owed=9).flags


def test_a_minor_child_labour_art_2_5(advice: Advise) -> None:
    found = advice(age=15)
    assert "minor" in found.flags and any("禁止使用童工规定第五条" in note for note in found.notes)


def test_a_relative_needs_arbitration_law_art_24_a_letter_of_authority(advice: Advise) -> None:
    assert any("第二十四条" in note for note in advice(on_behalf="老公").notes)


def test_a_limit_that_is_near_legal_aid_law_art_44(advice: Advise) -> None:
    assert any("第四十四条" in note for note in advice(date_from="2025-11-25", date_to="2025-11-27").notes)


def test_a_limit_that_has_passed_arbitration_law_art_27_is_no_refusal(advice: Advise) -> None:
    notes = advice(date_from="2025-01-01", date_to="2025-03-01").notes
    assert any("别一口回绝" in note and "第二十七条" in note for note in notes)


def test_every_route_rests_on_rules(advice: Advise, handbook: Handbook) -> None:
    for told in ({}, {"trade": "rebar"}, {"directed": "home"}, {"proof": ["iou"]}):
        for route in advice(**told).routes:
            assert route.rules and all(handbook.law[rule].cited for rule in route.rules)
