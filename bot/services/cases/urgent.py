"""What cannot wait: the row that staff see becomes more urgent, and the person hears one sentence of what to do now."""

from __future__ import annotations

from bot.core.cases import urgency
from bot.core.cases.advice import Advice, advise
from bot.core.cases.facts import read
from bot.services.cases import progress
from bot.services.hand_off import escalate
from bot.services.talk import Talk
from bot.store.help import Case


def advice_for(talk: Talk, case: Case) -> Advice:
    """Routes, clocks and flags of the case as it stands."""
    return advise(read(case.kind, case.facts, talk.today), talk.ctx.handbook.law, talk.today)


def weigh(talk: Talk, case: Case) -> None:
    """Once for each reason."""
    flags = advice_for(talk, case).flags
    level = urgency.level(flags)
    if level != case.urgency:
        case.urgency = level
        progress.set_due(talk.ctx, case, talk.now)
    escalate(talk, case.kind, level)
    said = case.facts.get("flags_said", [])
    flag = urgency.to_say(flags, frozenset(said))
    if flag:
        talk.say(f"utter_case_urgent_{flag}")
        case.facts = {**case.facts, "flags_said": sorted(flags)}
