"""“我的活”: what stands, for a worker or an employer."""

from __future__ import annotations

from datetime import timedelta

from bot.core import wording
from bot.core.hire import State
from bot.core.phones import shown
from bot.services import cases, words
from bot.services.offers import short
from bot.services.promises.due import PAY
from bot.services.talk import Talk
from bot.store import hires, postings, promises
from bot.store.people import Person
from bot.store.work import PAUSED, SUSPENDED, WAITING, Hire, Posting

_MOST, _NAMED = 3, 2
_LOOKED_BACK = timedelta(days=60)
_THERE = {State.ARRIVED.value: "（到了）", State.NO_SHOW.value: "（没到）"}
_AHEAD = (State.OFFERED, State.CONFIRMED, State.ARRIVED)
_OPEN_PAY = (State.CONFIRMED, State.ARRIVED, State.FINISHED, State.UNPAID)
_STATES = {WAITING: "（等审核）", PAUSED: "（暂停）", SUSPENDED: "（停着，在核查）"}


def my_jobs(talk: Talk) -> None:
    """Everything that is still ahead, and past work whose wages are not settled."""
    lines = [_worker_line(talk, row) for row in (_ahead(talk) + _behind(talk))[:_MOST]]
    if talk.employer:
        lines += [_posting_line(talk, row) for row in _offered(talk)[:_MOST]]
    if lines:
        talk.say_text("\n".join(lines))
    else:
        talk.say("utter_no_jobs")


def has_work_ahead(talk: Talk) -> bool:
    """True where the person is hired for something that is not over."""
    return any(row.state == State.CONFIRMED.value for row in _ahead(talk))


def _ahead(talk: Talk):
    rows = hires.of_worker(talk.session, talk.person.id, [*_AHEAD, State.NO_SHOW, State.UNPAID])
    return [row for row in rows if talk.session.get(Posting, row.posting_id).date_to >= talk.today]


def _behind(talk: Talk):
    """The last work first."""
    rows = hires.of_worker(talk.session, talk.person.id, list(_OPEN_PAY))
    since = talk.today - _LOOKED_BACK
    return [
        row
        for row in reversed(rows)
        if since <= talk.session.get(Posting, row.posting_id).date_to < talk.today
    ]


def _offered(talk: Talk):
    return postings.alive(talk.session, talk.employer.id, talk.today)


def _worker_line(talk: Talk, row: Hire) -> str:
    posting = talk.session.get(Posting, row.posting_id)
    if row.state == State.OFFERED.value:
        return talk.ctx.replies.render("utter_job_offered", what=short(talk, posting))
    if State(row.state) not in _AHEAD or posting.date_to < talk.today:
        return _line_of_past(talk, row, posting)
    contact = postings.contact(talk.session, posting)
    return talk.ctx.replies.render(
        "utter_job_there" if row.state == State.ARRIVED.value else "utter_job_confirmed",
        what=short(talk, posting),
        when=wording.day(posting.date_from, talk.today) + (posting.start_time or "").lstrip("0"),
        address=posting.address,
        contact=contact.name,
        phone=shown(contact.phone),
    )


def _line_of_past(talk: Talk, row: Hire, posting: Posting) -> str:
    what = words.of_day(talk.ctx, posting, min(posting.date_to, talk.today), talk.now)
    if row.state == State.NO_SHOW.value:
        return talk.ctx.replies.render("utter_job_missed", what=what)
    if row.state == State.UNPAID.value:
        return talk.ctx.replies.render(
            "utter_job_unpaid", what=what, number=cases.number_of_hire(talk, row.id)
        )
    timer = promises.timer(talk.session, row.id, PAY)
    if timer is not None and timer.due_at > talk.now:
        day = timer.due_at.astimezone(talk.ctx.zone).date()
        return talk.ctx.replies.render("utter_job_pay_due", what=what, day=wording.exact_day(day, talk.today))
    return talk.ctx.replies.render("utter_job_over", what=what)


def _posting_line(talk: Talk, posting: Posting) -> str:
    people = hires.of_posting(talk.session, posting.id, [State.CONFIRMED, State.ARRIVED, State.NO_SHOW])
    waiting = len(hires.of_posting(talk.session, posting.id, [State.OFFERED]))
    names = "、".join(_name_and_phone(talk, row) for row in people[:_NAMED])
    return talk.ctx.replies.render(
        "utter_posting_stands",
        what=short(talk, posting) + _STATES.get(posting.state, ""),
        taken=posting.seats_taken,
        headcount=posting.headcount,
        more=f"等{len(people)}人" if len(people) > _NAMED else "",
        names=f"：{names}" if names else "",
        waiting=f"，{waiting}人等您回话" if waiting else "",
    )


def _name_and_phone(talk: Talk, row: Hire) -> str:
    worker = talk.session.get(Person, row.worker_id)
    together = f"等{row.people}人" if row.people > 1 else ""
    phone = shown(worker.phone) if worker.phone else ""
    return f"{worker.name}{together}{phone}{_THERE.get(row.state, '')}"
