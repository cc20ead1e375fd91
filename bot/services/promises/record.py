"""What is known of a worker and of an employer from earlier hires."""

from __future__ import annotations

from typing import Collection, Dict, List

from sqlalchemy.orm import Session

from bot.core.hire import State
from bot.store import hires, promises

CAME = [State.ARRIVED, State.FINISHED, State.PAID, State.UNPAID]
_FEW = 3  # an opinion counts in matching from so many ratings on
_GOOD, _POOR = 1.4, 2.4  # mean of 1 good, 2 so-so, 3 bad


def of_worker(session: Session, worker_id: int) -> List[str]:
    """“来过3次”, “临时不来1次”, “好评2次”: as employers and staff read it; what is nought is left out."""
    came = hires.times_in(session, worker_id, CAME)
    stayed_away = hires.times_late(session, worker_id) + hires.times_in(session, worker_id, [State.NO_SHOW])
    praised = promises.scores_of_worker(session, worker_id).count(1)
    told = ((came, "来过{}次"), (stayed_away, "临时不来{}次"), (praised, "好评{}次"))
    return [text.format(count) for count, text in told if count]


def standings(session: Session, employer_ids: Collection[int]) -> Dict[int, int]:
    """For matching: 1 for employers whom workers call good, -1 for poor ones; the others are left out."""
    scores: Dict[int, List[int]] = {}
    for employer_id, score in promises.scores_of_employers(session, employer_ids):
        scores.setdefault(employer_id, []).append(score)
    means = {key: sum(found) / len(found) for key, found in scores.items() if len(found) >= _FEW}
    return {key: 1 if mean <= _GOOD else -1 for key, mean in means.items() if mean <= _GOOD or mean >= _POOR}


def of_employer(session: Session, employer_id: int) -> List[str]:
    """“工友评好3、一般1、不好1”: as staff read it."""
    scores = [score for _, score in promises.scores_of_employers(session, [employer_id])]
    if not scores:
        return []
    return [f"工友评好{scores.count(1)}、一般{scores.count(2)}、不好{scores.count(3)}"]
