"""The task of a message: the rules in the order of what must not be dropped, then the classifier's guess."""

from __future__ import annotations

from dataclasses import replace

from bot.nlu.rules import answers, crisis, injury, strangers, wages, work
from bot.nlu.rules.base import Guess, View, certain
from bot.nlu.rules.gates import believable

# In this order: the first that settles the message wins.
_URGENT = (crisis.decide, injury.decide, wages.decide)
_RULES = (answers.decide, strangers.decide, work.decide)
# What only sounds like one of the urgent tasks is none of them.
_NOT_MEANT = {
    "crisis": crisis.is_only_talk,
    "injury": injury.is_another_matter,
    "wage_dispute": wages.is_another_matter,
}

_DOUBTFUL = 0.4  # “other” only because nothing else is likely enough


def decide(view: View) -> Guess:
    """The task and how sure that is."""
    view = _without_what_is_not_meant(view)
    for urgent in _URGENT:
        if guess := urgent(view):
            return guess
    for rule in _RULES:
        if task := rule(view):
            return certain(task)
    return view.best if believable(view) else Guess("other", _DOUBTFUL)


def _without_what_is_not_meant(view: View) -> View:
    out = {task for task, only_sounds_so in _NOT_MEANT.items() if view.chance(task) and only_sounds_so(view)}
    left = tuple(guess for guess in view.guesses if guess.task not in out)
    return replace(view, guesses=left) if out and left else view
