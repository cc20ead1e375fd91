"""The task of a message: the rules in the order of what must not be dropped, then the classifier."""
from __future__ import annotations

from typing import Tuple

from bot.nlu.rules import answers, crisis, injury, strangers, wages, work
from bot.nlu.rules.base import View

_RULES = (crisis, injury, wages, answers, strangers, work)


def decide(view: View) -> Tuple[str, str]:
    """The task and what settled it: the name of a rule file, or “classifier”."""
    for rules in _RULES:
        task = rules.decide(view)
        if task:
            return task, rules.__name__.rsplit(".", 1)[-1]
    return work.by_role(view), "classifier"
