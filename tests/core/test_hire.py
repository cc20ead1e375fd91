from __future__ import annotations

import itertools

import pytest

from bot.core.hire import MOVES, SEATED, Event, IllegalMove, State, after

LEGAL = """
offered confirm confirmed
offered decline declined
offered expire expired
offered withdraw withdrawn
confirmed withdraw withdrawn
confirmed arrive arrived
confirmed miss no_show
confirmed finish finished
confirmed report_unpaid unpaid
no_show arrive arrived
arrived finish finished
arrived pay paid
arrived report_unpaid unpaid
finished pay paid
finished report_unpaid unpaid
unpaid pay paid
"""
ROWS = [tuple(line.split()) for line in LEGAL.split("\n") if line]


@pytest.mark.parametrize(("state", "event", "expected"), ROWS)
def test_legal(state: str, event: str, expected: str) -> None:
    assert after(State(state), Event(event)) == State(expected)


ILLEGAL = sorted(set(itertools.product(State, Event)) - {(State(s), Event(e)) for s, e, _ in ROWS})


@pytest.mark.parametrize(("state", "event"), ILLEGAL)
def test_illegal(state: State, event: Event) -> None:
    with pytest.raises(IllegalMove) as caught:
        after(state, event)
    assert (caught.value.state, caught.value.event) == (state, event)


def test_the_table_has_no_other_moves() -> None:
    assert len(MOVES) == len(ROWS) == 16
    assert len(ILLEGAL) == 10 * 9 - 16


def test_which_states_take_a_seat() -> None:
    assert {state.value for state in SEATED} == {"confirmed", "arrived", "finished", "paid", "unpaid"}
