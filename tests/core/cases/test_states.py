"""Which moves are allowed."""

from __future__ import annotations

import pytest

from bot.core.cases.states import ENDS, CaseState, NotAllowed, check, is_open, moves

ALLOWED = {
    "registered": "contacted in_mediation in_inspection in_arbitration in_court paid closed_unpaid",
    "contacted": "in_mediation in_inspection in_arbitration in_court paid closed_unpaid",
    "in_mediation": "in_inspection in_arbitration in_court paid closed_unpaid",
    "in_inspection": "in_mediation in_arbitration in_court paid closed_unpaid",
    "in_arbitration": "in_mediation in_court paid closed_unpaid",
    "in_court": "paid closed_unpaid",
    "paid": "registered",
    "withdrawn": "registered",
    "closed_unpaid": "registered",
}


@pytest.mark.parametrize(("before", "after"), ALLOWED.items())
def test_moves(before: str, after: str) -> None:
    assert {move.value for move in moves(CaseState(before))} == set(after.split())


def test_every_state_has_its_moves() -> None:
    assert set(ALLOWED) == {state.value for state in CaseState}


@pytest.mark.parametrize("state", sorted(state.value for state in CaseState if state not in ENDS))
def test_only_the_person_withdraws(state: str) -> None:
    with pytest.raises(NotAllowed):
        check(CaseState(state), CaseState.WITHDRAWN)
    assert check(CaseState(state), CaseState.WITHDRAWN, by_person=True) is None


def test_what_has_ended_is_not_withdrawn() -> None:
    with pytest.raises(NotAllowed):
        check(CaseState.PAID, CaseState.WITHDRAWN, by_person=True)


def test_unpaid_is_closed_only_with_a_reason() -> None:
    with pytest.raises(NotAllowed, match="原因"):
        check(CaseState.CONTACTED, CaseState.CLOSED_UNPAID, reason=" ")
    assert check(CaseState.CONTACTED, CaseState.CLOSED_UNPAID, reason="公司已注销") is None


@pytest.mark.parametrize(
    ("state", "expected"), [("registered", True), ("in_court", True), ("paid", False), ("withdrawn", False)]
)
def test_open(state: str, expected: bool) -> None:
    assert is_open(state) is expected
