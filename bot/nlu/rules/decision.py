"""The task of a message: the rules in the order of what must not be dropped, then the classifier's guess."""

from __future__ import annotations

from bot.nlu.rules import answers, crisis, injury, strangers, wages, work
from bot.nlu.rules.base import Guess, View
from bot.nlu.rules.gates import believable

# In this order: the first that settles the message wins.
_RULES = (crisis.decide, injury.decide, wages.decide, answers.decide, strangers.decide, work.decide)
_SURE = 0.95  # a rule's word, where the classifier did not think of the same


def decide(view: View) -> Guess:
    """The task and how sure that is."""
    for rule in _RULES:
        task = rule(view)
        if task:
            return Guess(task, _SURE)
    return view.best if believable(view) else Guess("other", 1 - view.best.confidence)
