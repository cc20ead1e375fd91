"""What advice is made of: where to go, why, by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

# Institutions; their kinds in contacts.csv.
CONTRACTOR, INSPECTION, ARBITRATION, MEDIATION, COURT, AID, POLICE, AUTHORITY, SOCIAL = (
    "contractor",
    "inspection",
    "arbitration",
    "mediation",
    "court",
    "legal_aid",
    "police",
    "building_authority",
    "social_insurance",
)
NAMES = {
    CONTRACTOR: "工地总包单位的劳资专管员",
    INSPECTION: "劳动保障监察",
    ARBITRATION: "劳动人事争议仲裁委员会",
    MEDIATION: "街道（乡镇）调解组织",
    COURT: "人民法院",
    AID: "法律援助中心",
    POLICE: "公安机关（由人社部门移送）",
    AUTHORITY: "住建等行业主管部门",
    SOCIAL: "社会保险行政部门（工伤认定）",
}


@dataclass(frozen=True)
class Route:
    """One way to go. `why` is for staff; `rules` are ids of the law book; `doubt` says who decides where it is unsure."""

    to: str
    why: str
    rules: Tuple[str, ...]
    doubt: str = ""

    @property
    def name(self) -> str:
        """As staff call the institution."""
        return NAMES[self.to]


def inspection(why: str = "用人单位拖欠工资，归用工地的劳动监察管") -> Route:
    """Labour inspection where the work was done."""
    return Route(
        INSPECTION,
        why,
        (
            "inspection_where",
            "inspection_limit",
            "inspection_takes",
            "inspection_orders_pay",
            "inspection_complaint",
        ),
    )


def arbitration(doubt: str = "") -> Route:
    """Labour arbitration, free."""
    return Route(
        ARBITRATION,
        "劳动争议可申请仲裁，不收费，可以口头申请；已走仲裁的监察不再管，先定一条路",
        (
            "arbitration_where", "arbitration_limit", "arbitration_accepts", "arbitration_takes",
            "arbitration_free", "arbitration_oral", "inspection_or_arbitration",
        ),
        doubt,
    )  # fmt: skip


def mediation(why: str = "双方肯谈的，先调解最快") -> Route:
    """A mediation body of the street or town; an agreement can be enforced by a payment order."""
    return Route(MEDIATION, why, ("mediation_where", "mediation_takes", "mediation_payment_order"))


def legal_aid() -> Route:
    """Free legal help, without a check of means for migrant workers who ask for pay."""
    return Route(
        AID,
        "讨劳动报酬可申请法律援助，进城务工人员有材料的免查经济困难",
        ("legal_aid", "legal_aid_no_means_test", "legal_aid_takes"),
    )
