"""A worker has picked: the employer is asked, once, and the worker told so."""

from __future__ import annotations

from datetime import datetime
from typing import List, Tuple

from sqlalchemy.exc import IntegrityError

from bot.core import names
from bot.core.deadlines import answer_by
from bot.services import asking, find_work, listing, words
from bot.services.promises import hours
from bot.services.state import NAME, OVERLAP
from bot.services.talk import Talk
from bot.store import hires, postings
from bot.store.work import OPEN, Hire, Posting

PICKS_AT_ONCE = 3


def choose(talk: Talk, numbers: List[int]) -> None:
    """Picks from the open list by number."""
    state = talk.state
    if not state.list_is_open(talk.now):
        _no_list(talk)
        return
    if datetime.fromisoformat(str(state.listed_at)) > talk.inbound.received_at:
        talk.say("utter_list_changed")  # written before the newest list was seen
        talk.say_text(listing.text_of(talk.ctx, listed(talk), talk.now, "")[0].lstrip())
        return
    if any(not 1 <= number <= len(state.listed) for number in numbers):
        talk.say("utter_choice_out_of_range", last=len(state.listed))
        return
    picked = [state.listed[number - 1] for number in dict.fromkeys(numbers)]
    pick(talk, picked[:PICKS_AT_ONCE])


def listed(talk: Talk) -> List[Posting]:
    """The postings of the open list."""
    return postings.by_ids(talk.session, talk.state.listed) if talk.state.list_is_open(talk.now) else []


def _no_list(talk: Talk) -> None:
    """An expired list is shown afresh; where there never was one, the person is told how to ask."""
    expired = bool(talk.state.listed)
    talk.state.listed = []
    if expired and talk.state.search:
        talk.say("utter_list_expired")
        _forget_past_days(talk)
        find_work.look(talk)
    else:
        talk.say("utter_no_list")


def _forget_past_days(talk: Talk) -> None:
    last = talk.state.search.get("date_to")
    if last and last < talk.today.isoformat():
        talk.state.search.pop("date_from", None)
        talk.state.search.pop("date_to", None)


def pick(talk: Talk, posting_ids: List[int]) -> None:
    """Asks for the name first where it is not known, then asks the employers."""
    rows = postings.by_ids(talk.session, posting_ids)
    talk.state.about = posting_ids[0]
    talk.person.name = talk.person.name or names.introduced(talk.turn.text)
    if not talk.person.name and any(_is_free(talk, row) for row in rows):
        talk.state.ask(NAME, picked=posting_ids, tries=0)
        talk.say("utter_ask_name")
        return
    rows, clashing = hours.split(talk.session, talk.person.id, rows)
    in_the_way = [pair for pair in clashing if _is_free(talk, pair[0])]
    asked = [row for row in rows if _offer(talk, row)]
    if asked:
        _say_asked(talk, asked)
        talk.state.settle()
    if in_the_way:
        _ask_all_the_same(talk, in_the_way)
    elif not talk.lines:
        talk.say("utter_posting_gone")
        find_work.show(talk, find_work.wish_of(talk))


def _ask_all_the_same(talk: Talk, in_the_way: List[Tuple[Posting, Hire]]) -> None:
    """Nobody can be at two places at once: he is told, and chooses."""
    talk.state.ask(OVERLAP, picked=[posting.id for posting, _ in in_the_way])
    posting, hire = in_the_way[0]
    other = talk.session.get(Posting, hire.posting_id)
    talk.say("utter_overlap", what=short(talk, posting), other=short(talk, other))


def pick_all_the_same(talk: Talk, wanted: bool) -> None:
    """The answer to it. Should the employer say yes as well, he chooses between the two then."""
    picked = talk.state.pending.get("picked", [])
    talk.state.settle()
    if not wanted:
        talk.say("utter_dropped")
        return
    asked = [row for row in postings.by_ids(talk.session, picked) if _offer(talk, row)]
    if asked:
        _say_asked(talk, asked)
    elif not talk.lines:
        talk.say("utter_posting_gone")


def _offer(talk: Talk, posting: Posting) -> bool:
    """False where it cannot be: the reason is said."""
    if postings.worker_is_on(talk.session, talk.person.id, [posting.id]):
        talk.say("utter_already_asked", what=short(talk, posting))
        return False
    if not _is_free(talk, posting):
        return False
    row = _add(talk, posting)
    if row is None:
        return False
    _ask_employer(talk, posting, row)
    return True


def _is_free(talk: Talk, posting: Posting) -> bool:
    begun = posting.date_to <= talk.today and starts_at(talk.ctx.zone, posting) <= talk.now
    return posting.state == OPEN and posting.seats_taken + group(talk) <= posting.headcount and not begun


def group(talk: Talk) -> int:
    """How many come together (“我们3个人一起”), told with the wish; hired whole or not at all."""
    search = talk.state.search if talk.state.search_is_fresh(talk.now) else {}
    return max(int(search.get("headcount") or 1), 1)


def _add(talk: Talk, posting: Posting):
    by = answer_by(talk.now, starts_at(talk.ctx.zone, posting))
    try:
        with talk.session.begin_nested():
            return hires.add(
                talk.session, posting.id, talk.person.id, talk.now, by.remind_at, by.expires_at, group(talk)
            )
    except IntegrityError:  # the same pick from the person's other phone, at the same moment
        return None


def starts_at(zone, posting: Posting) -> datetime:
    """When the work begins, as an aware local time; 8:00 where no hour is given."""
    return datetime.combine(posting.date_from, hours.work_of(posting).start, tzinfo=zone)


def _ask_employer(talk: Talk, posting: Posting, row: Hire) -> None:
    employer = postings.employer(talk.session, posting)
    facts = asking.question(talk.ctx, talk.session, talk.person, posting, row, talk.now)
    talk.tell(employer.person_id, f"hire:{row.id}:ask", "utter_offer_asked", **facts)


def short(talk: Talk, posting: Posting) -> str:
    """“明天光谷小工”."""
    return words.short(talk.ctx, posting, talk.now)


def _say_asked(talk: Talk, rows: List[Posting]) -> None:
    what = "、".join(short(talk, row) for row in rows)
    talk.say("utter_asked_employer", what=what)
    if talk.person.agreed_at is None:  # the name came another way than by being asked for it
        talk.person.agreed_at = talk.now
        talk.say("utter_what_is_shown")
