"""The life of a hire: states, events, and which event leads where.

offered -> confirmed -> arrived -> finished -> paid
   |-> declined | expired   |-> no_show           |-> unpaid -> (wage case)
   |-> withdrawn (by either, also when confirmed)
"""

from __future__ import annotations

from enum import Enum
from typing import FrozenSet, Mapping, Tuple


class State(str, Enum):
    """Where a hire stands."""

    OFFERED = "offered"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ARRIVED = "arrived"
    NO_SHOW = "no_show"
    FINISHED = "finished"
    PAID = "paid"
    UNPAID = "unpaid"


class Event(str, Enum):
    """What may happen to a hire."""

    CONFIRM = "confirm"
    DECLINE = "decline"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"
    ARRIVE = "arrive"
    MISS = "miss"
    FINISH = "finish"
    PAY = "pay"
    REPORT_UNPAID = "report_unpaid"


class IllegalMove(Exception):
    """This event cannot happen in this state; nothing was changed."""

    def __init__(self, state: State, event: Event) -> None:
        super().__init__(f"{event.value} is not possible in {state.value}")
        self.state, self.event = state, event


MOVES: Mapping[Tuple[State, Event], State] = {
    (State.OFFERED, Event.CONFIRM): State.CONFIRMED,
    (State.OFFERED, Event.DECLINE): State.DECLINED,
    (State.OFFERED, Event.EXPIRE): State.EXPIRED,
    (State.OFFERED, Event.WITHDRAW): State.WITHDRAWN,
    (State.CONFIRMED, Event.WITHDRAW): State.WITHDRAWN,
    (State.CONFIRMED, Event.ARRIVE): State.ARRIVED,
    (State.CONFIRMED, Event.MISS): State.NO_SHOW,
    (State.CONFIRMED, Event.FINISH): State.FINISHED,  # an arrival that nobody reported
    (State.CONFIRMED, Event.REPORT_UNPAID): State.UNPAID,
    (State.NO_SHOW, Event.ARRIVE): State.ARRIVED,  # late, or wrongly reported missing
    (State.ARRIVED, Event.FINISH): State.FINISHED,
    (State.ARRIVED, Event.PAY): State.PAID,
    (State.ARRIVED, Event.REPORT_UNPAID): State.UNPAID,
    (State.FINISHED, Event.PAY): State.PAID,
    (State.FINISHED, Event.REPORT_UNPAID): State.UNPAID,
    (State.UNPAID, Event.PAY): State.PAID,
}

SEATED: FrozenSet[State] = frozenset(
    {State.CONFIRMED, State.ARRIVED, State.FINISHED, State.PAID, State.UNPAID}
)
"""States that take up one of the posting's seats."""

OPEN: FrozenSet[State] = frozenset({State.OFFERED, State.CONFIRMED, State.ARRIVED})
"""States in which the hire is still ahead of the worker."""


def after(state: State, event: Event) -> State:
    """The state that follows. Raises IllegalMove where the event is not possible in this state."""
    try:
        return MOVES[State(state), event]
    except KeyError:
        raise IllegalMove(State(state), event) from None
