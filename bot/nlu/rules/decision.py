"""The task of a message: the rules in the order of what must not be dropped, then the classifier's guess."""

from __future__ import annotations

from bot.nlu.rules import answers, crisis, injury, strangers, wages, work
from bot.nlu.rules.base import Guess, View

# In this order: the first that settles the message wins.
_RULES = (crisis.decide, injury.decide, wages.decide, answers.decide, strangers.decide, work.decide)
_SURE = 0.95  # a rule's word, where the classifier did not think of the same
_DOUBT = 0.2  # so unsure a guess is as good as none


def decide(view: View) -> Guess:
    """The task and how sure that is."""
    for rule in _RULES:
        task = rule(view)
        if task:
            return Guess(task, _SURE)
    best = work.by_role(view)
    return best if best.confidence >= _DOUBT else Guess("other", best.confidence)
