"""“有活就发给我”: a new posting is told to those it suits, in waves sized to the seats that are left."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import List, Optional, Sequence

from sqlalchemy.orm import Session

from bot.core import matching
from bot.core.address import WECHAT
from bot.core.deadlines import quiet
from bot.services import listing, memory, one_by_one, outbox
from bot.services.context import Context
from bot.services.offers import starts_at
from bot.services.talk import Talk
from bot.store import subscriptions
from bot.store.people import AddressRow, best_address, sms_address
from bot.store.subscriptions import Audience, PushPlan, Subscription
from bot.store.work import OPEN, Posting

log = logging.getLogger(__name__)
NEWS_FOR = timedelta(days=2)  # older postings are no news any more
BETWEEN_WAVES = timedelta(minutes=20)
PER_SEAT, MOST_AT_ONCE, MOST_A_DAY = 3, 100, 3
PLANS_A_TICK = 20
WECHAT_WINDOW = timedelta(hours=48)
NEAR_METRES = 20_000


def subscribe(talk: Talk) -> None:
    """Keeps the standing wish; what is not said is taken from what is known of the person."""
    turn, person = talk.turn, talk.person
    looked = talk.state.search if talk.state.search_is_fresh(talk.now) else {}
    wish = {
        "place_code": turn.get("place") or looked.get("place") or person.home_code,
        "trade": turn.get("trade") or looked.get("trade") or person.trade,
        "wage_min": _day_wage(talk),
    }
    row = subscriptions.subscribe(
        talk.session, person, {key: value for key, value in wish.items() if value}, talk.now
    )
    talk.say("utter_subscribed", what=_what(talk.ctx, row))


def unsubscribe(talk: Talk) -> None:
    """Honoured at once on every channel."""
    subscriptions.unsubscribe(talk.session, talk.person, outbox.BULK, talk.now)
    talk.say("utter_unsubscribed")


def _day_wage(talk: Talk) -> Optional[int]:
    figure = talk.turn.get("wage_min")
    return matching.day_wage(int(figure * 100), None, talk.turn.get("wage_unit")) or None if figure else None


def _what(ctx: Context, row: Subscription) -> str:
    place = ctx.places.name_of(row.place_code) if row.place_code else ""
    trade = ctx.trades.short_name(row.trade) if row.trade else ""
    return f"{place}{trade}有新活" if place or trade else "有新活"


def tick(ctx: Context) -> int:
    """Tells what is due. How many messages were written. Nothing at night."""
    now = ctx.clock()
    if quiet(now.astimezone(ctx.zone)):
        return 0
    with ctx.db.writing() as session:
        subscriptions.plan_new(session, now - NEWS_FOR, now)
    with ctx.db.reading() as session:
        due = subscriptions.due(session, now, PLANS_A_TICK)
    return one_by_one.each(ctx, log, "push of posting", due, _one)


def _one(ctx: Context, posting_id: int) -> int:
    """One posting's wave, in a transaction of its own; who comes second finds it done."""
    now = ctx.clock()
    with ctx.db.writing() as session:
        plan = subscriptions.locked_plan(session, posting_id)
        return _wave(ctx, session, plan, now) if plan.next_at and plan.next_at <= now else 0


def _wave(ctx: Context, session: Session, plan: PushPlan, now: datetime) -> int:
    posting = session.get(Posting, plan.posting_id)
    left = posting.headcount - posting.seats_taken
    if posting.state != OPEN or left < 1 or starts_at(ctx.zone, posting) <= now:
        plan.next_at = None
        return 0
    today = now.astimezone(ctx.zone).date()
    audience = _audience(ctx, posting, min(left * PER_SEAT, MOST_AT_ONCE))
    people = subscriptions.next_people(session, posting, audience, today)
    for row in people:
        subscriptions.note(session, row, posting.id, today, now)
        _tell(ctx, session, posting, row.person_id, now)
    plan.next_at = now + BETWEEN_WAVES if people else None
    return len(people)


def _audience(ctx: Context, posting: Posting, limit: int) -> Audience:
    county = posting.place_code
    near = [
        code
        for code in ctx.places.neighbours(county, 10)
        if code != county and (ctx.places.distance_metres(county, code) or NEAR_METRES) < NEAR_METRES
    ]
    return Audience(
        places=[*dict.fromkeys([county, county[:4] + "00", *near, county[:2] + "0000"])],
        trades=_wished_trades(ctx, posting.trade),
        wage=matching.day_wage(posting.wage_min, posting.wage_max, posting.wage_unit),
        a_day=MOST_A_DAY,
        limit=limit,
    )


def _wished_trades(ctx: Context, trade: str) -> Sequence[str]:
    """The trade itself, its sector, then its close kin."""
    kin: List[str] = [code for code in ctx.trades.codes() if ctx.trades.nearness(code, trade) >= 2]
    return [*dict.fromkeys([trade, ctx.trades.sector_of(trade), *kin])]


def _tell(ctx: Context, session: Session, posting: Posting, person_id: int, now: datetime) -> None:
    address = _address(session, person_id, now)
    if address is None:
        return
    today = now.astimezone(ctx.zone).date()
    text = ctx.replies.render("utter_push", line=listing.line(ctx, posting, today))
    outbox.write(
        session,
        key=f"push:{posting.id}:{person_id}",
        address=address,
        text=text,
        now=now,
        priority=outbox.BULK,
    )
    memory.told(session, person_id, [posting.id], now)


def _address(session: Session, person_id: int, now: datetime) -> Optional[AddressRow]:
    """The channel last used; WeChat only while its window is open, or where there is no phone."""
    best = best_address(session, person_id)
    if best is None or best.channel != WECHAT:
        return best
    if best.last_inbound_at and now - best.last_inbound_at < WECHAT_WINDOW:
        return best
    return sms_address(session, person_id) or best
