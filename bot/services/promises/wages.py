"""After the work: was it done, was it paid. “没给钱” opens a wage case that knows everything already."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Dict, Optional

from bot.core import promise_words as said
from bot.core import schedule, wording
from bot.core.hire import MOVES, Event, State
from bot.core.schedule import PERIODIC
from bot.services import cases, hand_off
from bot.services.promises import prompts, ratings
from bot.services.promises.due import PAY, Due
from bot.services.promises.hours import work_of
from bot.services.state import PAID
from bot.services.talk import Talk
from bot.store import hires, promises
from bot.store.promises import Prompt
from bot.store.work import Hire, Posting

ANSWER_WITHIN = timedelta(days=60)
NOT_YET_DAYS = 3  # “过几天给”
_TO_ASK = (State.CONFIRMED, State.ARRIVED, State.FINISHED)
_CALLED_OFF = ("没开工", "停工", "取消", "不要人", "没活")


def day_after(posting: Posting) -> date:
    """The day after the last day of work."""
    return posting.date_to + timedelta(days=1)


def announce(due: Due) -> bool:
    """Weekly and monthly pay: the work is over, the wages are asked about when they are due, not before."""
    if State(due.row.state) not in _TO_ASK:
        return True
    if schedule.is_night(due.local):
        return False
    pay = promises.timer(due.session, due.row.id, PAY)
    day = wording.exact_day(pay.due_at.astimezone(due.ctx.zone).date(), due.local.date())
    _ask(due, due.text("utter_pay_later", did=_did(due), cycle=wording.cycle(due.posting.pay_cycle), day=day))
    return True


def ask(due: Due) -> bool:
    """“1 结清了 2 没结清 3 没去成”."""
    if State(due.row.state) not in _TO_ASK:
        return True
    if schedule.is_night(due.local):
        return False
    cycle = due.posting.pay_cycle if due.posting.pay_cycle in PERIODIC else None
    _ask(
        due,
        due.text("utter_ask_paid_due", did=_did(due), cycle=wording.cycle(cycle))
        if cycle
        else due.text("utter_ask_paid", did=_did(due)),
    )
    return True


def _ask(due: Due, text: str) -> None:
    until, key = due.now + ANSWER_WITHIN, due.key(f"paid:{due.local.date()}")
    prompts.ask(due.session, due.row.worker_id, PAID, key, text, due.posting, [due.row], due.now, until)


def _did(due: Due) -> str:
    """“昨天光谷小工”: the work that is over, or as far as it has gone."""
    last = min(due.posting.date_to, due.local.date() - timedelta(days=1))
    day = wording.past_day(last, due.local.date())
    return f"{day}{due.posting.place_name}{due.ctx.trades.short_name(due.posting.trade)}"


def answer(talk: Talk, prompt: Prompt, answer: str) -> None:
    """One of: paid, not paid, later, never went; a bare sum is asked back."""
    row = prompts.hires_of(talk, prompt)[0]
    due = Due(talk.ctx, talk.session, row, talk.session.get(Posting, row.posting_id), talk.now)
    if answer == said.UNCLEAR:
        talk.say("utter_paid_unclear")
        return
    prompts.close(prompt, answer, talk.now)
    talk.state.settle()
    _ANSWERS[answer](talk, due)


def _paid(talk: Talk, due: Due) -> None:
    if due.posting.date_to >= talk.today:
        _paid_so_far(talk, due)
        return
    _finish(due, "worker")
    if due.row.state == State.UNPAID.value:
        cases.paid_since(talk, due.row.id)
    if _moved(due, Event.PAY):
        talk.say("utter_paid", did=_did(due))
        ratings.ask_worker(talk, due)
    else:
        talk.say("utter_paid_known")


def _paid_so_far(talk: Talk, due: Due) -> None:
    """Long work goes on: the next pay day is asked about as well."""
    day = _next_check(due, talk.today)
    promises.plan(talk.session, due.row.id, PAY, _morning(due, day))
    talk.say("utter_paid_so_far", day=wording.exact_day(day, talk.today))


def _next_check(due: Due, today: date) -> date:
    checks = schedule.pay_checks(work_of(due.posting), due.starts.date(), due.posting.pay_cycle)
    return next((day for day in checks if day > today), day_after(due.posting))


def _unpaid(talk: Talk, due: Due) -> None:
    """Recorded, and a case with all that we know; only what is missing is asked."""
    if State(due.row.state) not in (
        *_TO_ASK,
        State.UNPAID,
    ):  # settled or called off before: heard all the same
        cases.open_wage_case(talk)
        return
    _moved(due, Event.REPORT_UNPAID)
    cases.open_prefilled(talk, due.row, _known(due), _did(due))


def _known(due: Due) -> Dict[str, Any]:
    posting, first = due.posting, due.starts.date()
    last = max(first, min(posting.date_to, due.local.date()))
    by_day = posting.wage_unit == "day" and posting.wage_min == posting.wage_max
    return {
        "employer_name": due.employer.name,
        "place": posting.place_code,
        "place_name": posting.place_name,
        "trade": posting.trade,
        "date_from": first.isoformat(),
        "date_to": last.isoformat(),
        "days": (last - first).days + 1 if by_day else None,
        "day_pay": posting.wage_min // 100 if by_day else None,
        "agreed_pay": wording.wage(posting.wage_min, posting.wage_max, posting.wage_unit)
        + wording.cycle(posting.pay_cycle),
    }


def _later(talk: Talk, due: Due) -> None:
    """“说月底结”: asked again then, not before."""
    month_end = "月" in talk.turn.text
    day = schedule.month_end_pay(talk.today) if month_end else talk.today + timedelta(days=NOT_YET_DAYS)
    _finish_if_over(talk, due)
    promises.plan(talk.session, due.row.id, PAY, _morning(due, day))
    talk.say("utter_pay_wait", day=wording.exact_day(day, talk.today))


def _never_went(talk: Talk, due: Due) -> None:
    """Called off is nobody's fault; after an arrival it contradicts itself, and staff look at it."""
    if not due.confirmed:
        hand_off.escalate(talk, "question")
        talk.say("utter_never_went_staff")
        return
    called_off = any(word in talk.turn.text for word in _CALLED_OFF)
    hires.move(talk.session, due.row, Event.WITHDRAW if called_off else Event.MISS, "worker", talk.now)
    talk.say("utter_called_off" if called_off else "utter_never_went")


def _finish_if_over(talk: Talk, due: Due) -> None:
    if due.posting.date_to < talk.today:
        _finish(due, "worker")


def _finish(due: Due, actor: str) -> None:
    if State(due.row.state) in (State.CONFIRMED, State.ARRIVED):
        hires.move(due.session, due.row, Event.FINISH, actor, due.now)


def _moved(due: Due, event: Event) -> Optional[Hire]:
    """None where it stands so already, or cannot."""
    if (State(due.row.state), event) not in MOVES:
        return None
    hires.move(due.session, due.row, event, "worker", due.now)
    return due.row


def _morning(due: Due, day: date) -> datetime:
    return datetime.combine(day, schedule.PAY_AT, due.ctx.zone)


_ANSWERS = {said.ONE: _paid, said.TWO: _unpaid, said.LATER: _later, said.NOT_GONE: _never_went}
