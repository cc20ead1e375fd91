"""How a case goes on, and which moves are allowed.

registered -> contacted -> in_mediation -> in_inspection | in_arbitration -> in_court -> paid
                                                          withdrawn, closed_unpaid from anywhere
"""

from __future__ import annotations

from enum import Enum
from typing import Dict, FrozenSet


class CaseState(str, Enum):
    """Where a case stands."""

    REGISTERED = "registered"
    CONTACTED = "contacted"
    IN_MEDIATION = "in_mediation"
    IN_INSPECTION = "in_inspection"
    IN_ARBITRATION = "in_arbitration"
    IN_COURT = "in_court"
    PAID = "paid"
    WITHDRAWN = "withdrawn"
    CLOSED_UNPAID = "closed_unpaid"


class NotAllowed(ValueError):
    """This move is not possible from there, or lacks its reason."""


_S = CaseState
ENDS: FrozenSet[CaseState] = frozenset({_S.PAID, _S.WITHDRAWN, _S.CLOSED_UNPAID})
# Inspection refers to arbitration (监察条例 art. 21); an arbitrator mediates first (仲裁法 art. 42); a court comes last.
_ONWARD: Dict[CaseState, FrozenSet[CaseState]] = {
    _S.REGISTERED: frozenset(
        {_S.CONTACTED, _S.IN_MEDIATION, _S.IN_INSPECTION, _S.IN_ARBITRATION, _S.IN_COURT}
    ),
    _S.CONTACTED: frozenset({_S.IN_MEDIATION, _S.IN_INSPECTION, _S.IN_ARBITRATION, _S.IN_COURT}),
    _S.IN_MEDIATION: frozenset({_S.IN_INSPECTION, _S.IN_ARBITRATION, _S.IN_COURT}),
    _S.IN_INSPECTION: frozenset({_S.IN_MEDIATION, _S.IN_ARBITRATION, _S.IN_COURT}),
    _S.IN_ARBITRATION: frozenset({_S.IN_MEDIATION, _S.IN_COURT}),
    _S.IN_COURT: frozenset(),
}


def moves(state: CaseState) -> FrozenSet[CaseState]:
    """Where staff may put it next. An ended case can only be opened again."""
    if state in ENDS:
        return frozenset({_S.REGISTERED})
    return _ONWARD[state] | {_S.PAID, _S.CLOSED_UNPAID}


def check(before: CaseState, after: CaseState, by_person: bool = False, reason: str = "") -> None:
    """Raises NotAllowed. Only the person withdraws; unpaid is closed only with a reason."""
    if after is _S.WITHDRAWN:
        if not by_person or before in ENDS:
            raise NotAllowed("只有本人能撤")
        return
    if after not in moves(before):
        raise NotAllowed("不能从这一步直接到那一步")
    if after is _S.CLOSED_UNPAID and not reason.strip():
        raise NotAllowed("没拿到钱就结案，要写明原因")


def is_open(state: str) -> bool:
    """True while something is still to be done."""
    return state not in {end.value for end in ENDS}
