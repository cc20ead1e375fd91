"""An employer's reply settles a hire: both sides are told in the same transaction."""

from __future__ import annotations

from typing import List, Optional, Tuple

from bot.core import answers, wording
from bot.core.hire import Event, State
from bot.core.phones import shown
from bot.services import hand_off, next_best, withdraw
from bot.services.offers import short
from bot.services.promises import clash, hours, refill, reminders, timers
from bot.services.promises.due import Due
from bot.services.state import OFFERS
from bot.services.talk import Talk
from bot.store import hires, postings
from bot.store.hires import NoSeat
from bot.store.people import Person
from bot.store.work import OPEN, PAUSED, Hire, Posting

NO_PHONE = "（用微信，电话没留）"
LISTED = 6  # questions shown in one message


def answer_offers(talk: Talk) -> bool:
    """Reads the reply against the open questions. False where it does not speak of them at all."""
    questions = hires.open_questions(talk.session, talk.person.id)
    if questions and answers.is_full(talk.turn.text) and len(_postings(talk)) == 1:
        withdraw.close_posting(talk)
        return True
    order = _order(talk, questions)
    if _could_mean_another(talk, questions, order):
        ask_back(talk)
        return True
    words, named = _names_to_numbers(talk, order)
    verdict = answers.read(words, [row.code if row else "" for row in order], _is_list(talk) or named)
    if not verdict:
        return False
    _settle_all(talk, [(order[place], yes) for place, yes in sorted(verdict.decided.items())])
    if verdict.unclear:
        ask_back(talk)
    elif talk.state.expecting == OFFERS and not hires.open_questions(talk.session, talk.person.id):
        talk.state.settle()
    return True


def _could_mean_another(talk: Talk, questions: List[Hire], order: List[Optional[Hire]]) -> bool:
    """A question that came in after he wrote, a name that stands for two, or a thank-you for the last decision."""
    text = talk.turn.text
    if not questions or answers.names_a_code(text):
        return False
    if any(row.offered_at > talk.inbound.received_at for row in questions):
        return bool(answers.read(text, [row.code for row in questions], _is_list(talk)))
    names = [_name(talk, row) for row in order if row]
    twice = any(name and name in text and names.count(name) > 1 for name in names)
    return twice or bool(talk.state.decided(talk.now) and answers.is_thanks(text))


def _name(talk: Talk, row: Hire) -> str:
    return talk.session.get(Person, row.worker_id).name or ""


def reply(talk: Talk) -> None:
    """The answer to whatever an employer writes while he is asked about workers, or was until just now."""
    if answer_offers(talk):
        return
    questions = hires.open_questions(talk.session, talk.person.id)
    if not questions:
        talk.state.settle()
        talk.say("utter_no_question")
    elif answers.asks_about(talk.turn.text):
        talk.say("utter_offer_question", count=len(questions))
    else:
        hand_off.not_understood(talk)


def _is_list(talk: Talk) -> bool:
    return bool(talk.state.pending.get("listed"))


def _order(talk: Talk, questions: List[Hire]) -> List[Optional[Hire]]:
    """As listed to the employer, else as asked; None where a listed one is over."""
    listed: List[int] = talk.state.pending.get("listed", [])
    by_id = {row.id: row for row in questions}
    return [by_id.get(key) for key in listed] if listed else list(questions)


def _names_to_numbers(talk: Talk, order: List[Optional[Hire]]) -> Tuple[str, bool]:
    """“张建国可以,李四不要”: a name stands for its place in the order."""
    words, named = talk.turn.text, False
    for place, row in enumerate(order, 1):
        name = _name(talk, row) if row else None
        if name and len(name) > 1 and name in words and len(order) > 1:
            words, named = words.replace(name, f" {place} "), True
    return words, named


def _settle_all(talk: Talk, decisions: List[Tuple[Optional[Hire], bool]]) -> None:
    """All decisions of the reply first; then those who still wait for a full posting are refused."""
    touched = {row.posting_id for row, _ in decisions if row}
    confirmed = [row for row, yes in decisions if _settle(talk, row, yes)]
    _say_confirmed(talk, [row for row in confirmed if row])
    talk.state.decided_at = talk.now.isoformat()
    for posting_id in sorted(touched):
        posting = talk.session.get(Posting, posting_id)
        if posting.seats_taken >= posting.headcount:
            _refuse_the_rest(talk, posting)
        else:
            refill.seat_freed(talk.ctx, talk.session, posting, talk.now)


def _postings(talk: Talk) -> List[Posting]:
    return postings.of_employer(talk.session, talk.employer.id, talk.today) if talk.employer else []


