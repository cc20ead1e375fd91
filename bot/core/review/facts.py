"""What a posting says, what is known around it, and what a rule finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

BLOCK, NOTE = "block", "note"


@dataclass(frozen=True)
class Facts:
    """A posting. `text` is all that the employer wrote (NFKC); wages in fen a unit, ages in years."""

    text: str
    trade: str = ""
    sector: str = ""
    place_code: str = ""
    address: str = ""
    wage_min: Optional[int] = None
    wage_max: Optional[int] = None
    wage_unit: Optional[str] = None
    min_age: Optional[int] = None
    max_age: Optional[int] = None
    employer_name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Background:
    """What the database knows. `usual_day_wage`: the middle of the trade's postings, fen a day, None where there are
    too few; `least_hour`, `least_month`: the place's minimum wage in fen, None where no figure is at hand."""

    known_employer: bool = False
    open_wage_cases: int = 0
    same_text_employers: int = 0
    usual_day_wage: Optional[int] = None
    least_hour: Optional[int] = None
    least_month: Optional[int] = None


@dataclass(frozen=True)
class Finding:
    """`severity` BLOCK: staff must look before it is published; NOTE: for their information.

    `reason` is for staff, `advice` for the employer: what to change, in plain words; `basis` the law or practice.
    """

    code: str
    severity: str
    reason: str
    basis: str
    advice: str = ""
