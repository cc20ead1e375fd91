"""“删除我的信息”: what is kept is said, and deleted on the person's word (个人信息保护法 第四十七条)."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import List

from sqlalchemy import select

from bot.core.hire import State
from bot.services import hand_off, one_by_one
from bot.services.context import Context
from bot.services.state import FORGET
from bot.services.talk import Talk
from bot.services.withdraw import withdraw_quietly
from bot.store import forgetting, hires
from bot.store.cases import still_open
from bot.store.help import Case
from bot.store.people import Person

log = logging.getLogger(__name__)
# The last answer must still find its way: the number is wiped after it has been sent.
AFTER_THE_ANSWER = timedelta(minutes=10)
_ASKS_WHAT = re.compile(r"^(?!.*(?:删|注销|清空|清除|抹)).*(?:什么|哪些|啥|么事|查看|看看|查一下)")
ANSWERED_BY = frozenset({"affirm", "deny", "choose", "delete_my_data", "other", "cancel"})
_SURE = re.compile(r"^(?!.*[不别莫])(?:.*(?:确认删|确定|删吧|删掉?$|是的)|1$)")


def my_data(talk: Talk) -> None:
    """Says what is kept, or asks whether to delete it."""
    if _ASKS_WHAT.match(talk.turn.text):
        talk.say("utter_data_kept", kept=_kept(talk))
    elif talk.employer:
        hand_off.escalate(talk, "delete_my_data")
        talk.say("utter_delete_my_data")
    elif _open_cases(talk):
        hand_off.escalate(talk, "delete_my_data")
        talk.say("utter_forget_case_open", number=f"W{_open_cases(talk)[0]}")
    else:
        talk.state.ask(FORGET, since=talk.now.isoformat())
        talk.say("utter_forget_ask")


def answer(talk: Talk) -> None:
    """Yes deletes; anything else keeps."""
    talk.state.settle()
    if not _SURE.match(talk.turn.text) or _open_cases(talk):
        talk.say("utter_dropped")
        return
    for row in hires.of_worker(talk.session, talk.person.id, [State.OFFERED, State.CONFIRMED]):
        withdraw_quietly(talk, row)
    talk.person.push, talk.person.forget_at = False, talk.now + AFTER_THE_ANSWER
    talk.say("utter_forgotten")


def tick(ctx: Context) -> int:
    """Wipes those whose last answer is out. How many."""
    with ctx.db.reading() as session:
        due = list(session.execute(select(Person.id).where(Person.forget_at <= ctx.clock())).scalars())
    return one_by_one.each(ctx, log, "forgetting person", due, _wipe)


def _wipe(ctx: Context, person_id: int) -> int:
    with ctx.db.writing() as session:
        forgetting.forget(session, session.get(Person, person_id, with_for_update=True))
    return 1


def _kept(talk: Talk) -> str:
    person = talk.person
    told = [
        person.name,
        talk.ctx.trades.short_name(person.trade) if person.trade else None,
        talk.ctx.places.name_of(person.home_code) if person.home_code else None,
        f"{person.age}岁" if person.age else None,
    ]
    count = len(hires.of_worker(talk.session, person.id, list(State)))
    facts = ["号码", *(fact for fact in told if fact), f"报名{count}次", "和我说过的话"]
    return "、".join(facts)


def _open_cases(talk: Talk) -> List[int]:
    query = select(Case.id).where(Case.person_id == talk.person.id, still_open())
    return list(talk.session.execute(query.order_by(Case.id)).scalars())