def ask_back(talk: Talk) -> None:
    """Which one is meant: the open questions as a numbered list."""
    questions = hires.open_questions(talk.session, talk.person.id)
    if not questions:
        talk.say("utter_no_question")
        return
    talk.state.ask(OFFERS, listed=[row.id for row in questions[:LISTED]])
    lines = [f"{number} {_who(talk, row)}" for number, row in enumerate(questions[:LISTED], 1)]
    talk.say("utter_which_worker", count=len(questions), lines="\n".join(lines))


def _who(talk: Talk, row: Hire) -> str:
    worker = talk.session.get(Person, row.worker_id)
    return f"{worker.name} {short(talk, talk.session.get(Posting, row.posting_id))}"


def _settle(talk: Talk, asked: Optional[Hire], yes: bool) -> bool:
    """One decision; True where the worker is hired by it."""
    row = hires.get_locked(talk.session, asked.id) if asked else None
    if row is None or row.state != State.OFFERED.value:
        talk.say("utter_question_over")
        return False
    posting = talk.session.get(Posting, row.posting_id)
    if not yes:
        _decline(talk, row, posting, "utter_declined", "employer")
        talk.say("utter_you_declined", name=_name(talk, row))
        return False
    try:
        if posting.state not in (OPEN, PAUSED) or posting.date_to < talk.today:
            raise NoSeat(posting.id)
        hires.move(talk.session, row, Event.CONFIRM, "employer", talk.now)
    except NoSeat:
        _decline(talk, row, posting, "utter_full", hires.SEATS)
        talk.say("utter_you_are_full", name=_name(talk, row))
        return False
    timers.plan(talk.ctx, talk.session, row, posting)
    _tell_worker(talk, row, posting)
    clash.tell(talk, row, posting)
    return True


def _tell_worker(talk: Talk, row: Hire, posting: Posting) -> None:
    key = f"hire:{row.id}:confirmed"
    at_once = reminders.ask_with_the_news(Due(talk.ctx, talk.session, row, posting, talk.now), key)
    contact = postings.contact(talk.session, posting)
    talk.tell(
        row.worker_id,
        key,
        "utter_confirmed_soon" if at_once else "utter_confirmed",
        when=_when(talk, posting, row),
        address=_address(talk, posting),
        contact=contact.name,
        phone=shown(contact.phone),
        trade=talk.ctx.trades.short_name(posting.trade),
        pay=wording.wage(posting.wage_min, posting.wage_max, posting.wage_unit)
        + wording.cycle(posting.pay_cycle),
    )


def _say_confirmed(talk: Talk, rows: List[Hire]) -> None:
    """Who comes to what: one line a posting, however many are hired by one reply."""
    for posting_id in dict.fromkeys(row.posting_id for row in rows):
        posting = talk.session.get(Posting, posting_id)
        left = posting.headcount - posting.seats_taken
        talk.say(
            "utter_you_confirmed",
            names="、".join(_name_and_phone(talk, row) for row in rows if row.posting_id == posting_id),
            when=_when(talk, posting, next(row for row in rows if row.posting_id == posting_id)),
            what=f"{posting.place_name}{talk.ctx.trades.short_name(posting.trade)}",
            left=f"还缺{left}人" if left else "已招满",
        )


def _name_and_phone(talk: Talk, row: Hire) -> str:
    worker = talk.session.get(Person, row.worker_id)
    together = f"等{row.people}人" if row.people > 1 else ""
    return f"{worker.name}{together}{shown(worker.phone) if worker.phone else NO_PHONE}"


def _when(talk: Talk, posting: Posting, row: Hire) -> str:
    begins = hours.starts(talk.ctx, row, posting)
    day = wording.exact_day(begins.date(), talk.today)
    if begins <= talk.now:  # a seat that came free in the middle of the day
        return f"{day}尽快"
    return day + (begins.strftime("%-H:%M") if posting.start_time else "")


def _address(talk: Talk, posting: Posting) -> str:
    """The address as given, with the county in front where it is not said."""
    county = talk.ctx.places.name_of(posting.place_code)
    return posting.address if county[-2:] in posting.address else f"{county}{posting.address}"


def _decline(talk: Talk, row: Hire, posting: Posting, key: str, actor: str) -> None:
    hires.move(talk.session, row, Event.DECLINE, actor, talk.now)
    next_best.tell(talk.ctx, talk.session, row, posting, key, talk.now)


def _refuse_the_rest(talk: Talk, posting: Posting) -> None:
    """Nobody waits for a seat that is gone."""
    for other in hires.of_posting(talk.session, posting.id, [State.OFFERED]):
        row = hires.get_locked(talk.session, other.id)
        if row is not None and row.state == State.OFFERED.value:
            _decline(talk, row, posting, "utter_full", hires.SEATS)
