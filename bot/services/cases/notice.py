"""一次性告知: one message with where to go, by when, what to bring, whom to ring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Optional

from sqlalchemy.orm import Session

from bot.core.cases import building_site, clocks, iou, service_wages
from bot.core.cases.advice import Advice, advise
from bot.core.cases.facts import Facts, read
from bot.core.cases.told.terms import NAMES
from bot.services import find_work
from bot.services.cases import contacts, records
from bot.services.context import Context
from bot.services.state import MORE
from bot.services.talk import Talk
from bot.store.help import Case

# Which text is told; the kinds of a case come likeliest first.
_TEXTS = {service_wages.KIND: "service", building_site.KIND: "building", iou.KIND: "iou"}
_MOST_NAMED = 4


def finish(talk: Talk, case: Case) -> None:
    """The questions are over: the notice, unless the same was said before; then the other wish, if there was one."""
    want = talk.state.pending.get("want")
    talk.state.ask(MORE, case=case.id, asked=MORE, since=talk.now.isoformat())
    case.notice_due_at = None
    text = text_of(talk.ctx, talk.session, case, talk.today, talk.address.channel)
    if case.facts.get("noticed") == text:
        talk.say("utter_case_all_noted", number=records.number(case))
    else:
        talk.say_text(text)
        case.facts = {**case.facts, "noticed": text}
    if want:
        _other_want(talk, want)


def _other_want(talk: Talk, want: dict) -> None:
    talk.say("utter_want_now")
    talk.turn = replace(talk.turn, task="find_work", fields=want, also={})
    find_work.find_work(talk)


def text_of(ctx: Context, session: Session, case: Case, today: date, channel: str) -> str:
    """Fuller on WeChat. Everything in it follows from the facts as they stand."""
    facts = read(case.kind, case.facts, today)
    advice = advise(facts, ctx.handbook.law, today)
    kind = next((_TEXTS[each] for each in advice.kinds if each in _TEXTS), "labour")
    return ctx.replies.render(
        f"utter_case_notice_{kind}",
        channel,
        number=records.number(case),
        where=_where(ctx, facts.place),
        limits=_limits(ctx, facts, advice, today),
        bring=_bring(facts),
        ring=contacts.numbers(ctx, session, facts.place),
    )


def _where(ctx: Context, place: Optional[str]) -> str:
    return ctx.places.name_of(place) if place and place != "420000" else "干活当地"


def _limits(ctx: Context, facts: Facts, advice: Advice, today: date) -> str:
    """By when, counted from the last day of work that is known; never a reason to stay at home."""
    if facts.still_working:
        return ctx.replies.render("utter_case_limit_running")
    by_name = {clock.name: clock for clock in advice.clocks}
    inspection, arbitration = by_name[clocks.INSPECTION], by_name[clocks.ARBITRATION]
    if inspection.last_day is None:
        return ctx.replies.render("utter_case_limit_unknown")
    if arbitration.passed(today):
        return ctx.replies.render("utter_case_limit_passed")
    return ctx.replies.render(
        "utter_case_limit_days", inspection=_day(inspection.last_day), arbitration=_day(arbitration.last_day)
    )


def _day(day: Optional[date]) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _bring(facts: Facts) -> str:
    """What the worker said he has; his identity card is shown there, never sent here."""
    held = [NAMES[code] for code in NAMES if code in facts.proof][:_MOST_NAMED]
    proxy = ["他签名的委托书"] if facts.on_behalf else []
    return "、".join(["身份证", *held, *proxy]) if held or proxy else "身份证和能证明干过活的东西，没有也能去"
